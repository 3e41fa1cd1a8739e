import Catalog
import CatalogEvaluation
import Testing

/// The worked example must tag as well as it did: `make evaluate` prints every miss.
@Suite struct EvaluationTests {
  /// The least F1 of each half: what was reached, with room for a changed mind about a few.
  private static let bars: [(half: EvaluationSet, aspect: Evaluation.Aspect, f1: Double)] = [
    (.tuning, .partners, 0.98), (.tuning, .publisher, 0.98), (.tuning, .quoted, 0.95),
    (.tuning, .topics, 0.90), (.heldOut, .partners, 0.96), (.heldOut, .publisher, 0.98),
    (.heldOut, .quoted, 0.85), (.heldOut, .topics, 0.65),
  ]

  @Test(arguments: EvaluationSet.allCases)
  func `the worked example tags announcements as well as it did`(_ half: EvaluationSet) throws {
    let announcements = try half.announcements()
    #expect(announcements.count >= 30)
    #expect(Set(announcements.map(\.id)).count == announcements.count)
    let evaluation = Evaluation(
      announcements, Classifier(try Catalog.load(from: WorkedExample.folder)))
    for bar in Self.bars where bar.half == half {
      let f1 = evaluation.score(bar.aspect).f1
      #expect(f1 >= bar.f1, "\(bar.aspect) of the \(half.rawValue) half")
    }
  }

  @Test func `gold names what the worked example knows`() throws {
    let catalog = try Catalog.load(from: WorkedExample.folder)
    let partners = Set(catalog.partners.map(\.id))
    let topics = Set(catalog.topics.map(\.id))
    for announcement in try EvaluationSet.allCases.flatMap({ try $0.announcements() }) {
      let gold = announcement.gold
      #expect(Set(gold.partners).isSubset(of: partners), "\(announcement.id)")
      #expect(Set(gold.topics).isSubset(of: topics), "\(announcement.id)")
      #expect(Set(gold.quoted).isSubset(of: gold.partners), "\(announcement.id)")
      #expect(gold.publisher.map { gold.partners.contains($0) } ?? true, "\(announcement.id)")
      #expect(announcement.document.day != nil, "\(announcement.id)")
    }
  }
}
