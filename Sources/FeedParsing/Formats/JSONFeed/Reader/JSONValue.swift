/// A value as it stands in a JSON document; of an object or array only that it starts.
enum JSONValue {
  case object
  case array
  case string(JSONString)
  /// The characters of a number, which are never converted on the way.
  case number(Range<Int>)
  case boolean(Bool)
  /// `null`, a value that is missing, or the end of the document.
  case null
}

/// Where a string's characters stand, quotes left out; it is decoded only when it is wanted.
struct JSONString {
  var range: Range<Int>
  /// Whether the characters mean themselves: there is no backslash and no U+0000.
  var isPlain: Bool
}
