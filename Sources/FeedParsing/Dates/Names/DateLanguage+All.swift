extension DateLanguage {
  /// All languages whose dates are read.
  ///
  /// Croatian is left out: its `listopad` is October where Polish and Czech mean November, its
  /// `srpanj` (`srp`) July and its `lipanj` (`lip`) June where they mean the month after. Those
  /// words are read as in Polish and Czech, and the names that only Croatian has are not read at
  /// all.
  static let all =
    [english, german, dutch] + nordic + romance + westSlavic + southSlavic + eastSlavic + baltic
    + celtic + semitic + [finnish, estonian, hungarian, turkish, greek, indonesian, vietnamese]
    + [chinese, japanese, korean]

  static let english = DateLanguage(
    months: [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
      "august aug", "september sept sep", "october oct", "november nov", "december dec",
    ],
    weekdays: "mon tue tues wed weds thu thur thurs fri sat sun",
    particles: "of at on the from", hours: "h hr hrs hours", minutes: "m min mins",
    seconds: "s sec",
    ordinals: "st nd rd th", morning: "am", afternoon: "pm", noon: "noon midday")

  static let german = DateLanguage(
    months: [
      "januar jänner jaenner jan jän", "februar feber feb", "märz maerz mär mrz", "april apr",
      "mai", "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt",
      "november nov", "dezember dez",
    ],
    weekdays: """
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
      """,
    particles: "am den der dem vom", clockCues: "um", hours: "uhr")

  static let dutch = DateLanguage(
    months: [
      "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
      "augustus aug", "september sept sep", "oktober okt", "november nov", "december dec",
    ],
    weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo",
    particles: "op de", clockCues: "om", hours: "uur u", ordinals: "e de ste")
}
