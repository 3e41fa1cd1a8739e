extension DecodedDocument {
  /// The issues of decoding, with which the list of a document begins.
  func issues(limit: Int) -> IssueList {
    var issues = IssueList(limit: limit)
    if strayBytes > 0 {
      issues.add(
        .undecodableBytes,
        message: "\(strayBytes) bytes are no \(decision.name); they are read as windows-1252.")
    }
    return issues
  }
}
