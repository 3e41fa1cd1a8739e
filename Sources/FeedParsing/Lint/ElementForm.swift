/// What an element should look like where it stands.
struct ElementForm {
  var value = ValueForm.any
  /// Whether it may come more than once.
  var repeats = false
  /// Whether it may be empty.
  var mayBeEmpty = false
  /// Where its children stand; nil where they are not looked at.
  var place: MarkupPlace?
  /// Attributes that it needs, and what they hold.
  var needs: [(name: String, value: ValueForm)] = []
  /// Attributes that it may have.
  var allows: [(name: String, value: ValueForm)] = []
}

/// What a text or an attribute holds.
enum ValueForm {
  /// `title` and `plain` are text without markup.
  case any, title, plain, webAddress, address, identifier, guid, mailDate, internetDate
  case mailbox, email
  case count, positive, language, mediaType, hour, day, period, flag
}

/// An element in which others have a meaning of their own.
enum MarkupPlace {
  case document, rss, rdf, channel, item, image, textInput, skipHours, skipDays
  case feed, entry, source, person
}
