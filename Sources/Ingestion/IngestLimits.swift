/// How much of what is ingested is in memory at once, whatever the sources' sizes and number.
package struct IngestLimits: Sendable {
  /// The bytes up to which a document is kept in memory; a larger one is kept in a temporary file and
  /// parsed twice.
  ///
  /// Nearly all press feeds have less than a hundredth of it.
  package var heldDocument = 4 << 20
  /// The bytes of documents in memory that are decided, appended and projected at once; the one that
  /// reaches them is the last.
  package var documentBatch = 8 << 20
  /// The same for the entries of a large document: the bytes of their fields and sources.
  ///
  /// Less, because beside them the document is parsed.
  package var entryBatch = 2 << 20
  /// The entries that are decided, appended and projected at once; a document in memory is not
  /// divided.
  package var batchEntries = 2_000

  package init() {}
}
