/// The words of one language that dates are written with.
///
/// Spellings of one name are separated by blanks. They may be in any case and have their accents or
/// not, as ``LetterFolding`` makes them alike, and the point of an abbreviation is not part of it.
struct DateLanguage {
  /// Twelve, from January, each in all its spellings: in full, inflected, abbreviated.
  var months: [String]
  var weekdays: String
  /// Words that change nothing, such as `of` and `at`.
  var particles = ""
  /// Words that a time by twenty-four hours follows, such as `kl`.
  var clockCues = ""
  /// The word for hours behind a time, such as `Uhr`.
  var hours = ""
  var minutes = ""
  var seconds = ""
  /// What makes a number an ordinal.
  var ordinals = ""
  /// The words for the hours before noon, such as `AM`, and for those after it.
  var morning = ""
  var afternoon = ""
  var noon = ""
  /// Words behind the numbers themselves, as in East Asia.
  var yearUnit = ""
  var monthUnit = ""
  var dayUnit = ""
}
