/// The complete answer to one request of a fetch.
package struct Answer: Hashable, Sendable {
  /// The status and header fields.
  package var head: AnswerHead
  /// The absolute URL that a `Location` names, where there is one.
  package var location: String?
  /// The body, which is kept only where the status brings a document.
  package var body: [UInt8]

  package init(head: AnswerHead, location: String? = nil, body: [UInt8] = []) {
    self.head = head
    self.location = location
    self.body = body
  }
}
