/// What a reader of HTML tells of the text, scripts and the like already left out.
protocol HTMLReceiver {
  mutating func start(_ element: String, attributes: [(name: String, value: String)])
  mutating func end(_ element: String)
  mutating func text(_ text: String)
}
