import HTMLText
import XMLStream

/// Microsoft's Channel Definition Format (W3C note of 1997), whose fields are attributes.
extension FeedReader {
  /// The address and date that a `CHANNEL` or an `ITEM` carries in its start tag.
  func noteChannelAttributes(of tag: borrowing XMLStartTag) {
    guard format == .cdf else { return }
    if let address = tag.value(of: .href), !address.isEmpty {
      add(FeedLink(href: WebAddress.resolve(address, against: base), rel: "alternate"))
    }
    if let text = tag.value(of: .lastModified) {
      addDate(text, from: .updated, at: tag.range.lowerBound)
    }
  }

  /// `<A HREF>`, which stands for the attribute of the same name.
  func startChannelLink(_ tag: borrowing XMLStartTag) {
    guard format == .cdf, let address = tag.value(of: .href), !address.isEmpty else {
      return ignoreElement()
    }
    ignoreElement()
    add(FeedLink(href: WebAddress.resolve(address, against: base), rel: "alternate"))
  }

  /// `<LOGO HREF STYLE>`; the icon of 16 pixels gives way to the image.
  func startChannelLogo(_ tag: borrowing XMLStartTag) {
    ignoreElement()
    guard let address = tag.value(of: .href), !address.isEmpty else { return }
    let image = WebAddress.resolve(address, against: base)
    if tag.value(of: .style)?.lowercased() == "image" {
      feed.image = feed.image ?? image
    } else {
      feed.otherImage = feed.otherImage ?? image
    }
  }
}
