/// The keys that the items of a catalog's files may have; `Documentation/schemas/` says more of each.
package enum CatalogKeys {
  package static let partner = [
    "id", "kind", "names", "acronyms", "sites", "domains", "identifiers", "members", "predecessors",
    "successors", "not", "note",
  ]
  package static let topic = [
    "id", "name", "facet", "phrases", "amounts", "must", "must-not", "categories", "iptc", "hrcs",
  ]
  package static let subscription = ["id", "url", "file", "publisher", "rights", "topics", "note"]
  package static let boilerplate = ["id", "lines", "starts", "lines-with", "cut-from", "phrases"]
}
