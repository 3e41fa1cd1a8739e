/// The way of one fetch from the URL that was asked for, over its redirects, to the answer.
///
/// A value that decides and does nothing: it names the next URL, and is told what it answered.
package struct Itinerary: Sendable {
  /// What comes after an answer.
  package enum Step: Hashable, Sendable {
    /// Ask ``Itinerary/current`` next.
    case follow
    /// The fetch is over.
    case finish(FetchOutcome)
  }

  /// What was asked for.
  package let request: FetchRequest
  /// The URL to ask now.
  package private(set) var current: FetchURL
  private let named: FetchURL
  private var redirects: [Redirect] = []

  /// Reads the URL of a request.
  package init(_ request: FetchRequest) throws(FetchError) {
    self.request = request
    named = try FetchURL(request.url)
    current = named
  }

  /// Which addresses may be connected to for ``current``.
  package var addresses: AddressPolicy {
    AddressPolicy(forHop: current, of: named)
  }

  /// Takes the answer of ``current`` in.
  package mutating func receive(_ answer: Answer) throws(FetchError) -> Step {
    let status = answer.head.status
    switch status {
    case 200..<300:
      return .finish(.fetched(FetchedDocument(bytes: answer.body, head: head(of: answer))))
    case 304 where request.validators != nil:
      return .finish(.notModified(head(of: answer)))
    case 301, 302, 303, 307, 308:
      guard let location = answer.location else { break }
      try follow(location, status: status)
      return .follow
    default:
      break
    }
    throw .httpStatus(status, url: current.publicText)
  }

  private mutating func follow(_ location: String, status: Int) throws(FetchError) {
    guard redirects.count < request.limits.redirects else {
      throw .tooManyRedirects(limit: request.limits.redirects, url: named.publicText)
    }
    let next = try FetchURL(location)
    guard next.isSecure || !current.isSecure else {
      throw .insecureRedirect(from: current.publicText, to: next.publicText)
    }
    redirects.append(
      Redirect(from: current.publicText, to: next.publicText, status: status))
    current = next
  }

  private func head(of answer: Answer) -> FetchedHead {
    FetchedHead(
      status: answer.head.status, url: current.publicText, redirects: redirects,
      contentType: answer.head["content-type"],
      contentLocation: answer.head["content-location"],
      contentLanguage: answer.head["content-language"],
      etag: answer.head["etag"], lastModified: answer.head["last-modified"])
  }
}
