/// Text and the references in it.
extension MarkupReader {
  /// The next tag where nothing but white space comes before it, as between the fields of a record.
  @inline(__always)
  func tagBehindSpaces() -> Int? {
    guard traits.isEmpty else { return nil }
    let end = endOfSpaces(from: position)
    return end < bytes.end && bytes[end] == UInt8(ascii: "<") ? end : nil
  }

  /// Text between two tags.
  @inline(__always)
  mutating func readText(from start: Int, to end: Int) {
    guard start < end else { return }
    addText(from: start, to: end, hasReferences: true)
    // A stray `]]>` is text (XML 1.0, section 2.4, wants its `>` escaped).
    if let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: start, to: end) {
      reportStrayEnds(from: bracket, to: end)
    }
  }

  /// Text or the content of a CDATA section: as it stands where it can, else decoded.
  mutating func addText(from start: Int, to end: Int, hasReferences: Bool) {
    let firstReference =
      hasReferences ? bytes.firstIndex(of: UInt8(ascii: "&"), from: start, to: end) : nil
    guard firstReference != nil || !traits.isEmpty && needsCare(from: start, to: end) else {
      return skeleton.addRun(from: start, to: end, in: bytes)
    }
    let first = unsafe skeleton.storage.pointee.decoded.count
    if traits.isEmpty {
      decodeReferences(from: start, first: firstReference, to: end)
    } else {
      decodeCarefully(from: start, to: end, hasReferences: hasReferences)
    }
    skeleton.addDecodedRun(from: first)
  }

  private func needsCare(from start: Int, to end: Int) -> Bool {
    if bytes.firstIndex(of: 0x0D, from: start, to: end) != nil { return true }
    guard traits != .carriageReturns else { return false }
    return (start..<end).contains {
      XMLCharacter.isIllegalControl(bytes[$0]) || XMLCharacter.isNoncharacter(bytes, at: $0)
        || XMLCharacter.isLegacy(bytes, at: $0)
    }
  }

  private func reportStrayEnds(from start: Int, to end: Int) {
    var index = start
    while let found = bytes.firstIndex(of: "]]>", from: index, to: end) {
      report(.strayCDATAEnd, at: found, "There is a ]]> outside a CDATA section.")
      index = found + 3
    }
  }

  /// Whether a CDATA section outside any record goes on through the start of one, to the end of a
  /// section in there.
  func hasSwallowedRecord(from start: Int, to end: Int) -> Bool {
    guard !(0..<stack.count).contains(where: { stack.kind(at: $0) == .record }),
      let next = bytes.firstIndex(of: "<![CDATA[", from: start, to: end)
    else { return false }
    var index = start
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: index, to: next) {
      index = tag + 1
      let name = index..<endOfName(from: index).end
      if !name.isEmpty, kinds.kind(of: name, in: bytes) == .record { return true }
    }
    return false
  }

  // MARK: Decoding

  private func copy(from start: Int, to end: Int) {
    guard start < end else { return }
    unsafe skeleton.storage.pointee.decoded.append(bytes.pointer(at: start), count: end &- start)
  }

  /// Decodes text without carriage returns and illegal characters.
  private mutating func decodeReferences(from start: Int, first: Int?, to end: Int) {
    var index = start
    var next = first
    while let ampersand = next {
      copy(from: index, to: ampersand)
      index = decodeReference(at: ampersand, to: end)
      next = bytes.firstIndex(of: UInt8(ascii: "&"), from: index, to: end)
    }
    copy(from: index, to: end)
  }

  /// Decodes text in which anything may stand.
  private mutating func decodeCarefully(from start: Int, to end: Int, hasReferences: Bool) {
    var index = start
    var copied = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), hasReferences {
        copy(from: copied, to: index)
        index = decodeReference(at: index, to: end)
        copied = index
      } else if byte == 0x0D {
        copy(from: copied, to: index)
        index += 1
        // CR LF and CR alone mean a line feed (XML 1.0, section 2.11).
        if index >= bytes.end || bytes[index] != 0x0A {
          unsafe skeleton.storage.pointee.decoded.append(0x0A)
        }
        copied = index
      } else if XMLCharacter.isIllegalControl(byte) || XMLCharacter.isNoncharacter(bytes, at: index)
      {
        copy(from: copied, to: index)
        reportIllegalCharacter(at: index)
        index += byte < 0x20 ? 1 : 3
        copied = index
      } else if XMLCharacter.isLegacy(bytes, at: index) {
        copy(from: copied, to: index)
        unsafe skeleton.storage.pointee.decoded.append(Windows1252.character(bytes[index + 1]))
        index += 2
        copied = index
      } else {
        index += 1
      }
    }
    copy(from: copied, to: end)
  }

  func reportIllegalCharacter(at offset: Int) {
    let byte = bytes[offset]
    let digits = String(byte, radix: 16, uppercase: true)
    let code = byte < 0x20 ? (byte < 0x10 ? "000" : "00") + digits : "FFFE or U+FFFF"
    report(.illegalCharacter, at: offset, "XML does not allow the character U+\(code).")
  }

  /// Decodes the reference at an ampersand, and says where text goes on.
  private mutating func decodeReference(at ampersand: Int, to end: Int) -> Int {
    let reference = Reference(at: ampersand, to: end, in: bytes, entity: rules.entity)
    if let code = reference.code,
      let found = DoubleEncoded(
        lead: code, from: reference.end, to: end, in: bytes, entity: rules.entity)
    {
      report(
        .doubleEncoding, at: ampersand, "A character is written as the bytes that it has in UTF-8.")
      unsafe skeleton.storage.pointee.decoded.append(found.scalar)
      return found.end
    }
    if let problem = reference.problem {
      report(problem, at: ampersand, reference.message(in: bytes))
    }
    switch reference.meaning {
    case .ascii(let byte): unsafe skeleton.storage.pointee.decoded.append(byte)
    case .scalar(let scalar): unsafe skeleton.storage.pointee.decoded.append(scalar)
    case .text(let text): unsafe skeleton.storage.pointee.decoded.append(text)
    case .nothing: break
    }
    return reference.end
  }
}
