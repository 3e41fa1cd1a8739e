import Ingestion

/// What makes every document a large one, which is kept in a temporary file and stored in batches.
enum LargeDocument {
  static func options(batchEntries: Int) -> IngestOptions {
    var options = IngestOptions()
    options.limits.heldDocument = 0
    options.limits.batchEntries = batchEntries
    return options
  }
}
