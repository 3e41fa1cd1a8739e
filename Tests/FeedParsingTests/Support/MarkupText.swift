/// Writing characters so that XML or HTML reads them as they are.
enum MarkupText {
  /// Text of XML, with some of the freedom that writers have.
  static func xml(_ text: String, _ random: inout RandomSource) -> String {
    let usesNumbers = random.chance(20)
    let escapesGreater = random.chance(50)
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += random.chance(5) ? "&#38;" : "&amp;"
      case "<": result += random.chance(5) ? "&#x3C;" : "&lt;"
      case ">": result += escapesGreater || result.hasSuffix("]]") ? "&gt;" : ">"
      case "\"": result += random.chance(30) ? "&quot;" : "\""
      case _ where usesNumbers && IssueMark.isText(scalar) && !scalar.isASCII && random.chance(50):
        result +=
          random.chance(50)
          ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16, uppercase: true));"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The value of an attribute, for either kind of quotes.
  static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("'", with: "&#39;")
  }

  /// Text of HTML, in which some characters have names.
  static func html(_ text: String, _ random: inout RandomSource) -> String {
    let usesNames = random.chance(30)
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default:
        if usesNames, let name = names[scalar] {
          result += "&\(name);"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// Characters that HTML has a name for and XML has not.
  static let names: [Unicode.Scalar: String] = [
    "é": "eacute", "ï": "iuml", "ü": "uuml", "“": "ldquo", "”": "rdquo", "’": "rsquo",
    "–": "ndash", "—": "mdash", "…": "hellip", "€": "euro", "½": "frac12", "°": "deg",
  ]
}
