/// What a document had that XML does not allow and that was put right.
public enum XMLRepair: Hashable, Sendable {
  /// Text or markup after the root's end tag.
  case junkAfterDocument
  /// A character that XML 1.0, production 2, does not allow, or a reference to one.
  case illegalCharacter
  /// An `&` that starts no reference.
  case bareAmpersand
  /// An entity of HTML, which XML does not know.
  case namedEntity
  /// References that name, one by one, the bytes of a character in UTF-8.
  case doubleEncoding
  /// A `<` that starts no tag.
  case strayLessThan
  /// A `]]>` outside a CDATA section.
  case strayCDATAEnd
  /// A prefix without a declaration.
  case undeclaredPrefix
  /// A comment, a CDATA section, a tag or an attribute without its end or its quotes.
  case unclosedMarkup
  /// An end tag too few or too many.
  case structure
  /// The document ends before its root does.
  case truncated
  /// A limit of ours was reached.
  case limitExceeded
}
