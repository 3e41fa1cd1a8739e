extension DateLanguage {
  static let romance = [french, spanish, catalan, galician, portuguese, italian, romanian]

  static let french = DateLanguage(
    months: [
      "janvier janv jan", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil",
      "août", "septembre sept", "octobre oct", "novembre nov", "décembre déc",
    ],
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim",
    particles: "le du de à", hours: "h heures", minutes: "min", ordinals: "er ère ere e ème eme")

  static let spanish = DateLanguage(
    months: [
      "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
      "agosto ago", "septiembre setiembre sept sep set", "octubre oct", "noviembre nov",
      "diciembre dic",
    ],
    weekdays: """
      lunes martes miércoles jueves viernes sábado domingo lun mar mié jue vie sáb dom
      """,
    particles: "el de del a la las", hours: "h hs hrs horas", ordinals: "ro")

  static let catalan = DateLanguage(
    months: [
      "gener gen", "febrer febr", "març", "abril abr", "maig", "juny", "juliol jul", "agost ag",
      "setembre set", "octubre oct", "novembre nov", "desembre des",
    ],
    weekdays: """
      dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg
      """,
    particles: "el de d del a les la")

  static let galician = DateLanguage(
    months: [
      "xaneiro xan", "febreiro feb", "marzo mar", "abril abr", "maio", "xuño xuñ", "xullo xul",
      "agosto ago", "setembro set", "outubro out", "novembro nov", "decembro dec",
    ],
    weekdays: "luns martes mércores xoves venres sábado domingo mér xov ven", particles: "ás")

  static let portuguese = DateLanguage(
    months: [
      "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun",
      "julho jul", "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ],
    weekdays: """
      segunda terça quarta quinta sexta feira sábado domingo seg ter qua qui sex sáb dom
      """,
    particles: "de em a às as o", hours: "horas", minutes: "min")

  static let italian = DateLanguage(
    months: [
      "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
      "luglio lug", "agosto ago", "settembre sett set", "ottobre ott", "novembre nov",
      "dicembre dic",
    ],
    weekdays: """
      lunedì martedì mercoledì giovedì venerdì sabato domenica lun mar mer gio ven sab dom
      """,
    particles: "il del di alle", clockCues: "ore")

  static let romanian = DateLanguage(
    months: [
      "ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun",
      "iulie iul", "august aug", "septembrie sept sep", "octombrie oct", "noiembrie noi nov",
      "decembrie dec",
    ],
    weekdays: "luni marți miercuri joi vineri sâmbătă duminică lun mar mie vin sâm dum",
    particles: "la", clockCues: "ora")
}
