// Prints how well the catalog in Feeds (or the folder given) tags the evaluation set, and every miss.
//
//   evaluate [FEEDS]

import Catalog
import CatalogEvaluation

let feeds = CommandLine.arguments.dropFirst().first ?? "Feeds"
let classifier = Classifier(try Catalog.load(from: feeds))
var table = [
  ["half", "announcements", "tags", "precision", "recall", "F1", "right", "wrong", "missed"]
]

for half in EvaluationSet.allCases {
  let evaluation = Evaluation(try half.announcements(), classifier)
  print("Misses of the \(half.rawValue) half (+ a tag too much, - a tag that is missing):")
  for miss in evaluation.misses {
    let evidence = miss.evidence.isEmpty ? "" : "  by \(miss.evidence.joined(separator: ", "))"
    print(
      "  \(miss.isMissing ? "-" : "+") \(miss.announcement.id) \(miss.aspect.rawValue) \(miss.tag):"
        + " \(miss.announcement.title)\(evidence)")
  }
  print("")
  for aspect in Evaluation.Aspect.allCases {
    let score = evaluation.score(aspect)
    table.append([
      half.rawValue, "\(evaluation.count)", aspect.rawValue, text(score.precision),
      text(score.recall), text(score.f1), "\(score.right)", "\(score.wrong)", "\(score.missed)",
    ])
  }
}

let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
for row in table {
  let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
  print(cells.joined(separator: "  "))
}

/// A part of one with three digits.
func text(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let digits = String(thousandths % 1000)
  return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}
