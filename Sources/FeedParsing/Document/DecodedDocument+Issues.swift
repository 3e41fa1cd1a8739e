extension DecodedDocument {
  /// The issues of decoding, with which the list of a document begins.
  func issues(limit: Int) -> IssueList {
    var issues = IssueList(limit: limit)
    if strayBytes > 0 {
      issues.add(.undecodableBytes, line: strayLines.first, message: strayMessage)
    }
    return issues
  }
}
