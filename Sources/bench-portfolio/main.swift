// Makes a portfolio to measure with: `bench-portfolio N FOLDER` writes N journeys and what belongs to them, the same every time,
// without a mistake by the rules of the content format.

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

func fail(_ message: String, code: Int32) -> Never {
    var text = "bench-portfolio: \(message)\n"
    _ = text.withUTF8 { ContentWriter.write($0, to: 2) }
    exit(code)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let count = arguments.first.flatMap({ Int($0) }), (1...1_000_000).contains(count),
    let folder = arguments.last
else { fail("usage: bench-portfolio N FOLDER, with N journeys from 1 to 1000000", code: 64) }

do {
    var writer = try ContentWriter(folder)
    try PortfolioText(PortfolioPlan(journeys: count)).write(with: &writer)
    print("\(writer.files) files, \(writer.bytes / 1024) KiB")
} catch {
    fail("\(error)", code: 73)
}
