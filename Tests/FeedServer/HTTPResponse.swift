/// What a handler answers, faults included: most of what a test wants of a server is misbehaviour.
public struct HTTPResponse: Hashable, Sendable {
  /// What follows the head.
  public enum Body: Hashable, Sendable {
    /// These bytes, with their number as `Content-Length`.
    case bytes([UInt8])
    /// These bytes under a `Content-Length` that is not theirs; then the connection is closed.
    case misdeclared([UInt8], length: Int)
    /// These bytes, and then nothing more on a connection that stays open.
    case stalled(after: [UInt8])
    /// One of these bytes at a time, slowly, and over again without an end.
    case dripping([UInt8])
    /// These bytes over and over again, as fast as they are taken.
    case endless([UInt8])
    /// Not even a head: the connection is closed.
    case hangUp
  }

  /// The status.
  public var status: Int
  /// The fields besides `Content-Length` and `Connection`, each sent as it stands here.
  public var fields: [HTTPField]
  /// The body.
  public var body: Body

  public init(status: Int = 200, fields: [HTTPField] = [], body: Body = .bytes([])) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}

extension HTTPResponse {
  /// Text of a media type.
  public static func text(
    _ text: String, type: String = "application/rss+xml", fields: [HTTPField] = []
  ) -> HTTPResponse {
    HTTPResponse(fields: [HTTPField("Content-Type", type)] + fields, body: .bytes(Array(text.utf8)))
  }

  /// A web page.
  public static func html(_ text: String) -> HTTPResponse {
    .text(text, type: "text/html; charset=utf-8")
  }

  /// Bytes that are compressed already; their media type is that of RSS.
  public static func compressed(_ bytes: [UInt8], coding: String = "gzip") -> HTTPResponse {
    HTTPResponse(
      fields: [
        HTTPField("Content-Type", "application/rss+xml"), HTTPField("Content-Encoding", coding),
      ],
      body: .bytes(bytes))
  }

  /// A redirect to an absolute or relative URL.
  public static func redirect(to location: String, status: Int = 302) -> HTTPResponse {
    HTTPResponse(status: status, fields: [HTTPField("Location", location)])
  }

  /// A page that says nothing but its status.
  public static func status(_ status: Int) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "text/plain")],
      body: .bytes(Array("\(status)\n".utf8)))
  }

  /// "Not modified", with the fields that RFC 9110, section 15.4.5, wants repeated.
  public static func notModified(fields: [HTTPField] = []) -> HTTPResponse {
    HTTPResponse(status: 304, fields: fields)
  }

  /// No answer at all.
  public static let hangUp = HTTPResponse(body: .hangUp)
}
