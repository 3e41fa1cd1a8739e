// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what it needs is none of Presslog's business.
let package = Package(
  name: "presslog-benchmarks",
  targets: [
    .executableTarget(name: "presslog-benchmarks"),
    .target(
      name: "CStartFloor",
      linkerSettings: [.linkedLibrary("curl"), .linkedLibrary("sqlite3"), .linkedLibrary("xml2")]),
    .executableTarget(name: "start-floor", dependencies: ["CStartFloor"]),
  ],
  swiftLanguageModes: [.v6]
)
