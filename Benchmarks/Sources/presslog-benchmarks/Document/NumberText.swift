import Foundation

/// Numbers as a table shows them.
enum NumberText {
  /// With so many digits after the point.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// With three digits that mean something, or all of a larger number's.
  static func significant(_ value: Double) -> String {
    switch abs(value) {
    case 100...: fixed(value, 0)
    case 10..<100: fixed(value, 1)
    case 1..<10: fixed(value, 2)
    default: fixed(value, 3)
    }
  }
}
