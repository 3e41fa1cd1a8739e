import XMLStream

/// What the start tag of a field says of its text.
struct FieldAttributes {
  var type: String?
  var rel: String?
  var mode: String?
  var scheme: String?
  var label: String?
  /// `isPermaLink` of a `guid`, `role` of a credit.
  var flag: String?

  /// Nothing.
  init() {}

  init(_ tag: borrowing XMLStartTag) {
    for index in 0..<tag.attributeCount {
      switch FeedName(tag.attribute(at: index)) {
      case .rel: rel = tag.value(at: index)
      case .type: type = tag.value(at: index)
      case .mode: mode = tag.value(at: index)
      case .domain: scheme = tag.value(at: index)
      case .scheme: scheme = scheme ?? tag.value(at: index)
      case .label: label = tag.value(at: index)
      case .isPermaLink, .role: flag = tag.value(at: index)
      default: break
      }
    }
  }
}
