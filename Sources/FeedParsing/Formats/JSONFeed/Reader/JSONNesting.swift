/// Which objects and arrays of a document are open.
///
/// The depths of both stand on stacks of their own, so that the innermost of either kind is known at
/// once: a bracket of the wrong kind costs no search, however many there are.
struct JSONNesting {
  private var arrays: [Int] = []
  private var objects: [Int] = []

  /// How many are open.
  var depth: Int { arrays.count + objects.count }
  /// Whether the innermost one is an array.
  var isInArray: Bool { (arrays.last ?? 0) > (objects.last ?? 0) }
  /// Whether any array is open.
  var hasArray: Bool { !arrays.isEmpty }
  /// The depth of the innermost object, 0 where none is open.
  var innermostObject: Int { objects.last ?? 0 }

  /// The brackets that are missing, the outermost first.
  var closingBrackets: [UInt8] {
    let depths = Set(arrays)
    return (1...max(depth, 1)).map { depths.contains($0) ? UInt8(ascii: "]") : UInt8(ascii: "}") }
  }

  mutating func openArray() { arrays.append(depth + 1) }
  mutating func openObject() { objects.append(depth + 1) }

  /// Closes the innermost one.
  mutating func close() {
    if isInArray { arrays.removeLast() } else { _ = objects.popLast() }
  }

  /// Closes the objects inside the innermost array.
  mutating func closeObjects() {
    while !objects.isEmpty, !isInArray { objects.removeLast() }
  }

  /// Closes the arrays inside the innermost object.
  mutating func closeArrays() {
    while isInArray { arrays.removeLast() }
  }
}
