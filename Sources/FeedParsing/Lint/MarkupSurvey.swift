import HTMLText
import XMLStream

/// Looks at each element of a feed in XML: whether it belongs there, and holds what it should.
///
/// The reader of feeds takes whatever is meant; this takes note of what is written. It reads the
/// document a second time, so that nobody pays for it who does not ask.
final class MarkupSurvey: XMLHandler {
  /// An element whose children have a meaning.
  private struct OpenPlace {
    var kind: MarkupPlace
    var depth: Int
    var line: Int
    var name: String
    /// The names of children so far.
    var seen: Set<String> = []
    /// The links to pages so far, by type and language.
    var pages: Set<String> = []
  }

  /// The element whose text is being collected.
  private struct Field {
    var name: String
    var form: ElementForm
    var depth: Int
    var line: Int
    var isNoLink = false
    var hasChildren = false
  }

  private(set) var findings = LintFindings()
  /// The line of the channel or feed.
  private(set) var feedLine: Int?
  private var places = [OpenPlace(kind: .document, depth: 0, line: 1, name: "")]
  private var field: Field?
  /// The depth of the element that is skipped, 0 outside any.
  private var skippedDepth = 0
  private var bases: [Int] = []
  private let hasBase: Bool
  private var lines = LineCounter()
  private var entryTitle: String?

  init(hasBase: Bool) {
    self.hasBase = hasBase
    super.init(vocabulary: MarkupForms.vocabulary, limits: XMLLimits(.standard))
  }

  /// Looks at all that can be read of a document.
  func read(_ bytes: [UInt8]) {
    guard let root = Prolog(bytes).rootStart else { return }
    // What stops the reading is an issue of the parser, which met with it before.
    guard var xml = try? XMLReader(handler: self, rules: FeedRules.standard, start: root) else {
      return
    }
    try? xml.read(bytes.span, from: 0, isLast: true)
  }

  override func start(_ tag: borrowing XMLStartTag) {
    if tag.value(of: Self.base) != nil { bases.append(depth) }
    guard skippedDepth == 0 else { return }
    guard field == nil else {
      field?.hasChildren = true
      return
    }
    let place = places[places.count - 1]
    let line = lines.line(at: tag.range.lowerBound) { lineEnds(from: $0, to: $1) }
    guard let name = MarkupForms.name(of: tag.name),
      let form = MarkupForms.form(name, in: place.kind)
    else {
      noteStranger(tag, in: place, line: line)
      skippedDepth = depth
      return
    }
    note(name, form, line: line)
    checkAttributes(of: tag, name: name, form, line: line)
    open(name, form, tag, line: line)
  }

  override func end(at tag: Range<Int>) {
    if bases.last == depth { bases.removeLast() }
    if skippedDepth > 0 {
      if skippedDepth == depth { skippedDepth = 0 }
    } else if let field {
      if field.depth == depth { finish(field) }
    } else if places.count > 1, places[places.count - 1].depth == depth {
      finish(places.removeLast())
    }
  }

  private func open(
    _ name: String, _ form: ElementForm, _ tag: borrowing XMLStartTag, line: Int
  ) {
    // A person of RSS is text; and so is whatever else has no parts.
    guard let place = form.place else {
      var opened = Field(name: name, form: form, depth: depth, line: line)
      let flag = tag.value(of: MarkupForms.attribute("isPermaLink"))
      opened.isNoLink = flag?.lowercased() == "false"
      if form.value == .title || form.value == .plain,
        let type = tag.value(of: MarkupForms.attribute("type")), type != "text",
        type != "text/plain"
      {
        opened.form.value = .any
      }
      field = opened
      collectText()
      return
    }
    if place == .channel || place == .feed { feedLine = feedLine ?? line }
    if place == .item || place == .entry { entryTitle = nil }
    places.append(OpenPlace(kind: place, depth: depth, line: line, name: name))
  }

  private func finish(_ field: Field) {
    self.field = nil
    let text = takeText()
    if field.form.value == .title, places[places.count - 1].kind.isEntry { entryTitle = text }
    guard !field.hasChildren else {
      if field.form.value == .plain {
        add(
          .undeclaredHTML, line: field.line,
          "<\(field.name)> is plain text, and has elements in it.")
      }
      return
    }
    if text.isEmpty {
      guard !field.form.mayBeEmpty else { return }
      add(.emptyElement, line: field.line, "<\(field.name)> is empty.")
    } else {
      check(
        text, is: field.form.value, of: "<\(field.name)>", line: field.line,
        isNoLink: field.isNoLink
      )
    }
  }

  private func finish(_ place: OpenPlace) {
    for name in MarkupForms.required(in: place.kind) where !place.seen.contains(name) {
      add(.missingElement, line: place.line, "<\(place.name)> has no <\(name)>.")
    }
    for (one, other) in MarkupForms.synonyms
    where place.seen.contains(one) && place.seen.contains(other) {
      add(.duplicateMeaning, line: place.line, "<\(one)> and <\(other)> say the same.")
    }
    if place.kind.isEntry { entryTitle = nil }
  }
}

extension MarkupPlace {
  fileprivate var isEntry: Bool { self == .item || self == .entry }
}

// MARK: - Checks

extension MarkupSurvey {
  private static let base = MarkupForms.vocabulary.token(
    of: "base", in: "http://www.w3.org/XML/1998/namespace")
  private static let rdfAbout = MarkupForms.vocabulary.token(
    of: "about", in: "http://www.w3.org/1999/02/22-rdf-syntax-ns#")

  private func add(_ rule: LintRule, line: Int, _ message: String) {
    findings.add(rule, line: line, entry: entryTitle, message)
  }

