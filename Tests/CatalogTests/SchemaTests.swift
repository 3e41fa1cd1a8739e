import Catalog
import CatalogEvaluation
import Foundation
import Testing

@Suite struct SchemaTests {
  /// The schema of an item of a file, as JSON.
  private func item(of part: String) throws -> [String: Any] {
    let path = "\(WorkedExample.folder)/../Documentation/schemas/\(part).schema.json"
    let data = try Data(contentsOf: URL(filePath: path))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Array(properties.keys) == [part])
    let list = try #require(properties[part] as? [String: Any])
    return try #require(list["items"] as? [String: Any])
  }

  @Test(arguments: [
    ("partners", CatalogKeys.partner, ["id", "kind", "names"]),
    ("topics", CatalogKeys.topic, ["id", "name", "facet"]),
    ("feeds", CatalogKeys.subscription, ["id"]), ("boilerplate", CatalogKeys.boilerplate, ["id"]),
  ])
  func `a schema has the keys that the loader knows`(
    part: String, keys: [String], required: [String]
  ) throws {
    let item = try item(of: part)
    let properties = try #require(item["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == keys.sorted())
    #expect(item["required"] as? [String] == required)
    #expect(item["additionalProperties"] as? Bool == false)
  }

  @Test(arguments: [
    ("partners", "kind", Partner.Kind.allCases.map(\.rawValue)),
    ("topics", "facet", Topic.Facet.allCases.map(\.rawValue)),
    ("feeds", "rights", Subscription.Rights.allCases.map(\.rawValue)),
  ])
  func `a schema has the words that the loader knows`(
    part: String, key: String, words: [String]
  ) throws {
    let properties = try #require(try item(of: part)["properties"] as? [String: Any])
    let choice = try #require(properties[key] as? [String: Any])
    #expect((choice["enum"] as? [String])?.sorted() == words.sorted())
  }
}
