// swift-tools-version: 6.2
import PackageDescription

// A section for each module with its tests beside it, in the order of the arrows: what stands
// further down may import what stands above it. Array elements are sorted alphabetically.

/// What every target of ours is compiled with: the upcoming features that language mode 6 leaves
/// off, memory safety made visible, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "presslog",
  products: [
    .executable(name: "presslog", targets: ["presslog"]),
    .library(name: "Catalog", targets: ["Catalog"]),
    .library(name: "EventLog", targets: ["EventLog"]),
    .library(name: "FeedParsing", targets: ["FeedParsing"]),
    .library(name: "Fetching", targets: ["Fetching"]),
    .library(name: "HTMLText", targets: ["HTMLText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // MARK: C
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CSystem"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    // MARK: Reading feeds
    .target(name: "XMLStream", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "HTMLText", dependencies: ["CLibXML2"], swiftSettings: strict),
    .testTarget(name: "HTMLTextTests", dependencies: ["HTMLText"], swiftSettings: strict),
    .target(name: "FeedParsing", dependencies: ["HTMLText", "XMLStream"], swiftSettings: strict),
    .testTarget(
      name: "FeedParsingTests", dependencies: ["FeedParsing", "XMLStream"], swiftSettings: strict),

    // MARK: The log
    .target(name: "JSONBytes", swiftSettings: strict),
    .testTarget(name: "JSONBytesTests", dependencies: ["JSONBytes"], swiftSettings: strict),
    .target(
      name: "EventLog", dependencies: ["CSystem", "JSONBytes", crypto], swiftSettings: strict),
    .testTarget(
      name: "EventLogTests", dependencies: ["CSystem", "EventLog", "JSONBytes"],
      swiftSettings: strict),

    // MARK: The domain
    .target(name: "Announcements", dependencies: ["JSONBytes"], swiftSettings: strict),
    .testTarget(
      name: "AnnouncementsTests", dependencies: ["Announcements", "JSONBytes"],
      swiftSettings: strict),
    .target(
      name: "Catalog", dependencies: ["Yams", crypto], swiftSettings: strict),
    .target(
      name: "CatalogEvaluation", dependencies: ["Catalog", "Yams"], path: "Tests/CatalogEvaluation",
      exclude: ["Announcements"], swiftSettings: strict),
    .executableTarget(
      name: "evaluate", dependencies: ["Catalog", "CatalogEvaluation"], path: "Tests/evaluate",
      swiftSettings: strict),
    .testTarget(
      name: "CatalogTests", dependencies: ["Catalog", "CatalogEvaluation"], swiftSettings: strict),
    .target(
      name: "Projections",
      dependencies: ["Announcements", "Catalog", "EventLog", "JSONBytes", crypto, grdb],
      swiftSettings: strict),
    .testTarget(
      name: "ProjectionsTests",
      dependencies: ["Announcements", "Catalog", "EventLog", "JSONBytes", "Projections"],
      swiftSettings: strict),

    // MARK: Joining them
    .target(name: "Compression", dependencies: ["CZlib", "CZstd"], swiftSettings: strict),
    .testTarget(name: "CompressionTests", dependencies: ["Compression"], swiftSettings: strict),
    .target(name: "Fetching", dependencies: ["CCurl"], swiftSettings: strict),
    .testTarget(
      name: "FetchingTests", dependencies: ["FeedServer", "Fetching"], swiftSettings: strict),
    .target(
      name: "Ingestion",
      dependencies: [
        "Announcements", "Catalog", "EventLog", "FeedParsing", "Fetching", "JSONBytes",
        "Projections", crypto,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "Announcements", "Catalog", "EventLog", "FeedParsing", "FeedServer", "Ingestion",
        "JSONBytes", "Projections",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "presslog",
      dependencies: [
        "CSystem", "Catalog", "Compression", "EventLog", "FeedParsing", "Fetching", "Ingestion",
        "JSONBytes", "Projections", argumentParser,
      ],
      swiftSettings: strict),

    // MARK: The whole
    .target(name: "FeedServer", path: "Tests/FeedServer", swiftSettings: strict),
    .executableTarget(
      name: "serve-feeds", dependencies: ["FeedServer"], path: "Tests/serve-feeds",
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["EventLog", "FeedServer", "presslog"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
