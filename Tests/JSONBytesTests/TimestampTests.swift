import JSONBytes
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2024-01-20T09:00:00Z", 1_705_741_200_000),
    ("2024-02-29T23:59:59.999Z", 1_709_251_199_999), ("1969-12-31T23:59:59.500Z", -500),
    ("2024-01-20T10:00:00+01:00", 1_705_741_200_000), ("1900-03-01T00:00:00Z", -2_203_891_200_000),
    ("2024-01-20", 1_705_708_800_000), ("0001-01-01", -62_135_596_800_000),
    ("9999-12-31T23:59:59Z", 253_402_300_799_000),
  ])
  func `RFC 3339 is read`(_ text: String, _ milliseconds: Int64) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2024", "2024-13-01", "2024-02-30", "2023-02-29", "2024-01-20T", "2024-01-20T25:00:00Z",
    "2024-01-20T09:00:00", "20 Jan 2024", "2024-01-20T09:00:00+1",
  ])
  func `anything else is nil`(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `every instant comes back from its own text`() {
    for step in -40_000...40_000 {
      let instant = Timestamp(milliseconds: Int64(step) * 86_400_000 * 7 + Int64(step) * 1013)
      #expect(Timestamp(instant.rfc3339Milliseconds) == instant, "step \(step)")
      let bytes = Array("[\(instant.rfc3339Milliseconds)]".utf8)
      #expect(Timestamp(milliseconds: bytes, in: 1..<bytes.count - 1) == instant, "step \(step)")
    }
  }

  @Test(arguments: [
    "2024-01-20T09:00:00Z", "2024-01-20T09:00:00,000Z", "2024-01-20t09:00:00.000Z",
    "2024-02-30T09:00:00.000Z", "2024-01-20T24:00:00.000Z", "2024-01-20T09:00:00.0x0Z",
    "2024-01-20T09:00:00.000+", "",
  ])
  func `the form in fixed width has no variants`(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Timestamp(milliseconds: bytes, in: 0..<bytes.count) == nil)
  }
}
