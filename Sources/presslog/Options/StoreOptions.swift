import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Projections

/// Where the store and the catalog are: options of every command that touches them.
struct StoreOptions: ParsableArguments {
  @Option(help: "The folder that everything is kept in (default: $PRESSLOG_STORE, else Store).")
  var store: String?

  @Option(help: "The folder of the catalog (default: $PRESSLOG_FEEDS, else Feeds).")
  var feeds: String?

  func validate() throws {
    guard store?.isEmpty != true, feeds?.isEmpty != true else {
      throw ValidationError("--store and --feeds name a folder")
    }
  }

  var location: Store { Store(store ?? Self.environment("PRESSLOG_STORE") ?? "Store") }

  /// The store, which must be there.
  func existing() throws -> Store {
    guard location.exists else { throw SourceError.notFound(location.path) }
    return location
  }

  var catalogFolder: String { feeds ?? Self.environment("PRESSLOG_FEEDS") ?? "Feeds" }

  /// Loads the catalog; what is missing of it is said.
  func catalog() throws -> Catalog {
    let catalog = try Catalog.load(from: catalogFolder)
    if !catalog.missing.isEmpty {
      let isAbsent = !FileManager.default.fileExists(atPath: catalogFolder)
      let what = isAbsent ? "\(catalogFolder)/" : catalog.missing.joined(separator: ", ")
      Terminal.notice("no \(what): going on without; --feeds names another catalog")
    }
    return catalog
  }

  /// Says so where the index belongs to another catalog than the one that is there now.
  ///
  /// A catalog that cannot be read does not stop a question that the index can answer.
  func noticeOldIndex(_ reader: IndexReader) {
    do {
      let catalog = try Catalog.load(from: catalogFolder)
      let isAbsent = !FileManager.default.fileExists(atPath: catalogFolder)
      guard !isAbsent, catalog.digest != reader.catalogDigest else { return }
      Terminal.notice(
        "the index is older than the catalog in \(catalogFolder);"
          + " presslog rebuild, or the next ingest, brings it up")
    } catch {
      Terminal.notice("\(ExitStatus.message(of: error)); answering from the index as it is")
    }
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
