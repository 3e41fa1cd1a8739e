// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what it needs is none of Presslog's business.
let package = Package(
  name: "presslog-benchmarks",
  dependencies: [
    // By name: the folder of a checkout may be called anything.
    .package(name: "presslog", path: ".."),
    // The version that presslog has: the floor hashes with the same library.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // MARK: Running the others, and writing the document
    .executableTarget(name: "presslog-benchmarks"),
    .executableTarget(name: "run-measured"),

    // MARK: Start
    .target(
      name: "CStartFloor",
      linkerSettings: [.linkedLibrary("curl"), .linkedLibrary("sqlite3"), .linkedLibrary("xml2")]),
    .executableTarget(name: "start-floor", dependencies: ["CStartFloor"]),

    // MARK: Reading feeds
    .target(name: "CAllocationCounter"),
    .systemLibrary(name: "CFloorXML2", pkgConfig: "libxml-2.0"),
    .target(name: "CParseFloor", dependencies: ["CFloorXML2"]),
    .executableTarget(
      name: "count-allocations",
      dependencies: [
        "CAllocationCounter", "CParseFloor", .product(name: "FeedParsing", package: "presslog"),
      ]),
    .executableTarget(name: "parse-floor", dependencies: ["CParseFloor"]),
    .executableTarget(
      name: "time-reading",
      dependencies: [.product(name: "FeedParsing", package: "presslog")]),

    // MARK: Matching
    .executableTarget(
      name: "time-matching", dependencies: [.product(name: "Catalog", package: "presslog")]),

    // MARK: The log
    .executableTarget(name: "append-floor"),
    .executableTarget(
      name: "time-log",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "EventLog", package: "presslog"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
