import Announcements
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a ", "a"), ("a b", "a b"), ("a \t\r\n b", "a b"),
    ("a\u{A0}b", "a b"), ("a\u{2009}\u{200B}b", "a b"), ("\u{FEFF}a", "a"), ("a\u{2028}b", "a b"),
    ("a\u{202F}b", "a b"), ("a\u{85}b", "a b"), ("Ä\u{A0}ö €", "Ä ö €"), ("a—b…", "a—b…"),
    ("👩‍⚕️ 日本", "👩‍⚕️ 日本"),
  ])
  func `white space of any kind and length is one space`(_ text: String, _ folded: String) {
    #expect(FoldedText.fold(text) == folded)
    #expect(FoldedText.fold(folded) == folded)
  }

  @Test(arguments: [
    "One.\n\nTwo.", "One. Two.", "One.\nAdvertisement\nTwo.", "One.\n\n Hide Ad \n\nTwo.",
    "One.\r\nAdvertisement\r\nHide Ad\r\nTwo.", "One.\n \n\u{A0}\nAdvertisement Hide Ad\nTwo.\n",
    "Advertisement\nOne.\nTwo.\nThe post Beds appeared first on Example Hospital.",
  ])
  func `inserted lines and white space are no content`(_ text: String) {
    #expect(
      FoldedText.content(title: "Beds", summary: nil, text: text)
        == FoldedText.content(title: " Beds ", summary: nil, text: "One. Two."))
  }

  @Test(arguments: [
    "One Two.", "one. Two.", "One. Two. Advertisement", "The post of nurse.\nOne. Two.", "",
    "Advertisements\nOne. Two.",
  ])
  func `any other difference is one`(_ text: String) {
    #expect(
      FoldedText.content(title: "Beds", summary: nil, text: text)
        != FoldedText.content(title: "Beds", summary: nil, text: "One. Two."))
  }

  @Test func `a word that moves from one field to the next is a difference`() {
    let fields = [
      FoldedText.content(title: "a b", summary: nil, text: "c"),
      FoldedText.content(title: "a", summary: nil, text: "b c"),
      FoldedText.content(title: "a", summary: "b", text: "c"),
      FoldedText.content(title: "a", summary: "b c", text: ""),
    ]
    #expect(Set(fields).count == fields.count)
  }
}
