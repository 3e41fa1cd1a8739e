extension HTMLElement {
  /// How an element stands among the text around it.
  enum Layout {
    case inline
    /// It starts a line, and so does what follows it.
    case line
    /// It has an empty line around it.
    case paragraph
  }

  var layout: Layout {
    switch self {
    case .address, .article, .aside, .blockquote, .dialog, .dir, .dl, .fieldset, .figure, .footer,
      .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu, .nav, .ol, .p, .pre,
      .section, .table, .ul:
      .paragraph
    case .br, .caption, .center, .dd, .details, .div, .dt, .figcaption, .form, .legend, .li,
      .optgroup, .option, .search, .summary, .tbody, .tfoot, .thead, .title, .tr:
      .line
    default: .inline
    }
  }

  var isList: Bool {
    switch self {
    case .dir, .menu, .ol, .ul: true
    default: false
    }
  }
}
