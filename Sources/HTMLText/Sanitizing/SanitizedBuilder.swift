/// Writes the HTML that is left when everything unknown and everything that runs is gone.
///
/// What it writes is well-formed, and to sanitise it again changes nothing.
struct SanitizedBuilder: HTMLReceiver {
  private var addresses: SafeAddresses
  private var bytes: [UInt8] = []

  init(base: String?, capacity: Int) {
    addresses = SafeAddresses(base: base)
    bytes.reserveCapacity(capacity)
  }

  /// A block that is not allowed becomes one that is, so that its words do not run into others.
  static func kept(_ element: HTMLElement) -> HTMLElement? {
    if element.isAllowed { return element }
    return element.layout == .inline ? nil : .div
  }

  static func keeps(_ attribute: HTMLAttribute) -> Bool { true }

  mutating func start(_ tag: HTMLTag) {
    if tag.element == .img { startImage(tag) } else { write(tag) }
  }

  mutating func end(_ element: HTMLElement) {
    guard !element.isVoid else { return }
    bytes += "</".utf8
    bytes += element.name
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func text(_ characters: Span<UInt8>) {
    bytes.appendEscaped(text: characters)
  }

  consuming func finish() -> String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an image, unless it only counts readers or has no usable address.
  private mutating func startImage(_ tag: HTMLTag) {
    guard !TrackingPixel.isInvisible(tag) else { return }
    let source = tag.value(of: .src).flatMap { addresses.safe($0, for: .image) }
    if let source {
      guard !TrackingPixel.isBeacon(source) else { return }
    } else if tag.value(of: .srcset).flatMap({ addresses.safe(sourceSet: $0) }) == nil {
      return
    }
    write(tag)
  }

  private mutating func write(_ tag: HTMLTag) {
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.element.name
    var isLink = false
    for index in 0..<tag.attributeCount {
      let (name, value) = tag.attribute(at: index)
      guard let value = safeValue(of: name, value, in: tag.element) else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes += name.name
      bytes += "=\"".utf8
      bytes.appendEscaped(attribute: value)
      bytes.append(UInt8(ascii: "\""))
      isLink = isLink || name == .href
    }
    if isLink { bytes += " rel=\"noopener noreferrer nofollow\"".utf8 }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func safeValue(
    of name: HTMLAttribute, _ value: ArraySlice<UInt8>, in element: HTMLElement
  ) -> ArraySlice<UInt8>? {
    switch name {
    case .style: nil
    case .href: element == .a ? addresses.safe(value, for: .link) : nil
    case .cite: addresses.safe(value, for: .link)
    case .src: addresses.safe(value, for: element == .img ? .image : .media)
    case .poster: addresses.safe(value, for: .image)
    case .srcset: addresses.safe(sourceSet: value)
    default: value
    }
  }
}