  /// Elements of other vocabularies may stand anywhere; those of the format may not.
  private func noteStranger(_ tag: borrowing XMLStartTag, in place: OpenPlace, line: Int) {
    guard place.kind != .document else { return }
    let namespace = tag.namespace ?? ""
    let isOurs =
      MarkupForms.name(of: tag.name)?.contains(":") == false
      || namespace.isEmpty || namespace == "http://www.w3.org/2005/Atom"
    // A prefix that nobody declares is an issue of its own.
    guard isOurs, !source(tag.range).prefix(while: { !$0.isWhitespace }).contains(":") else {
      return
    }
    add(
      .unknownElement, line: line,
      "<\(tag.localName)> is no element of <\(place.name)>.")
  }

  private func note(_ name: String, _ form: ElementForm, line: Int) {
    let isNew = places[places.count - 1].seen.insert(name).inserted
    if !isNew, !form.repeats {
      add(.repeatedElement, line: line, "<\(name)> comes more than once.")
    }
  }

  private func checkAttributes(
    of tag: borrowing XMLStartTag, name: String, _ form: ElementForm, line: Int
  ) {
    for (attribute, value) in form.needs + form.allows {
      let text =
        tag.value(of: MarkupForms.attribute(attribute))
        ?? (attribute == "about" ? tag.value(of: Self.rdfAbout) : nil)
      if let text {
        checkAttribute(text, is: value, of: "The \(attribute) of <\(name)>", line: line)
      } else if form.needs.contains(where: { $0.name == attribute }) {
        add(.missingAttribute, line: line, "<\(name)> has no \(attribute).")
      }
    }
    if name == "atom:link" { checkPage(tag, line: line) }
  }

  private func checkAttribute(_ text: String, is form: ValueForm, of name: String, line: Int) {
    // An empty address is that of the document itself, where there is a base.
    if text.isEmpty, form != .address {
      add(.emptyElement, line: line, "\(name) is empty.")
    } else {
      check(text, is: form, of: name, line: line)
    }
  }

  private func checkPage(_ tag: borrowing XMLStartTag, line: Int) {
    let relation = tag.value(of: MarkupForms.attribute("rel")) ?? "alternate"
    guard relation == "alternate", places[places.count - 1].kind != .item else { return }
    let type = tag.value(of: MarkupForms.attribute("type")) ?? ""
    let language = tag.value(of: MarkupForms.attribute("hreflang")) ?? ""
    if !places[places.count - 1].pages.insert("\(type) \(language)").inserted {
      add(.repeatedLink, line: line, "A second link leads to the page in this type and language.")
    }
  }

  private func check(
    _ text: String, is form: ValueForm, of name: String, line: Int, isNoLink: Bool = false
  ) {
    switch form {
    case .any: break
    case .title:
      if TitleMarkup.isFound(in: text) {
        add(.titleMarkup, line: line, "The title has markup in it: \(text.prefix(80))")
      }
    case .plain:
      if PlainMarkup.isFound(in: text) {
        add(
          .undeclaredHTML, line: line,
          "\(name) is plain text, and has HTML in it: \(text.prefix(80))")
      }
    case .webAddress, .address:
      checkAddress(text, mayBeRelative: form == .address, name: name, line: line)
    case .identifier: checkIdentifier(text, line: line)
    case .guid:
      if !isNoLink, !AddressForm.isWebAddress(text) {
        add(.guidNoURL, line: line, "The guid \(text.prefix(80)) is no address.")
      } else if let fault = AddressForm.faultOfScheme(in: text) {
        add(.invalidID, line: line, "\(text.prefix(80)) \(fault).")
      }
    case .mailDate: checkMailDate(text, name: name, line: line)
    case .internetDate:
      // What cannot be read at all is the parser's to tell.
      if FeedDateParser.parse(text) != nil, let fault = InternetDateForm.fault(in: text) {
        add(.internetDateForm, line: line, "\(name) has the date \(text.prefix(80)): \(fault).")
      }
    case .mailbox, .email, .count, .positive, .language, .mediaType, .hour, .day, .period, .flag:
      if !form.allows(text) {
        add(.invalidValue, line: line, "\(name) has the value \(text.prefix(80)), \(form.kind).")
      }
    }
  }

  private func checkAddress(_ text: String, mayBeRelative: Bool, name: String, line: Int) {
    if let fault = AddressForm.fault(in: text) {
      add(.invalidLink, line: line, "\(name) has the address \(text.prefix(80)): \(fault).")
    } else if !WebAddress.isAbsolute(text) {
      guard !mayBeRelative || bases.isEmpty && !hasBase else { return }
      add(.relativeLink, line: line, "\(name) has the relative address \(text.prefix(80)).")
    }
  }

  private func checkIdentifier(_ text: String, line: Int) {
    if !WebAddress.isAbsolute(text) {
      add(.relativeID, line: line, "The id \(text.prefix(80)) is no absolute URI.")
    } else if let fault = AddressForm.fault(in: text) ?? AddressForm.faultOfScheme(in: text) {
      add(.invalidID, line: line, "The id \(text.prefix(80)): \(fault).")
    }
  }

  private func checkMailDate(_ text: String, name: String, line: Int) {
    guard FeedDateParser.parse(text) != nil else { return }
    switch MailDateForm.fault(in: text) {
    case .form(let fault):
      add(.mailDateForm, line: line, "\(name) has the date \(text.prefix(80)): \(fault).")
    case .weekday:
      add(.wrongWeekday, line: line, "\(text.prefix(80)) is another day of the week.")
    case nil: break
    }
  }
}
