import Foundation
import Journeys
import Testing

@testable import Scoring

/// The sample portfolio, and what `docs/scoring.md` tells of it.
@Suite struct SampleTests {
    private static let project = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    private static let sample: ScoredPortfolio = {
        let content = project.appending(path: "content", directoryHint: .isDirectory)
        var files: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: content.path) ?? .init() {
            guard ["md", "csv", "yml"].contains((path as NSString).pathExtension), !path.hasSuffix("README.md") else {
                continue
            }
            files[path] = try? String(contentsOf: content.appending(path: path), encoding: .utf8)
        }
        return WrittenPortfolio(files, asOf: "2026-11-15").scored()
    }()

    private static let documentation =
        (try? String(contentsOf: project.appending(path: "docs/scoring.md"), encoding: .utf8)) ?? ""

    private func twoDecimals(_ value: Double?) -> String { String(format: "%.2f", value ?? -1) }

    @Test func theDocumentationTellsItsTrueFigures() throws {
        let journey = try #require(Self.sample.journey("move-home"))
        let health = journey.health
        let figures = [
            ("| **Health** | How is the journey? |", health.value),
            ("| **Trust** | How sure are we of that? |", journey.trust.value),
            ("| **Progress** | What are we doing about it? |", journey.progress.value),
            ("| Experience: what customers feel | 40 |", health.experience.value),
            ("| Customer outcomes: what we measure of customers | 25 |", health.customerOutcomes.value),
            ("| Business outcomes: what we measure of the business | 20 |", health.businessOutcomes.value),
            ("| Operations: what employees suffer | 15 |", health.operations.value),
            ("stretched: ", health.emotion.value), ("Half of each from 100%: ", health.relief.value),
            ("> The whole sample: ", Self.sample.health.value),
        ]
        for (words, value) in figures {
            let figure = twoDecimals(value)
            let isTold = [" ", "", "**"].contains { Self.documentation.contains(words + $0 + figure) }
            #expect(isTold, "\(words) \(figure)")
        }
        #expect(
            Self.documentation.contains(
                "0.6 × 94.12 + 0.25 × 94.12 + 15 = **\(twoDecimals(journey.trust.evidence.value))**"))
        #expect(journey.maturity.level == 4)
        #expect(
            journey.nextActions.map { "\($0.score.rawValue) +\(twoDecimals($0.gain))" }
                == ["progress +22.22", "progress +5.56", "trust +3.00"])
        #expect(Self.sample.maturity.reached == [27, 26, 17, 17, 3])
        let meter = try #require(Self.sample.portfolio.opportunities.firstIndex { $0.id == "prefill-meter" })
        #expect(Self.sample.ranking.priorities[meter].value == 80)
        #expect(Self.sample.ranking.ranks[meter] == 2)
        #expect(Self.sample.ranking.firmness[meter]?.worst == 3)
    }

    @Test func everyInputIsFoundInAFile() {
        let basis = Self.sample.basis
        for journey in Self.sample.journeys {
            let explained = journey.explained
            for score in [
                explained.health.emotion, explained.health.relief, explained.trust.evidence, explained.progress,
            ] {
                for contribution in score.contributions {
                    for input in contribution.inputs {
                        let source = basis.source(of: input, in: contribution.name)
                        #expect(!source.title.isEmpty)
                        #expect(source.row != nil || !source.location.range.isEmpty)
                    }
                }
            }
        }
    }

    @Test func waiversOfTheSampleAreInUse() {
        #expect(Self.sample.contradictions.waivers == [.used])
    }
}
