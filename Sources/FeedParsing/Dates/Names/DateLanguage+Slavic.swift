extension DateLanguage {
  static let westSlavic = [polish, czech, slovak]
  static let southSlavic = [slovene, serbian, bulgarian]
  static let eastSlavic = [russian, ukrainian]

  static let polish = DateLanguage(
    months: [
      "styczeń stycznia sty stycz", "luty lutego lut", "marzec marca mar",
      "kwiecień kwietnia kwi kwiec", "maj maja", "czerwiec czerwca cze czerw", "lipiec lipca lip",
      "sierpień sierpnia sie sierp", "wrzesień września wrz wrzes",
      "październik października paź paźdz", "listopad listopada lis listop",
      "grudzień grudnia gru grudz",
    ],
    weekdays: """
      poniedziałek wtorek środa czwartek piątek sobota niedziela pon pn wto wt śro śr czw cz pią
      pt sob so nie niedz ndz nd
      """,
    particles: "r roku dnia w o", clockCues: "godz godzina")

  /// `čer` may be June or July, so it is neither.
  static let czech = DateLanguage(
    months: [
      "leden ledna led", "únor února úno", "březen března bře", "duben dubna dub",
      "květen května kvě", "červen června čvn", "červenec července čvc", "srpen srpna srp",
      "září zář", "říjen října říj", "listopad listopadu lis", "prosinec prosince pro",
    ],
    weekdays: "pondělí úterý středa čtvrtek pátek sobota neděle po út st čt pá so ne",
    particles: "dne v ve", hours: "hod h", morning: "dop", afternoon: "odp")

  static let slovak = DateLanguage(
    months: [
      "január januára jan", "február februára feb", "marec marca mar", "apríl apríla apr",
      "máj mája", "jún júna", "júl júla", "august augusta aug", "september septembra sep sept",
      "október októbra okt", "november novembra nov", "december decembra dec",
    ],
    weekdays: "pondelok utorok streda štvrtok piatok sobota nedeľa po ut st št pi so ne",
    particles: "dňa o")

  static let slovene = DateLanguage(
    months: [
      "januar januarja jan", "februar februarja feb", "marec marca mar", "april aprila apr",
      "maj maja", "junij junija jun", "julij julija jul", "avgust avgusta avg",
      "september septembra sep sept", "oktober oktobra okt", "november novembra nov",
      "december decembra dec",
    ],
    weekdays: """
      ponedeljek torek sreda četrtek petek sobota nedelja pon tor sre pet sob ned
      """,
    particles: "ob")

  /// In both its alphabets, and Macedonian.
  static let serbian = DateLanguage(
    months: [
      "januar јануар јануари jan јан", "februar фебруар февруари feb феб", "mart март mar мар",
      "april април apr апр", "maj мај", "jun juni јун јуни", "jul juli јул јули",
      "avgust август avg авг", "septembar септембар септември sep sept сеп септ",
      "oktobar октобар октомври okt окт", "novembar новембар ноември nov нов ноем",
      "decembar децембар декември dec дец дек",
    ],
    weekdays: """
      ponedeljak utorak sreda četvrtak petak subota nedelja pon uto sre pet sub ned понедељак
      уторак среда четвртак петак субота недеља пон уто сре чет пет суб нед
      """,
    particles: "u у")

  static let bulgarian = DateLanguage(
    months: [
      "януари ян яну", "февруари фев февр", "март мар", "април апр", "май", "юни", "юли",
      "август авг", "септември сеп септ", "октомври окт", "ноември ное ноем", "декември дек",
    ],
    weekdays: """
      понеделник вторник сряда четвъртък петък събота неделя пон вто сря чет пет съб нед пн вт ср
      чт пт сб нд
      """,
    particles: "г от", clockCues: "в", hours: "ч часа")

  static let russian = DateLanguage(
    months: [
      "январь января янв", "февраль февраля фев февр", "март марта мар", "апрель апреля апр",
      "май мая", "июнь июня июн", "июль июля июл", "август августа авг",
      "сентябрь сентября сен сент", "октябрь октября окт", "ноябрь ноября ноя нояб",
      "декабрь декабря дек",
    ],
    weekdays: """
      понедельник вторник среда четверг пятница суббота воскресенье пнд втр срд чтв птн сбт вск пн
      вт ср чт пт сб вс
      """,
    particles: "г год года", clockCues: "в", hours: "ч", minutes: "мин")

  static let ukrainian = DateLanguage(
    months: [
      "січень січня січ", "лютий лютого лют", "березень березня бер", "квітень квітня кві квіт",
      "травень травня тра трав", "червень червня чер черв", "липень липня лип",
      "серпень серпня сер серп", "вересень вересня вер", "жовтень жовтня жов жовт",
      "листопад листопада лис лист", "грудень грудня гру груд",
    ],
    weekdays: """
      понеділок вівторок середа четвер п ятниця пятниця субота неділя пн вт ср чт пт сб нд
      """,
    particles: "р рік року", clockCues: "о об")
}
