import Foundation
import Yams

/// The catalog that comes with Presslog.
public enum WorkedExample {
  /// The path of its folder.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Feeds").standardized.path(percentEncoded: false)
}

/// Announcements with gold, in two halves that different people wrote.
public enum EvaluationSet: String, CaseIterable, Sendable {
  /// Rules may be tuned on these.
  case tuning
  /// Rules are never tuned on these.
  case heldOut = "held-out"

  /// Reads the announcements of a half.
  ///
  /// - Throws: What Yams reports, where a file is no list of announcements.
  public func announcements() throws -> [GoldAnnouncement] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Announcements/\(rawValue)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { file in
        try YAMLDecoder().decode(
          [GoldAnnouncement].self, from: String(contentsOf: file, encoding: .utf8))
      }
  }
}
