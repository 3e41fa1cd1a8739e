import XMLStream

extension FeedIssue.Kind {
  init(_ repair: XMLRepair) {
    self =
      switch repair {
      case .junkAfterDocument: .junkAfterDocument
      case .illegalCharacter: .illegalCharacter
      case .bareAmpersand: .bareAmpersand
      case .namedEntity: .namedEntity
      case .doubleEncoding: .doubleEncoding
      case .strayLessThan: .strayLessThan
      case .strayCDATAEnd: .strayCDATAEnd
      case .undeclaredPrefix: .undeclaredPrefix
      case .unclosedMarkup: .unclosedMarkup
      case .structure: .structure
      case .truncated: .truncated
      case .limitExceeded: .limitExceeded
      }
  }
}
