import EventLog

/// The files and folders of a ``SimulatedDisk``, and what of them a power cut may leave.
struct SimulatedStorage: Sendable {
  private(set) var files: [Int: SectoredFile] = [:]
  private var folders: [Int: Folder] = [root: Folder()]
  private var next = root + 1

  private static let root = 0

  /// Names, and the changes of them that are not on the device yet, in order.
  private struct Folder: Sendable {
    var entries: [String: Int] = [:]
    var stored: [String: Int] = [:]
    var journal: [Change] = []

    mutating func apply(_ change: Change) {
      change.apply(to: &entries)
      journal.append(change)
    }
  }

  private enum Change: Sendable {
    case link(String, Int)
    case unlink(String)
    case rename(String, to: String)

    func apply(to entries: inout [String: Int]) {
      switch self {
      case .link(let name, let node): entries[name] = node
      case .unlink(let name): entries[name] = nil
      case .rename(let name, let target): entries[target] = entries.removeValue(forKey: name)
      }
    }
  }

  /// The file or folder at a path that begins with a slash.
  func node(_ path: String) -> Int? {
    var node = Self.root
    for name in path.split(separator: "/") {
      guard let next = folders[node]?.entries[String(name)] else { return nil }
      node = next
    }
    return node
  }

  func names(in folder: String) -> [String]? {
    node(folder).flatMap { folders[$0] }?.entries.keys.sorted()
  }

  /// The content of every file in a folder and those below it, by path.
  func contents(below folder: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in names(in: folder) ?? [] {
      let path = "\(folder)/\(name)"
      contents.merge(self.contents(below: path)) { first, _ in first }
      if let node = node(path), let file = files[node] { contents[path] = file.bytes }
    }
    return contents
  }

  /// Changes the content of a file.
  mutating func change<Result>(_ node: Int, _ body: (inout SectoredFile) -> Result) -> Result {
    body(&files[node, default: SectoredFile()])
  }

  /// Creates an empty file; nil where there is no folder for it.
  mutating func createFile(_ path: String) -> Int? {
    guard let node = create(path) else { return nil }
    files[node] = SectoredFile()
    return node
  }

  /// Creates a folder; false where there is no folder for it.
  mutating func createFolder(_ path: String) -> Bool {
    guard let node = create(path) else { return false }
    folders[node] = Folder()
    return true
  }

  /// Puts a file in the place of another of the same folder; false where it is not there.
  mutating func rename(_ path: String, to target: String) -> Bool {
    precondition(Path.parent(of: path) == Path.parent(of: target), "a rename within a folder")
    guard node(path) != nil, let folder = node(Path.parent(of: path)) else { return false }
    folders[folder]?.apply(.rename(Self.name(path), to: Self.name(target)))
    return true
  }

  mutating func remove(_ path: String) {
    guard node(path) != nil, let folder = node(Path.parent(of: path)) else { return }
    folders[folder]?.apply(.unlink(Self.name(path)))
  }

  /// Makes names durable, or the content where `path` is a file; false where there is nothing.
  mutating func sync(_ path: String) -> Bool {
    guard let node = node(path) else { return false }
    files[node]?.sync()
    if let folder = folders[node] {
      folders[node] = Folder(entries: folder.entries, stored: folder.entries)
    }
    return true
  }

  /// What a restart after a power cut finds: of each folder's changes those up to some moment.
  func afterPowerCut(using random: inout SeededGenerator) -> SimulatedStorage {
    var storage = self
    for (node, folder) in folders.sorted(by: { $0.key < $1.key }) {
      var entries = folder.stored
      let kept = Int.random(in: 0...folder.journal.count, using: &random)
      for change in folder.journal[..<kept] { change.apply(to: &entries) }
      storage.folders[node] = Folder(entries: entries, stored: entries)
    }
    for (node, file) in files.sorted(by: { $0.key < $1.key }) {
      storage.files[node] = file.afterPowerCut(using: &random)
    }
    return storage
  }

  private mutating func create(_ path: String) -> Int? {
    guard let folder = node(Path.parent(of: path)), folders[folder] != nil else { return nil }
    next += 1
    folders[folder]?.apply(.link(Self.name(path), next))
    return next
  }

  private static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
