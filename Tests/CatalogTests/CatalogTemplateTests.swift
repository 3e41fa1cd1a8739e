import Catalog
import Testing

@Suite struct CatalogTemplateTests {
  private let files = CatalogTemplate.files.mapValues { Array($0.utf8) }

  @Test func `a catalog to begin with loads, and nothing is wrong with it`() throws {
    let catalog = try Catalog.parse(files, in: "Feeds")
    #expect(catalog.missing.isEmpty)
    #expect(try CatalogCheck.findings(in: files, directory: "Feeds") == [])
  }

  @Test func `its entries tag`() throws {
    let found = Classifier(try Catalog.parse(files, in: "Feeds")).classify(
      Document(
        feed: "f", title: "", text: "Example Teaching Hospitals FT and EXTH treat cancer.",
        link: "https://www.council.example/news"))
    #expect(found.publisher == "city-council")
    #expect(found.partners == ["city-council", "teaching-hospitals"])
    #expect(found.topics == ["cancer"])
  }

  @Test func `each key that the loader knows is explained`() {
    for (name, keys) in [
      ("partners.yaml", CatalogKeys.partner), ("topics.yaml", CatalogKeys.topic),
      ("feeds.yaml", CatalogKeys.subscription), ("boilerplate.yaml", CatalogKeys.boilerplate),
    ] {
      for key in keys where key != "name" && !(name == "boilerplate.yaml" && key == "id") {
        #expect(CatalogTemplate.files[name]?.contains(key) == true, "\(name): \(key)")
      }
    }
  }
}
