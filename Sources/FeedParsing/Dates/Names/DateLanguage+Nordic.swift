extension DateLanguage {
  static let nordic = [swedish, norwegian, icelandic]

  static let swedish = DateLanguage(
    months: [
      "januari jan", "februari febr feb", "mars mar", "april apr", "maj", "juni jun", "juli jul",
      "augusti aug", "september sept sep", "oktober okt", "november nov", "december dec",
    ],
    weekdays: """
      måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön
      """,
    particles: "den", clockCues: "kl klockan", ordinals: "a e")

  /// Bokmål, Nynorsk and Danish, which share nearly all names.
  static let norwegian = DateLanguage(
    months: [
      "januar jan", "februar febr feb", "mars marts mar", "april apr", "mai maj", "juni jun",
      "juli jul", "august aug", "september sept sep", "oktober okt", "november nov",
      "desember december des dec",
    ],
    weekdays: """
      mandag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag man tir tirs tys
      ons tor tors fre lør lau søn
      """,
    particles: "den d", clockCues: "kl klokken klokka")

  static let icelandic = DateLanguage(
    months: [
      "janúar jan", "febrúar feb", "mars mar", "apríl apr", "maí", "júní jún", "júlí júl",
      "ágúst ágú", "september sept sep", "október okt", "nóvember nóv", "desember des",
    ],
    weekdays: """
      mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur mánudaginn
      þriðjudaginn miðvikudaginn fimmtudaginn föstudaginn laugardaginn sunnudaginn mán þri mið fim
      fös lau sun
      """,
    clockCues: "kl klukkan")
}
