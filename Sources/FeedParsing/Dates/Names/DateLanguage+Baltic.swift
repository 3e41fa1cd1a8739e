extension DateLanguage {
  static let baltic = [latvian, lithuanian]

  static let latvian = DateLanguage(
    months: [
      "janvāris janvārī janv", "februāris februārī febr", "marts martā", "aprīlis aprīlī apr",
      "maijs maijā", "jūnijs jūnijā jūn", "jūlijs jūlijā jūl", "augusts augustā aug",
      "septembris septembrī sept", "oktobris oktobrī okt", "novembris novembrī nov",
      "decembris decembrī dec",
    ],
    weekdays: """
      pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena pirmd otrd trešd
      ceturtd piektd sestd svētd
      """,
    particles: "gada plkst")

  static let lithuanian = DateLanguage(
    months: [
      "sausis sausio saus", "vasaris vasario", "kovas kovo kov",
      "balandis balandžio bal", "gegužė gegužės geg", "birželis birželio birž",
      "liepa liepos liep", "rugpjūtis rugpjūčio rugp", "rugsėjis rugsėjo rugs",
      "spalis spalio spal", "lapkritis lapkričio lapkr", "gruodis gruodžio gruod",
    ],
    weekdays: """
      pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis pr
      an tr kt pn št sk
      """,
    particles: "m d", hours: "val")
}
