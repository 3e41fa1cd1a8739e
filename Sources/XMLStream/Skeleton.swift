/// A part of a document without its text: the tags, as libxml2 gets them, and beside them where each
/// stood and which text came before it.
///
/// libxml2 reads names, attributes and namespaces. Text goes round it, from the document straight
/// into strings: that is where its parser loses characters, and where it spends its time.
@safe
final class Skeleton {
  /// A start or end of an element, in the order in which libxml2 reports them.
  struct Tag: BitwiseCopyable {
    /// The offset of the tag's `<` in the document.
    var start: Int
    /// The offset past its `>`; the same as `start` where the document lacks the tag.
    var end: Int
    /// How many text runs come before it.
    var runCount: Int
    /// How many values come before it or are its own.
    var valueCount: Int
  }

  /// The value of an attribute.
  struct Value: BitwiseCopyable {
    /// An offset in the document.
    var start: Int
    var count: Int
    /// Whether its characters mean themselves: then libxml2 sees it empty.
    var isPlain: Bool
  }

  /// Text between two tags, or a part of it.
  struct Run: BitwiseCopyable {
    /// An offset in the document, or among the decoded bytes.
    var start: Int
    var count: Int
    /// Whether it had to be decoded and lies in ``decoded``.
    var isDecoded: Bool
  }

  @safe
  struct Storage {
    var bytes = GrowableBuffer<UInt8>(capacity: 1 << 15)
    var tags = GrowableBuffer<Tag>(capacity: 1 << 10)
    var runs = GrowableBuffer<Run>(capacity: 1 << 11)
    var values = GrowableBuffer<Value>(capacity: 1 << 10)
    /// The values of the tag that is being read, which is not written yet.
    var openValues = GrowableBuffer<Value>(capacity: 8)
    var decoded = GrowableBuffer<UInt8>(capacity: 1 << 15)
    /// How many tags libxml2 has reported.
    var reportedTags = 0
    /// How many runs came before them.
    var reportedRuns = 0
    /// How many values they and those before them have.
    var reportedValues = 0
  }

  let storage: UnsafeMutablePointer<Storage>

  init() {
    unsafe storage = .allocate(capacity: 1)
    unsafe storage.initialize(to: Storage())
  }

  deinit {
    unsafe storage.pointee.bytes.deallocate()
    unsafe storage.pointee.tags.deallocate()
    unsafe storage.pointee.runs.deallocate()
    unsafe storage.pointee.values.deallocate()
    unsafe storage.pointee.openValues.deallocate()
    unsafe storage.pointee.decoded.deallocate()
    unsafe storage.deallocate()
  }

  /// Notes a tag whose bytes have just been written.
  @inline(__always)
  func addTag(from start: Int, to end: Int) {
    unsafe storage.pointee.tags.append(
      Tag(
        start: start, end: end, runCount: storage.pointee.runs.count,
        valueCount: storage.pointee.values.count))
  }

  /// Notes the next value of the tag that is being read.
  @inline(__always)
  func addValue(from start: Int, to end: Int, isPlain: Bool) {
    unsafe storage.pointee.openValues.append(
      Value(start: start, count: end &- start, isPlain: isPlain))
  }

  /// Notes text that stands in the document as it is meant.
  @inline(__always)
  func addRun(from start: Int, to end: Int, in bytes: ByteWindow) {
    guard start < end else { return }
    if unsafe storage.pointee.runs.count > firstOpenRun, join(from: start, to: end, in: bytes) {
      return
    }
    unsafe storage.pointee.runs.append(Run(start: start, count: end &- start, isDecoded: false))
  }

  /// Notes text that was written to ``Storage/decoded`` from an offset on.
  func addDecodedRun(from start: Int) {
    let count = unsafe storage.pointee.decoded.count - start
    guard count > 0 else { return }
    let last = unsafe storage.pointee.runs.count - 1
    if last >= firstOpenRun, unsafe storage.pointee.runs[last].isDecoded {
      return unsafe storage.pointee.runs.start[last].count += count
    }
    unsafe storage.pointee.runs.append(Run(start: start, count: count, isDecoded: true))
  }

