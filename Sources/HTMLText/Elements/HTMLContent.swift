/// How the content of an element is read.
enum HTMLContent {
  /// As markup.
  case markup
  /// Up to its end tag, or to the end of the text where it has none, nothing is for a reader (HTML,
  /// section 13.2.5, script data and raw text).
  case code
  /// What belongs to another program goes with its tags, up to the end tag that matches.
  ///
  /// Without an end tag it has no content: a reader loses no words to a forgotten `</object>`.
  case container
  /// Every character up to the end tag means itself.
  case literal
  /// Every character up to the end of the text means itself.
  case literalRest
}
