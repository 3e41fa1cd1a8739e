/// Rows in aligned columns.
struct TextTable {
  private var rows: [[String]] = []
  private let header: [String]

  init(_ header: String...) {
    self.header = header
  }

  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ cells: String...) {
    rows.append(cells.map { $0.printable.replacing("\n", with: " ") })
  }

  /// The lines, cut to `width` columns, the header dimmed where that is possible.
  func write(to terminal: Terminal) {
    guard !rows.isEmpty else { return }
    var widths = header.map(\.count)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
    }
    terminal.line(terminal.dim(Self.line(header, widths, terminal.width)))
    for row in rows { terminal.line(Self.line(row, widths, terminal.width)) }
  }

  private static func line(_ cells: [String], _ widths: [Int], _ width: Int) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let isLast = index == cells.count - 1
      let padding = String(repeating: " ", count: isLast ? 0 : widths[index] - cell.count + 2)
      line += cell + padding
    }
    return line.shortened(to: width)
  }
}

extension String {
  /// At most `width` characters, an ellipsis in the place of what is cut off.
  func shortened(to width: Int) -> String {
    guard count > width, width > 1 else { return self }
    return prefix(width - 1) + "…"
  }

  /// Lines of at most `width` characters, broken between words; line breaks stand.
  func wrapped(to width: Int, indentation: String = "") -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = indentation
      for word in paragraph.split(separator: " ") {
        let isFirst = line.count == indentation.count
        if !isFirst, line.count + 1 + word.count > width {
          lines.append(line)
          line = indentation + word
        } else {
          line += (isFirst ? "" : " ") + word
        }
      }
      return (lines + [line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

/// A row of comma-separated values (RFC 4180).
func csvRow(_ cells: [String]) -> String {
  cells.map { cell in
    guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }.joined(separator: ",") + "\r\n"
}