  /// The first of the runs that no tag follows yet.
  @inline(__always)
  private var firstOpenRun: Int {
    let tags = unsafe storage.pointee.tags
    return tags.count == 0 ? 0 : tags[tags.count &- 1].runCount
  }

  /// Lengthens the last run, where it goes on here or where a run of its own would be longer than
  /// its text: a text of a million stray `<` has two million parts.
  private func join(from start: Int, to end: Int, in bytes: ByteWindow) -> Bool {
    let last = unsafe storage.pointee.runs.count - 1
    let run = unsafe storage.pointee.runs[last]
    if run.isDecoded {
      guard end - start < MemoryLayout<Run>.stride else { return false }
      unsafe storage.pointee.decoded.append(bytes.pointer(at: start), count: end - start)
    } else if run.start + run.count != start {
      return false
    }
    unsafe storage.pointee.runs.start[last].count += end - start
    return true
  }

  /// The tag that libxml2 reports now; the text before it is in `runs`, and in `values` are those of
  /// its attributes, or none where libxml2 has all of them.
  @inline(__always)
  func nextTag() -> (tag: Tag, runs: Range<Int>, values: Range<Int>)? {
    let index = unsafe storage.pointee.reportedTags
    guard unsafe index < storage.pointee.tags.count else { return nil }
    let tag = unsafe storage.pointee.tags[index]
    let first = unsafe storage.pointee.reportedRuns
    unsafe storage.pointee.reportedTags = index &+ 1
    unsafe storage.pointee.reportedRuns = tag.runCount
    let firstValue = unsafe storage.pointee.reportedValues
    unsafe storage.pointee.reportedValues = tag.valueCount
    return (tag, first..<tag.runCount, firstValue..<tag.valueCount)
  }

  /// The first of some values, nil where there are none.
  @inline(__always)
  func values(in range: Range<Int>) -> UnsafePointer<Value>? {
    guard !range.isEmpty else { return nil }
    return unsafe UnsafePointer(storage.pointee.values.start + range.lowerBound)
  }

  /// The offset in the document from which what is not yet reported still needs its bytes.
  func firstNeededOffset(or offset: Int) -> Int {
    var first = offset
    let (tags, runs) = unsafe (storage.pointee.tags, storage.pointee.runs)
    if unsafe storage.pointee.reportedTags < tags.count {
      first = unsafe min(first, tags[storage.pointee.reportedTags].start)
    }
    for index in unsafe storage.pointee.reportedRuns..<runs.count where !runs[index].isDecoded {
      return min(first, runs[index].start)
    }
    return first
  }

  /// Forgets what was reported, after libxml2 has taken the bytes.
  func dropReported() {
    unsafe storage.pointee.bytes.removeAll()
    let (tags, runs) = unsafe (storage.pointee.reportedTags, storage.pointee.reportedRuns)
    if unsafe tags == storage.pointee.tags.count, unsafe runs == storage.pointee.runs.count {
      unsafe storage.pointee.tags.removeAll()
      unsafe storage.pointee.runs.removeAll()
      unsafe storage.pointee.values.removeAll()
      unsafe storage.pointee.decoded.removeAll()
    } else {
      // libxml2 wants to see more before it reports a tag; only its text has to stay where it is.
      unsafe storage.pointee.tags.removeFirst(tags)
      unsafe storage.pointee.runs.removeFirst(runs)
      let values = unsafe storage.pointee.reportedValues
      unsafe storage.pointee.values.removeFirst(values)
      for index in unsafe 0..<storage.pointee.tags.count {
        unsafe storage.pointee.tags.start[index].runCount -= runs
        unsafe storage.pointee.tags.start[index].valueCount -= values
      }
    }
    unsafe storage.pointee.reportedTags = 0
    unsafe storage.pointee.reportedRuns = 0
    unsafe storage.pointee.reportedValues = 0
  }
}
