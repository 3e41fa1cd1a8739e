extension HTMLElement {
  /// Whether libxml2 ends this element where another starts directly in it.
  ///
  /// The table of libxml2's HTML parser. A text in which no element is ended this way needs no
  /// repair; a test compares each pair with libxml2 itself.
  func isEnded(by start: HTMLElement) -> Bool {
    Self.impliedEnds[Int(rawValue)].contains(start)
  }

  private static let impliedEnds: [ElementSet] = {
    var table = [ElementSet](repeating: [], count: allCases.count)
    for (elements, starts) in groups {
      for element in elements { table[Int(element.rawValue)] = starts }
    }
    return table
  }()

  private static let groups: [([HTMLElement], ElementSet)] = [
    ([.a], [.a, .fieldset, .table, .td, .th]),
    ([.address], [.dd, .dl, .dt, .form, .li, .ul]),
    ([.b, .i], [.center, .p, .td, .th]),
    ([.big, .s, .small, .strike, .tt], [.p]),
    ([.caption, .col], [.col, .colgroup, .tbody, .tfoot, .thead, .tr]),
    ([.colgroup], [.colgroup, .tbody, .tfoot, .thead, .tr]),
    ([.dd], [.dt]),
    ([.dir], [.dd, .dl, .dt, .form, .ul]),
    ([.dl], [.form, .li]),
    ([.dt], [.dd, .dl]),
    ([.font], [.center, .td, .th]),
    ([.form, .hr], [.form]),
    ([.h1, .h2, .h3, .h4, .h5, .h6], [.fieldset, .form, .li, .p, .table]),
    ([.legend], [.fieldset]),
    ([.li], [.li]),
    ([.menu], [.dd, .dl, .dt, .form, .ul]),
    ([.ol], [.form, .ul]),
    ([.option], [.optgroup, .option]),
    (
      [.p],
      [
        .address, .blockquote, .caption, .center, .col, .colgroup, .dd, .dir, .div, .dl, .dt,
        .fieldset, .form, .h1, .h2, .h3, .h4, .h5, .h6, .hr, .li, .menu, .ol, .p, .pre, .table,
        .tbody, .td, .tfoot, .th, .title, .tr, .ul,
      ]
    ),
    ([.pre], [.dd, .dl, .dt, .fieldset, .form, .li, .table, .ul]),
    ([.span], [.td, .th]),
    ([.tbody], [.tbody, .tfoot]),
    ([.td, .th], [.tbody, .td, .tfoot, .th, .tr]),
    ([.tfoot], [.tbody]),
    ([.thead], [.tbody, .tfoot]),
    ([.tr], [.tbody, .tfoot, .tr]),
    ([.u], [.p, .td, .th]),
    ([.ul], [.address, .form, .menu, .ol, .pre]),
  ]
}
