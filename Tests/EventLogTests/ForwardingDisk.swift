import EventLog

/// A disk that hands on to another what it does not do itself.
protocol ForwardingDisk: Disk {
  var base: any Disk { get }
}

extension ForwardingDisk {
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    try base.open(path, mode)
  }
  func exists(_ path: String) -> Bool { base.exists(path) }
  func names(in folder: String) throws(SystemError) -> [String] { try base.names(in: folder) }
  func createFolder(_ path: String) throws(SystemError) { try base.createFolder(path) }
  func syncFolder(_ path: String) throws(SystemError) { try base.syncFolder(path) }
  func rename(_ path: String, to target: String) throws(SystemError) {
    try base.rename(path, to: target)
  }
  func remove(_ path: String) throws(SystemError) { try base.remove(path) }
}

/// An open file that hands on to another what it does not do itself.
protocol ForwardingFile: DiskFile {
  var base: any DiskFile { get }
}

extension ForwardingFile {
  var path: String { base.path }
  func size() throws(SystemError) -> Int { try base.size() }
  func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int { try base.read(count, at: offset, appendingTo: &buffer) }
  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try base.write(bytes, at: offset)
  }
  func truncate(to size: Int) throws(SystemError) { try base.truncate(to: size) }
  func syncData() throws(SystemError) { try base.syncData() }
  func sync() throws(SystemError) { try base.sync() }
  func tryLock() throws(SystemError) -> Bool { try base.tryLock() }
  func isLockedElsewhere() -> Bool { base.isLockedElsewhere() }
}
