extension HTMLElement {
  /// Whether it has no end tag.
  var isVoid: Bool {
    switch self {
    case .br, .col, .hr, .img, .source, .wbr: true
    default: false
    }
  }

  /// Whether sanitised HTML may have it.
  ///
  /// None of these runs anything, and a browser reads the content of each as ordinary markup, so
  /// that what was escaped here stays escaped there.
  var isAllowed: Bool {
    switch self {
    case .a, .abbr, .acronym, .address, .article, .aside, .audio, .b, .bdi, .bdo, .big,
      .blockquote, .br, .caption, .center, .cite, .code, .col, .colgroup, .dd, .del, .details,
      .dfn, .dir, .div, .dl, .dt, .em, .figcaption, .figure, .font, .footer, .h1, .h2, .h3, .h4,
      .h5, .h6, .header, .hgroup, .hr, .i, .img, .ins, .kbd, .li, .main, .mark, .menu, .nav, .ol,
      .p, .picture, .pre, .q, .rp, .rt, .ruby, .s, .samp, .section, .small, .source, .span,
      .strike, .strong, .sub, .summary, .sup, .table, .tbody, .td, .tfoot, .th, .thead, .time,
      .tr, .tt, .u, .ul, .var, .video, .wbr:
      true
    default: false
    }
  }

  /// How its content is to be read.
  var content: HTMLContent {
    switch self {
    case .script, .style: .code
    case .annotation, .applet, .iframe, .noembed, .noframes, .noscript, .object, .template, .xml:
      .container
    case .xmp: .literal
    case .plaintext: .literalRest
    default: .markup
    }
  }
}
