// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that libFuzzer and its flags are none of Presslog's business.
let package = Package(
  name: "presslog-fuzz",
  dependencies: [.package(name: "presslog", path: "..")],
  targets: [
    .executableTarget(
      name: "presslog-fuzz",
      dependencies: [
        .product(name: "FeedParsing", package: "presslog"),
        .product(name: "HTMLText", package: "presslog"),
      ],
      // libFuzzer brings the main function.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
