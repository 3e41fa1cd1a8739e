/// Puts back what is damaged or missing in a log, from another copy of it.
///
/// The lines of a log prove each other: each holds the hash of the one before. So what stands at the
/// end, which `DURABLE`, the seals and the checkpoints of projections name by its hash, tells which
/// lines stand before it, and no line is put where the chain does not demand just this one. No event
/// is ever dropped: either the log is whole afterwards, or nothing was changed.
public enum LogRepair {
  /// Repairs the log in `directory`.
  ///
  /// Without a source, lines that stand in the wrong order are put right, and seals, the mark and
  /// the indexes are made anew from the segments. What was damaged is kept in the store's
  /// `quarantine/`.
  ///
  /// - Parameters:
  ///   - directory: The folder of the log.
  ///   - source: The copy to take lines from.
  ///   - isDryRun: Whether to say only what would be done, without the lock of a writer.
  ///   - options: How long to wait for a writer, and the checkpoint of a projection.
  /// - Returns: What was made anew, or would be.
  /// - Throws: ``RepairError``, ``EventLogError``, ``SystemError``.
  public static func run(
    _ directory: String, from source: RepairSource?, isDryRun: Bool = false,
    _ options: LogWriter.Options = LogWriter.Options()
  ) throws -> RepairReport {
    let layout = LogLayout(directory, on: options.disk)
    if isDryRun { return try RepairPlan(layout, source, options, isDryRun: true).report }
    try options.disk.createFolders(directory)
    let lock = try FileLock(
      layout.lock, on: options.disk, wait: options.wait, onWait: options.onWait)
    defer { withExtendedLifetime(lock) {} }  // until all is done
    let plan = try RepairPlan(layout, source, options, isDryRun: false)
    let report = try apply(plan, layout, options.checkpoint)
    return report
  }

  private static func apply(
    _ plan: RepairPlan, _ layout: LogLayout, _ checkpoint: LogPosition?
  ) throws -> RepairReport {
    var report = plan.report
    let disk = layout.disk
    for index in report.actions.indices {
      let action = report.actions[index]
      switch action.kind {
      case .segment:
        report.actions[index].kept = try keep(action.file, layout)
        try AtomicFile.putStaged(action.file, on: disk)
      case .seal, .mark:
        report.actions[index].kept = try keep(action.file, layout)
        try disk.writeAtomically(plan.contents[action.file] ?? [], to: action.file)
      case .offsets, .ids:
        try disk.remove(action.file)
      }
    }
    let log = try OpenedLog.read(layout, checkpoint: checkpoint)
    if let loss = log.loss { throw EventLogError.corrupt(loss) }
    _ = try IdentifierIndex(layout: layout, sealed: log.seals)
    try OffsetIndex.makeMissing(log.seals, layout)
    return report
  }

  /// Copies a file as it is into quarantine, durable.
  private static func keep(_ path: String, _ layout: LogLayout) throws(SystemError) -> String? {
    let disk = layout.disk
    guard disk.exists(path) else { return nil }
    try disk.createFolders(layout.quarantine)
    let name = "\(layout.quarantine)/\(path.dropFirst(layout.directory.utf8.count + 1))"
    var target = "\(name).damaged"
    var number = 1
    while disk.exists(target) {  // what an earlier repair kept stays
      number += 1
      target = "\(name).\(number).damaged"
    }
    try disk.writeAtomically(try disk.contents(of: path), to: target)
    return target
  }
}
