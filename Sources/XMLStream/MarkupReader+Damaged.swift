/// Start tags that XML does not allow as they stand.
extension MarkupReader {
  /// Reads a tag leniently and writes what it means; where it can be no tag, its `<` is text.
  mutating func readDamagedStartTag(name: Range<Int>) -> Bool {
    let tag: DamagedTag
    switch DamagedTag.read(name: name, in: self) {
    case .tag(let read): tag = read
    case .text: return readStrayLessThan()
    case .incomplete: return false
    }
    let kind = kinds.kind(of: tag.name, in: bytes)
    if kind != .other { closeBefore(kind, tag.name) }
    let isVoid =
      kind == .void && !tag.isEmpty && skippedDepth == 0 && !hasItsEnd(name, from: tag.end)
    let isEmpty = tag.isEmpty || isVoid
    guard admit(isEmpty: isEmpty) else {
      position = tag.end
      return true
    }
    if isVoid { reportVoid(name) }
    let namespaces = write(tag, isEmpty: isEmpty)
    finishStartTag(
      tag.name, kind, from: position, to: tag.end, isEmpty: isEmpty, namespaces: namespaces)
    return true
  }

  /// Writes a tag as XML wants it; says how many namespaces it declares.
  private mutating func write(_ tag: DamagedTag, isEmpty: Bool) -> Int {
    unsafe skeleton.storage.pointee.bytes.append("<")
    append(tag.name)
    var names: Set<String> = []
    var namespaces = 0
    for attribute in tag.attributes {
      let name = bytes.string(attribute.name)
      let isNamespace = name == "xmlns" || name.hasPrefix("xmlns:")
      guard isValidName(attribute.name) else {
        report(.unclosedMarkup, at: attribute.name.lowerBound, "An attribute has no name.")
        continue
      }
      guard names.insert(name).inserted else {
        report(.unclosedMarkup, at: attribute.name.lowerBound, "An attribute stands twice.")
        continue
      }
      guard names.count <= limits.attributes else {
        report(
          .limitExceeded, at: attribute.name.lowerBound,
          "An element has more than \(limits.attributes) attributes; the rest is left out.")
        break
      }
      guard !isNamespace || stack.namespaces + namespaces < limits.namespaces else {
        report(
          .limitExceeded, at: attribute.name.lowerBound,
          "More than \(limits.namespaces) namespaces are declared; the rest is left out.")
        break
      }
      if isNamespace { namespaces += 1 }
      if let message = attribute.problem {
        report(.unclosedMarkup, at: attribute.name.lowerBound, message)
      }
      unsafe skeleton.storage.pointee.bytes.append(" ")
      append(attribute.name)
      unsafe skeleton.storage.pointee.bytes.append("=\"")
      writeValue(attribute.value)
      unsafe skeleton.storage.pointee.bytes.append("\"")
    }
    unsafe skeleton.storage.pointee.bytes.append(isEmpty ? "/>" : ">")
    return namespaces
  }

  private func append(_ range: Range<Int>) {
    unsafe skeleton.storage.pointee.bytes.append(
      bytes.pointer(at: range.lowerBound), count: range.count)
  }

  /// Whether a name is one by productions 4 to 5, with at most one colon and that inside, and not
  /// longer than all names may be.
  func isValidName(_ name: Range<Int>) -> Bool {
    guard name.count <= limits.nameBytes else { return false }
    let text = bytes.string(name)
    let parts = text.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return false }
    return parts.allSatisfy { part in
      part.enumerated().allSatisfy { index, scalar in
        guard scalar.value < 0x80 else {
          return XMLCharacter.isNameScalar(scalar, atStart: index == 0)
        }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        return index == 0 ? XMLCharacter.isNameStart(byte) : XMLCharacter.isNamePart(byte)
      }
    }
  }

  /// Writes the value of an attribute for libxml2, which decodes it.
  private mutating func writeValue(_ value: Range<Int>) {
    var index = value.lowerBound
    while index < value.upperBound {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"): index = writeReference(at: index, to: value.upperBound)
      case UInt8(ascii: "<"):
        report(.strayLessThan, at: index, "There is a < in the value of an attribute.")
        unsafe skeleton.storage.pointee.bytes.append("&lt;")
        index += 1
      case UInt8(ascii: "\""):
        unsafe skeleton.storage.pointee.bytes.append("&quot;")
        index += 1
      case _ where XMLCharacter.isIllegalControl(byte):
        reportIllegalCharacter(at: index)
        index += 1
      case _ where XMLCharacter.isNoncharacter(bytes, at: index):
        reportIllegalCharacter(at: index)
        index += 3
      default:
        unsafe skeleton.storage.pointee.bytes.append(byte)
        index += 1
      }
    }
  }

  private mutating func writeReference(at ampersand: Int, to end: Int) -> Int {
    let reference = Reference(at: ampersand, to: end, in: bytes, entity: rules.entity)
    guard let problem = reference.problem else {
      append(ampersand..<reference.end)
      return reference.end
    }
    report(problem, at: ampersand, reference.message(in: bytes))
    switch reference.meaning {
    case .ascii: unsafe skeleton.storage.pointee.bytes.append("&amp;")
    case .scalar(let scalar):
      unsafe skeleton.storage.pointee.bytes.append("&#\(scalar.value);" as String)
    case .text(let text):
      for scalar in text.unicodeScalars {
        unsafe skeleton.storage.pointee.bytes.append("&#\(scalar.value);" as String)
      }
    case .nothing: break
    }
    return reference.end
  }
}
