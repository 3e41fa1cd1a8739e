import HTMLText
import XMLStream

/// Media RSS: files, their titles and credits, thumbnails (https://www.rssboard.org/media-rss).
extension FeedReader {
  /// Each `media:content` is a file that comes with the entry, alone or in a group.
  func startMediaContent(_ tag: borrowing XMLStartTag) {
    var file = MediaFile()
    file.group = mediaGroup > 0 ? mediaGroup : nil
    for index in 0..<tag.attributeCount {
      let value = tag.value(at: index)
      switch FeedName(tag.attribute(at: index)) {
      case .url: file.url = value.map { WebAddress.resolve($0, against: base) }
      case .type: file.type = value
      case .medium: file.medium = value
      case .fileSize: file.length = value.flatMap(Self.byteCount)
      case .width: file.width = value.flatMap { Int($0) }
      case .height: file.height = value.flatMap { Int($0) }
      case .duration: file.duration = value.flatMap { Int($0) }
      default: break
      }
    }
    if let url = file.url, !url.isEmpty {
      draft.mediaEnclosures.append(Enclosure(url: url, type: file.type, length: file.length))
    }
    draft.note { $0.media.append(file) }
    push(.media)
  }

  func startMediaThumbnail(_ tag: borrowing XMLStartTag) {
    ignoreElement()
    guard let url = tag.value(of: .url), !url.isEmpty else { return }
    draft.note { $0.thumbnails.append(WebAddress.resolve(url, against: base)) }
  }

  /// A title, caption or credit within a `media:content` is the file's.
  func noteMediaField(_ value: FieldValue) {
    guard scope == .media else { return }
    draft.note { modules in
      guard let index = modules.media.indices.last else { return }
      switch value.name {
      case .mediaTitle: modules.media[index].title = line(of: value)
      case .mediaDescription: modules.media[index].description = line(of: value)
      case .mediaCredit:
        modules.media[index].credits.append(
          MediaCredit(name: HTMLText.oneLine(value.text), role: attributes.flag))
      default: break
      }
    }
  }

  /// Media RSS credits are people only in the role of an author; others are photographers.
  func addCredit(_ value: FieldValue) {
    let role = attributes.flag?.lowercased()
    guard role == "author" || role == nil else { return }
    draft.otherAuthors.append(RSSPerson.parse(value.text))
  }
}
