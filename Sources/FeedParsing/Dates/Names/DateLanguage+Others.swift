extension DateLanguage {
  static let finnish = DateLanguage(
    months: [
      "tammikuu tammikuuta tammik tammi", "helmikuu helmikuuta helmik helmi",
      "maaliskuu maaliskuuta maalisk maalis", "huhtikuu huhtikuuta huhtik huhti",
      "toukokuu toukokuuta toukok touko", "kesäkuu kesäkuuta kesäk kesä",
      "heinäkuu heinäkuuta heinäk heinä", "elokuu elokuuta elok elo",
      "syyskuu syyskuuta syysk syys", "lokakuu lokakuuta lokak loka",
      "marraskuu marraskuuta marrask marras", "joulukuu joulukuuta jouluk joulu",
    ],
    weekdays: """
      maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina
      keskiviikkona torstaina perjantaina lauantaina sunnuntaina ma ti ke to pe la su
      """,
    clockCues: "klo kello", morning: "ap", afternoon: "ip")

  static let estonian = DateLanguage(
    months: [
      "jaanuar jaan", "veebruar veebr veeb", "märts", "aprill apr", "mai", "juuni", "juuli",
      "august aug", "september sept", "oktoober okt", "november nov", "detsember dets",
    ],
    weekdays: "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
    clockCues: "kell")

  static let hungarian = DateLanguage(
    months: [
      "január jan", "február febr feb", "március márc már", "április ápr", "május máj",
      "június jún", "július júl", "augusztus aug", "szeptember szept", "október okt",
      "november nov", "december dec",
    ],
    weekdays: "hétfő kedd szerda csütörtök péntek szombat vasárnap sze cs szo hét ked csü pén vas",
    hours: "óra", minutes: "perc")

  static let turkish = DateLanguage(
    months: [
      "ocak oca", "şubat şub", "mart mar", "nisan nis", "mayıs may", "haziran haz",
      "temmuz tem", "ağustos ağu", "eylül eyl", "ekim eki", "kasım kas", "aralık ara",
    ],
    weekdays: """
      pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz
      """,
    clockCues: "saat", morning: "öö", afternoon: "ös")

  static let greek = DateLanguage(
    months: [
      "ιανουάριος ιανουαρίου ιαν", "φεβρουάριος φεβρουαρίου φεβ φεβρ", "μάρτιος μαρτίου μαρ μαρτ",
      "απρίλιος απριλίου απρ", "μάιος μαΐου μαι", "ιούνιος ιουνίου ιουν", "ιούλιος ιουλίου ιουλ",
      "αύγουστος αυγούστου αυγ", "σεπτέμβριος σεπτεμβρίου σεπ σεπτ",
      "οκτώβριος οκτωβρίου οκτ", "νοέμβριος νοεμβρίου νοε νοεμ",
      "δεκέμβριος δεκεμβρίου δεκ",
    ],
    weekdays: """
      δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ τετρ πεμ παρ σαβ κυρ
      """,
    particles: "στις την", clockCues: "ώρα", morning: "πμ", afternoon: "μμ")

  static let indonesian = DateLanguage(
    months: [
      "januari jan", "februari pebruari feb", "maret mar", "april apr", "mei", "juni jun",
      "juli jul", "agustus agu agt", "september sep", "oktober okt", "november nopember nov nop",
      "desember des",
    ],
    weekdays: "senin selasa rabu kamis jumat sabtu minggu sen sel rab kam jum sab min",
    clockCues: "pukul")

  /// Its months are numbers.
  static let vietnamese = DateLanguage(
    months: [], weekdays: "thứ hai ba tư năm sáu bảy chủ nhật", particles: "ngày lúc")
}
