import FeedParsing
import Testing

/// Dates in the languages of feeds.
@Suite struct LocalizedDateTests {
  private static let months: [(language: String, names: String)] = [
    (
      "English",
      "January February March April May June July August September October November December"
    ),
    ("English", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    ("English", "Janu Febr Marc Apri May June July Augu Sept Octo Nove Dece"),
    (
      "German", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    ),
    ("German", "Jän. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez."),
    (
      "French",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    ("French", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    (
      "French",
      "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE"
    ),
    (
      "Spanish",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    ("Spanish", "ene feb mar abr may jun jul ago sep oct nov dic"),
    (
      "Portuguese",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    ("Portuguese", "jan fev mar abr mai jun jul ago set out nov dez"),
    (
      "Italian",
      """
      gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
      dicembre
      """
    ),
    ("Italian", "gen feb mar apr mag giu lug ago set ott nov dic"),
    (
      "Dutch",
      "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    ("Dutch", "jan feb mrt apr mei jun jul aug sep okt nov dec"),
    (
      "Swedish",
      "januari februari mars april maj juni juli augusti september oktober november december"
    ),
    (
      "Danish",
      "januar februar marts april maj juni juli august september oktober november december"
    ),
    (
      "Norwegian",
      "januar februar mars april mai juni juli august september oktober november desember"
    ),
    ("Norwegian", "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des."),
    (
      "Icelandic",
      "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"
    ),
    (
      "Finnish",
      """
      tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta
      syyskuuta lokakuuta marraskuuta joulukuuta
      """
    ),
    ("Finnish", "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"),
    (
      "Polish",
      """
      stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
      grudnia
      """
    ),
    ("Polish", "sty lut mar kwi maj cze lip sie wrz paź lis gru"),
    (
      "Czech", "ledna února března dubna května června července srpna září října listopadu prosince"
    ),
    ("Czech", "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"),
    (
      "Slovak",
      "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"
    ),
    (
      "Hungarian",
      """
      január február március április május június július augusztus szeptember október november
      december
      """
    ),
    ("Hungarian", "jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec."),
    (
      "Romanian",
      """
      ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie
      decembrie
      """
    ),
    ("Romanian", "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec."),
    ("Turkish", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    ("Turkish", "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"),
    ("Turkish", "OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK"),
    (
      "Greek",
      """
      Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου
      Οκτωβρίου Νοεμβρίου Δεκεμβρίου
      """
    ),
    ("Greek", "Ιαν Φεβ Μάρ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ"),
    (
      "Greek",
      """
      ΙΑΝΟΥΑΡΙΟΣ ΦΕΒΡΟΥΑΡΙΟΣ ΜΑΡΤΙΟΣ ΑΠΡΙΛΙΟΣ ΜΑΙΟΣ ΙΟΥΝΙΟΣ ΙΟΥΛΙΟΣ ΑΥΓΟΥΣΤΟΣ ΣΕΠΤΕΜΒΡΙΟΣ
      ΟΚΤΩΒΡΙΟΣ ΝΟΕΜΒΡΙΟΣ ΔΕΚΕΜΒΡΙΟΣ
      """
    ),
    (
      "Russian", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
    ("Russian", "янв фев мар апр май июн июл авг сен окт ноя дек"),
    (
      "Ukrainian",
      "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    ),
    ("Ukrainian", "січ лют бер квіт трав черв лип серп вер жовт лист груд"),
    (
      "Bulgarian",
      "януари февруари март април май юни юли август септември октомври ноември декември"
    ),
    ("Serbian", "јануар фебруар март април мај јун јул август септембар октобар новембар децембар"),
    (
      "Slovene",
      "januar februar marec april maj junij julij avgust september oktober november december"
    ),
    (
      "Welsh",
      "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
    ),
    ("Welsh", "Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag"),
    (
      "Irish",
      "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán Deireadh Samhain Nollaig"
    ),
    (
      "Catalan", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre"
    ),
    (
      "Galician",
      "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro"
    ),
    (
      "Estonian",
      "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"
    ),
    (
      "Latvian",
      """
      janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris
      decembris
      """
    ),
    (
      "Lithuanian",
      """
      sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio
      gruodžio
      """
    ),
    (
      "Indonesian",
      "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ),
  ]

  @Test(arguments: months.map(\.names))
  func `months are known by their names, in full and abbreviated, in any case`(names: String) {
    let names = names.split(whereSeparator: \.isWhitespace)
    #expect(names.count == 12)
    for (index, name) in names.enumerated() {
      let month = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      for spelling in [String(name), name.uppercased(), name.lowercased()] {
        #expect(DateCase.read("20 \(spelling) 2024") == "2024-\(month)-20T00:00:00Z", "\(spelling)")
        #expect(
          DateCase.read("\(spelling) 20, 2024 09:00 +0100") == "2024-\(month)-20T08:00:00Z",
          "\(spelling)")
      }
    }
  }

  @Test(arguments: [
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Mo Di Mi Do Fr Sa So",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun. mar. mer. jeu. ven. sam. dim.",
    "lunes martes miércoles jueves viernes sábado domingo", "segunda-feira terça-feira sáb.",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica", "maandag dinsdag woensdag vrijdag",
    "måndag tisdag onsdag torsdag fredag lördag söndag", "mandag tirsdag lørdag søndag",
    "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pondělí úterý středa čtvrtek pátek",
    "hétfő kedd szerda csütörtök péntek szombat vasárnap", "luni marți miercuri joi vineri sâmbătă",
    "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar", "Δευτέρα Τρίτη Τετάρτη Πέμπτη Σάββατο",
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "понеділок вівторок середа четвер п’ятниця субота неділя", "понеделник вторник сряда четвъртък",
    "Llun Mawrth Mercher Iau Gwener Sadwrn Sul", "Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun",
  ])
  func `weekdays in any language change nothing`(names: String) {
    for name in names.split(separator: " ") {
      #expect(DateCase.read("\(name), 20 January 2024") == "2024-01-20T00:00:00Z", "\(name)")
      #expect(DateCase.read("\(name) 20/01/2024 09:00") == "2024-01-20T09:00:00Z", "\(name)")
    }
  }

  @Test(
    arguments: DateCase.all(
      "2024-01-20T09:00:00Z",
      [
        "Samstag, den 20. Januar 2024 um 9 Uhr", "Am 20. Januar 2024, 09.00 Uhr",
        "20.01.2024, 9:00 Uhr",
        "samedi 20 janvier 2024 à 9h00", "20 janvier 2024 à 9 h", "le 20 janvier 2024, 09h00",
        "9h, le 20 janvier 2024", "20 de enero de 2024 a las 9:00 h",
        "20 de enero de 2024, 9:00 a. m.",
        "sábado, 20 de janeiro de 2024 às 09h00min", "20 gennaio 2024, ore 9.00",
        "zaterdag 20 januari 2024 om 09.00 uur", "lördag den 20 januari 2024 kl. 09.00",
        "20. januar 2024 kl. 9", "lauantaina 20. tammikuuta 2024 klo 9.00",
        "20 stycznia 2024 r., godz. 9:00", "20. ledna 2024 v 9:00 hod", "2024. január 20. 9:00",
        "2024. 01. 20. 9:00", "20 Ocak 2024 Cumartesi, saat 09:00", "20 Ιανουαρίου 2024, 9:00 π.μ.",
        "20 января 2024 г. в 9:00", "20 січня 2024 р. о 09:00", "20 януари 2024 г., 9:00 ч.",
        "Dydd Sadwrn, 20 Ionawr 2024 am 09:00", "20fed o Ionawr 2024 09:00",
        "السبت، 20 يناير 2024 09:00", "יום שבת, 20 בינואר 2024 בשעה 9:00",
        "Thứ Bảy, 20/01/2024 09:00",
        "20 января 2024, 12:00 МСК",
        "2024 m. sausio 20 d., 09:00", "2024. gada 20. janvāris, plkst. 09:00",
        "20 d’enero de 2024 9:00", "20 Ean\u{61}\u{301}ir 2024 9:00",
      ]) + [
        DateCase("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"),
        DateCase("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
        DateCase("1er janvier 2024", "2024-01-01T00:00:00Z"),
        DateCase("2 de març de 2024", "2024-03-02T00:00:00Z"),
        DateCase("20 Ιανουαρίου 2024, 3:04 μ.μ.", "2024-01-20T15:04:00Z"),
        DateCase("20 Meán Fómhair 2024", "2024-09-20T00:00:00Z"),
        DateCase("mar., 20 févr. 2024", "2024-02-20T00:00:00Z"),
        DateCase("mar. 12 mar. 2024", "2024-03-12T00:00:00Z"),
        DateCase("12 mar 2024, mar", "2024-03-12T00:00:00Z"),
        DateCase("mar. 2024-01-23 09:00", "2024-01-23T09:00:00Z"),
        DateCase("Paz, 2024/01/21 09:00", "2024-01-21T09:00:00Z"),
        DateCase("mar. 23/01/24, 9.30", "2024-01-23T09:30:00Z"),
        DateCase("23/01/2024 mar. 09:00", "2024-01-23T09:00:00Z"),
        DateCase("12 mar 24 9.30", "2024-03-12T09:30:00Z"),
        DateCase("Mar 12 2024 9.30", "2024-03-12T09:30:00Z"),
        DateCase("pt, 19 sty 2024 09:00", "2024-01-19T09:00:00Z"),
        DateCase("enero de 2024", "2024-01-01T00:00:00Z"),
        DateCase("Mawrth, 20 Chwefror 2024", "2024-02-20T00:00:00Z"),
        DateCase("fe\u{301}vrier 20 2024", "2024-02-20T00:00:00Z"),
      ])
  func `dates are read as each language writes them`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      "2024-01-20T15:04:00Z",
      [
        "2024年1月20日 15:04", "2024年01月20日15時04分", "2024年1月20日(土) 午後3時04分",
        "2024年1月20日 星期六 下午3:04", "2024年1月20日下午3点04分", "2024年1月20日 星期六下午3:04",
        "2024 年 1 月 20 日 15:04", "２０２４年１月２０日　１５：０４", "2024年1月20號 下午 3點4分",
        "2024년 1월 20일 오후 3:04", "2024년 01월 20일 토요일 15시 04분", "2024. 1. 20. 오후 3:04",
        "2024-01-20 오후 3:04:00", "2024/01/20 下午 03:04", "2024-01-20 15:04:00 (토)",
        "2024年1月20日 15时04分00秒", "2024年1月20日（土）15:04", "2024-01-20（土）15:04",
      ]) + [
        DateCase("2024年1月20日 09:00", "2024-01-20T09:00:00Z"),
        DateCase("2024年1月20日", "2024-01-20T00:00:00Z"), DateCase("2024年1月", "2024-01-01T00:00:00Z"),
        DateCase("2024년 1월 20일 오전 12:30", "2024-01-20T00:30:00Z"),
        DateCase("2024年1月20日 午前9時", "2024-01-20T09:00:00Z"),
        DateCase("2024年1月20日 上午9:00", "2024-01-20T09:00:00Z"),
        DateCase("2024-01-21 일요일 오전 9:00", "2024-01-21T09:00:00Z"),
        DateCase("2024年1月20日 09:00 +0900", "2024-01-20T00:00:00Z"),
      ])
  func `the dates of East Asia are read`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }
}
