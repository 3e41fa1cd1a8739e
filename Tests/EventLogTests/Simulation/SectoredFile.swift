/// The content of a file: what programs see, and what the device may hold of it.
///
/// A sector that was written since the last sync is on the device as it was before or as any of the
/// writes left it; the size is any that the file had in between. A sync that fails leaves the device
/// as it is, calls the sectors clean all the same, as Linux does, and may forget their content.
struct SectoredFile: Sendable {
  static let sectorSize = 512

  /// What programs see.
  private(set) var bytes: [UInt8] = []
  /// What the device surely holds; a sector that is missing is all zeros.
  private var stored: [Int: [UInt8]] = [:]
  /// What else the device may hold, by sector, the latest write last.
  private var pending: [Int: [[UInt8]]] = [:]
  /// The sizes that the device may know.
  private var sizes = 0...0
  /// Whether a sync has failed: then programs perhaps see what the device will never hold.
  private var hasFailed = false

  mutating func write(_ new: ArraySlice<UInt8>, at offset: Int) {
    let begin = min(offset, bytes.count)
    if offset > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: offset - bytes.count))
    }
    let overwritten = offset..<min(offset + new.count, bytes.count)
    bytes.replaceSubrange(overwritten, with: new)
    note(begin..<offset + new.count)
  }

  mutating func truncate(to size: Int) {
    let former = bytes.count
    if size < former {
      bytes.removeLast(former - size)
    } else {
      bytes.append(contentsOf: repeatElement(0, count: size - former))
    }
    note(min(size, former)..<max(size, former))
  }

  mutating func sync() {
    for (sector, versions) in pending { stored[sector] = versions.last }
    pending = [:]
    sizes = bytes.count...bytes.count
  }

  /// A sync that fails; some of the sectors are lost, and no later sync will write them.
  mutating func failSync(using random: inout SeededGenerator) {
    for (sector, versions) in pending.sorted(by: { $0.key < $1.key }) where random.chance(0.5) {
      stored[sector] = versions.randomElement(using: &random)
    }
    let lost = pending.keys
    hasFailed = true
    pending = [:]
    guard random.chance(0.3) else { return }
    for sector in lost { forget(sector) }
  }

  /// What a restart after a power cut finds.
  func afterPowerCut(using random: inout SeededGenerator) -> SectoredFile {
    if pending.isEmpty, sizes.count == 1, !hasFailed { return self }
    let style = Int.random(in: 0..<5, using: &random)
    let size =
      switch style {
      case 0: sizes.lowerBound
      case 1, 2: min(max(bytes.count, sizes.lowerBound), sizes.upperBound)
      default: Int.random(in: sizes, using: &random)
      }
    var file = SectoredFile()
    for sector in 0..<Self.sectors(size) {
      var content = stored[sector]
      if let versions = pending[sector] {
        let chosen =
          switch style {
          case 0: 0
          case 1: versions.count
          default: Int.random(in: 0...versions.count, using: &random)
          }
        if chosen > 0 { content = versions[chosen - 1] }
      }
      file.bytes += content ?? Self.zeros
      file.stored[sector] = content
    }
    file.bytes.removeLast(file.bytes.count - size)
    // What lay behind the end of the file is not seen again when it grows.
    let last = size / Self.sectorSize
    if size % Self.sectorSize > 0 { file.stored[last] = file.cached(last) }
    file.sizes = size...size
    return file
  }

  /// Whether programs see something that the device will never hold: a sync failed.
  var isForgotten: Bool {
    hasFailed
      && (0..<Self.sectors(bytes.count)).contains {
        pending[$0] == nil && cached($0) != stored[$0] ?? Self.zeros
      }
  }

  /// Flips a bit on the device and in memory.
  mutating func flip(bit: Int, at offset: Int) {
    bytes[offset] ^= 1 << UInt8(bit)
    sync()
    stored[offset / Self.sectorSize] = cached(offset / Self.sectorSize)
  }

  private static let zeros = [UInt8](repeating: 0, count: sectorSize)

  private static func sectors(_ size: Int) -> Int { (size + sectorSize - 1) / sectorSize }

  /// A sector as programs see it, zeros behind the end of the file.
  private func cached(_ sector: Int) -> [UInt8] {
    let begin = min(sector * Self.sectorSize, bytes.count)
    let content = Array(bytes[begin..<min(begin + Self.sectorSize, bytes.count)])
    return content + repeatElement(0, count: Self.sectorSize - content.count)
  }

  /// Programs see what the device holds again.
  private mutating func forget(_ sector: Int) {
    let content = stored[sector] ?? Self.zeros
    let begin = min(sector * Self.sectorSize, bytes.count)
    let range = begin..<min(begin + Self.sectorSize, bytes.count)
    bytes.replaceSubrange(range, with: content[..<range.count])
  }

  private mutating func note(_ changed: Range<Int>) {
    sizes = min(sizes.lowerBound, bytes.count)...max(sizes.upperBound, bytes.count)
    guard !changed.isEmpty else { return }
    for sector in changed.lowerBound / Self.sectorSize...(changed.upperBound - 1) / Self.sectorSize
    {
      pending[sector, default: []].append(cached(sector))
    }
  }
}
