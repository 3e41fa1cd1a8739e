// Counts how often memory is asked for while a feed is read: by the floor in C, and by Presslog.
//
//   count-allocations FEED
//
// A program of its own, because counting takes time. Each reads the feed twice, and the second time
// counts: what is made once in a process is no matter of the feed.

import CAllocationCounter
import CParseFloor
import FeedParsing
import FoundationEssentials

let bytes = [UInt8](try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))

let floor = try allocations {
  bytes.withUnsafeBytes { buffer in
    read_fields(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
}
let presslog = try allocations {
  var entries = 0
  _ = try FeedParser.parse(bytes) { _ in entries += 1 }
  return entries
}
print(#"{"floor":\#(floor),"presslog":\#(presslog)}"#)

/// Allocations per item.
func allocations(_ read: () throws -> Int) throws -> Double {
  let items = try read()
  let before = allocation_count()
  _ = try read()
  return Double(allocation_count() - before) / Double(max(items, 1))
}
