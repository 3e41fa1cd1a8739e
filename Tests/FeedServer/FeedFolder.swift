internal import Foundation

/// The files of a folder as a server's content: what `serve-feeds` serves.
///
/// Files are read at each request, so an edit shows at once and changes the validators.
public struct FeedFolder: Sendable {
  private let folder: String

  /// Names a folder, which is not looked at yet.
  public init(_ folder: String) {
    self.folder = folder
  }

  /// Whether there is a folder of this name.
  public var exists: Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) != nil  // No reason is wanted.
  }

  /// Answers a request with a file, with the list of files at `/`, or with a status.
  @Sendable
  public func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard request.method == "GET" || request.method == "HEAD" else { return .status(405) }
    guard let path = request.path.removingPercentEncoding else { return .status(400) }
    let parts = path.split(separator: "/")
    // Nothing outside the folder and nothing hidden in it.
    guard !parts.contains(where: { $0.hasPrefix(".") }) else { return .status(404) }
    if parts.isEmpty { return index() }
    guard let file = FeedFile(path: folder + "/" + parts.joined(separator: "/")) else {
      return .status(404)
    }
    return file.answer(request)
  }

  /// Whether what lies under a relative path is a file that is not hidden.
  private func isServed(_ path: String) -> Bool {
    !path.split(separator: "/").contains { $0.hasPrefix(".") }
      && FeedFile(path: folder + "/" + path) != nil
  }

  private func index() -> HTTPResponse {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      return .status(404)  // The folder has gone since the server started.
    }
    let links = names.sorted().filter(isServed).map { name in
      let path = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
      return "<li><a href=\"/\(path)\">\(path)</a></li>"
    }
    return .html(
      "<!doctype html>\n<title>Feeds</title>\n<ul>\n\(links.joined(separator: "\n"))\n</ul>\n")
  }
}
