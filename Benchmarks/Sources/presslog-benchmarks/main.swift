// Measures presslog beside its floors, in turn, and writes the table into a document.
//
//   presslog-benchmarks PRESSLOG DOCUMENT

import Foundation

let runs = 5
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: presslog-benchmarks PRESSLOG DOCUMENT\n".utf8))
  exit(64)
}
let presslog = arguments[1]
let startFloor = URL(fileURLWithPath: arguments[0]).deletingLastPathComponent()
  .appendingPathComponent("start-floor").path

do {
  var report = Report()
  try report.add(measureStart())
  do {
    let workspace = try Workspace(checkout: FileManager.default.currentDirectoryPath)
    try report.add(measureSingleFeed(workspace))
    try report.add(measureManyFeeds(workspace))
  } catch let error as BenchmarkError where error.description.hasPrefix("skipped") {
    print(error)
    report.note(error.description)
  }
  try report.write(to: arguments[2])
  print(report.text)
} catch {
  FileHandle.standardError.write(Data("presslog-benchmarks: \(error)\n".utf8))
  exit(1)
}

/// `presslog --version` beside a program that only starts and ends.
func measureStart() throws -> [Report.Row] {
  var ours = Samples()
  var floor = Samples()
  for _ in 0..<4 * runs {
    floor.runs.append(try measure([startFloor]))
    ours.runs.append(try measure([presslog, "--version"]))
  }
  return [
    Report.Row("start: Foundation and the same libraries", floor, digits: 4),
    Report.Row("start: `presslog --version`", ours, over: floor, digits: 4),
  ]
}

/// A feed of 200 entries into an empty store.
func measureSingleFeed(_ workspace: Workspace) throws -> [Report.Row] {
  let feeds = try workspace.feeds(["--sets", "medium"], in: "medium")
  guard let feed = feeds.first(where: { $0.hasSuffix("rss2.xml") }) else { return [] }
  return try compare("200 entries", [feed], workspace, repeated: false)
}

/// 2,000 feeds of 20 entries into an empty store, and once more with nothing new.
func measureManyFeeds(_ workspace: Workspace) throws -> [Report.Row] {
  let feeds = try workspace.feeds(["--sets", "many"], in: "many")
  return try compare("\(feeds.count) feeds", feeds, workspace, repeated: true)
}

func compare(
  _ name: String, _ feeds: [String], _ workspace: Workspace, repeated: Bool
) throws -> [Report.Row] {
  let list = "\(workspace.path)/list.txt"
  try (feeds.joined(separator: "\n") + "\n").write(toFile: list, atomically: true, encoding: .utf8)
  var (floor, ours, floorAgain, oursAgain) = (Samples(), Samples(), Samples(), Samples())
  for _ in 0..<runs {
    let log = workspace.fresh("floor")
    let store = workspace.fresh("store")
    let floorCommand = [workspace.ingestFloor ?? "", log, log + ".db", list, "2000"]
    let command = [presslog, "ingest", "--store", store, "--feeds", "Feeds"] + feeds
    floor.runs.append(try measure(floorCommand))
    ours.runs.append(try measure(command))
    guard repeated else { continue }
    floorAgain.runs.append(try measure(floorCommand))
    oursAgain.runs.append(try measure(command))
  }
  var rows = [
    Report.Row("ingest \(name): C floor", floor, digits: 2),
    Report.Row("ingest \(name): presslog", ours, over: floor, digits: 2),
  ]
  if repeated {
    rows += [
      Report.Row("the same again: C floor", floorAgain, digits: 2),
      Report.Row("the same again: presslog", oursAgain, over: floorAgain, digits: 2),
    ]
  }
  return rows
}
