public import Catalog
import Foundation

/// Something that can be ingested, as a person names it.
public enum IngestSource: Hashable, Sendable {
  case url(String)
  /// A path, as it was typed.
  case file(String)
  case standardInput
  /// An argument that names none, which is said when it is its turn.
  case unusable(String, SourceError)

  /// Reads an argument: a URL with `http` or `https`, a `file` URL, `-`, or a path.
  ///
  /// A URL of any other kind is unusable.
  public init(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else if let scheme = Self.scheme(of: argument) {
      switch scheme {
      case "http", "https": self = .url(argument)
      case "file":
        guard let url = URL(string: argument), url.isFileURL, url.host ?? "" == "" else {
          self = .unusable(argument, .unsupportedScheme(argument))
          return
        }
        self = .file(url.path)
      default: self = .unusable(argument, .unsupportedScheme(argument))
      }
    } else {
      self = .file(argument)
    }
  }

  /// How the source is shown.
  public var name: String {
    switch self {
    case .url(let url): url
    case .file(let path): path
    case .standardInput: "-"
    case .unusable(let argument, _): argument
    }
  }

  /// Whether somebody else decides how long reading it takes: a server, or who writes to a pipe.
  var mayKeepWaiting: Bool {
    switch self {
    case .url, .standardInput: return true
    case .unusable: return false
    case .file(let path):
      // A file that is not there is reported when it is read.
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let type = attributes?[.type] as? FileAttributeType
      return type != nil && type != .typeRegular && type != .typeDirectory
        && type != .typeSymbolicLink
    }
  }

  /// The scheme of a URL; nil for a path, which may hold colons too but not `://`.
  private static func scheme(of argument: String) -> String? {
    guard let range = argument.range(of: "://") ?? argument.range(of: "file:/") else { return nil }
    let scheme = argument[..<range.lowerBound].lowercased()
    if scheme.isEmpty { return argument.hasPrefix("file:/") ? "file" : nil }
    let isScheme = scheme.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
    return isScheme ? scheme : nil
  }
}

/// Why a source could not be read.
public enum SourceError: Error, Hashable, Sendable, CustomStringConvertible {
  case unsupportedScheme(String)
  case notLocal(String)
  case notFound(String)
  case isFolder(String)
  case unreadable(String, reason: String)
  case tooLarge(String, limit: Int)

  public var description: String {
    switch self {
    case .unsupportedScheme(let url): "\(url): only http, https and file URLs are read"
    case .notLocal(let url): "\(url): only files are read here; ingest reads URLs"
    case .notFound(let path): "\(path): there is no such file; check the path"
    case .isFolder(let path): "\(path) is a folder; name the files in it, such as \(path)/*.xml"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .tooLarge(let path, let limit): "\(path) is larger than the limit of \(limit >> 20) MiB"
    }
  }
}

extension IngestSource {
  /// The sources of all subscriptions, in the order of `feeds.yaml`.
  ///
  /// - Parameters:
  ///   - catalog: Whose subscriptions.
  ///   - folder: The catalog's folder, which the subscriptions' files are relative to.
  /// - Returns: A source for each.
  public static func subscriptions(of catalog: Catalog, folder: String) -> [IngestSource] {
    catalog.feeds.compactMap { subscription in
      switch subscription.source {
      case .url(let url): .url(url)
      case .file(let file): .file(file.hasPrefix("/") ? file : "\(folder)/\(file)")
      }
    }
  }
}
