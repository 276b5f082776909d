import Journeys
import Scoring
import Templates

/// What `theme/beside.js` sets two to four chosen journeys side by side from: small scripts of some journeys each, so that a choice
/// from ten thousand loads a few of them. An id alone leads to its script, for the address of a page holds nothing else.
struct BesideScripts: Sendable {
    /// Journeys to a script, in the mean.
    private static let share = 32

    let count: Int
    /// By script: journeys, in the order of their ids.
    private let scripts: [[Int]]

    init(_ edition: Edition) {
        let journeys = edition.portfolio.journeys
        let compared = journeys.indices.filter { edition.map.hasPage(.journey, $0) && journeys[$0].status != .archived }
            .sorted { journeys[$0].id < journeys[$1].id }
        count = max(1, (compared.count + Self.share - 1) / Self.share)
        var scripts: [[Int]] = Array(repeating: [], count: count)
        for index in compared { scripts[Self.script(of: journeys[index].id, in: count)].append(index) }
        self.scripts = scripts
    }

    /// FNV-1a over the bytes of the id (32 bits): the browser works out the same.
    static func script(of id: String, in count: Int) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash % UInt32(count))
    }

    func pages(_ edition: Edition) -> [SitePage] {
        scripts.enumerated().compactMap { number, journeys in
            SearchFiles.script("beside-\(number)") { file in
                JSONWriter.write(into: &file) { json in
                    json.list(journeys) { json, index in BesideEntry(index, edition).write(to: &json) }
                }
            }
        }
    }
}

/// Journeys to be chosen from a list and set side by side.
struct BesideView: TemplateView {
    static let fields = ViewFields<BesideView>("beside", [.text("scripts") { String($0.scripts) }])

    let scripts: Int
}

/// One journey, as it stands beside others.
private struct BesideEntry {
    let index: Int
    let edition: Edition

    init(_ index: Int, _ edition: Edition) {
        self.index = index
        self.edition = edition
    }

    /// Addresses are those from the root of the site. A score is its figure, its colour's class and its letter; a curve has a list
    /// for every column of the map, from −2 to +2, which is empty where nobody knows.
    func write(to json: inout JSONWriter) {
        let links = edition.links(on: edition.map.path(of: .portfolio))
        let journey = edition.portfolio.journeys[index]
        json.object {
            $0.text("id", journey.id)
            $0.text("title", journey.record.title)
            $0.text("map", links.address(of: Target(kind: .journey, index: index)))
            $0.text("scorecard", links.address(of: edition.map.scorecard(of: index)))
            $0.list("facts", JourneyFact.all(of: index, edition), .line) { json, fact in
                json.list([fact.name, fact.text ?? "", fact.isWarning ? "late" : ""], .line) { $0.text($1) }
            }
            $0.list("scores", ComparedScore.all(of: edition.scores[index]), .line) { json, score in
                let view = ScoreView(score.value, grade: score.grade, edition)
                let texts = [
                    edition.words[score.name], view.figure ?? "", view.grade ?? "",
                    score.value.map { ScoreView.shade(of: edition.grade(of: $0)) } ?? "",
                    score.isWhole ? "whole" : "",
                ]
                json.list(texts, .line) { $0.text($1) }
            }
            $0.list("curve", JourneyMap(journey, taxonomy: edition.taxonomy).curveColumns, .line) { json, column in
                json.list(column.values, .line) { $0.number($1, places: 2) }
            }
            $0.list("pairs", edition.pairs.pairs(of: index), .line) { json, pair in
                let other = edition.portfolio.journeys[pair.first == index ? pair.second : pair.first].id
                json.list([other, links.address(of: pair.path)], .line) { $0.text($1) }
            }
        }
    }
}

/// The scores that journeys are compared by: each whole, then its parts.
struct ComparedScore {
    let name: ScoreWord
    let value: Double?
    var grade: Health.Grade?
    var isWhole = false

    static func all(of scores: JourneyScores) -> [ComparedScore] {
        let (health, trust) = (scores.health, scores.trust)
        return [
            ComparedScore(name: .health, value: health.value, grade: health.grade, isWhole: true),
            ComparedScore(name: .experience, value: health.experience.value),
            ComparedScore(name: .customerOutcomes, value: health.customerOutcomes.value),
            ComparedScore(name: .businessOutcomes, value: health.businessOutcomes.value),
            ComparedScore(name: .operations, value: health.operations.value),
            ComparedScore(name: .trust, value: trust.value, isWhole: true),
            ComparedScore(name: .evidenceScore, value: trust.evidence.score.value),
            ComparedScore(name: .stewardshipScore, value: trust.stewardship.value),
            ComparedScore(name: .progressScore, value: scores.progress.value, isWhole: true),
        ]
    }
}
