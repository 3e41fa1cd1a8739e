extension DateLanguage {
  static let celtic = [welsh, irish]

  /// With the mutations that a month undergoes behind `o`: `20 o Fedi`.
  static let welsh = DateLanguage(
    months: [
      "ionawr ion", "chwefror chwef chwe", "mawrth fawrth maw", "ebrill ebr", "mai fai",
      "mehefin fehefin meh", "gorffennaf orffennaf gorff gor", "awst", "medi fedi",
      "hydref hyd", "tachwedd dachwedd tach", "rhagfyr ragfyr rhag",
    ],
    weekdays: """
      dydd llun mawrth mercher iau gwener sadwrn sul llu maw mer gwe gwen sad
      """,
    particles: "o ar am y", ordinals: "af ail il ydd fed ain eg", morning: "yb",
    afternoon: "yh")

  /// September and October are `Meán Fómhair` and `Deireadh Fómhair`.
  static let irish = DateLanguage(
    months: [
      "eanáir ean", "feabhra feabh", "márta", "aibreán aib", "bealtaine beal",
      "meitheamh meith", "iúil", "lúnasa", "meán mfómh", "deireadh dfómh", "samhain samh",
      "nollaig noll",
    ],
    weekdays: """
      dé luan luain máirt céadaoin déardaoin aoine satharn sathairn domhnach domhnaigh
      """,
    particles: "an fómhair")
}
