import Diagnostics
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

    /// - Parameter ids: theirs.
    init(_ journeys: [Journey], called ids: [String], map: SiteMap) {
        let compared = journeys.indices.filter { map.hasPage(.journey, $0) && journeys[$0].status != .archived }
            .sorted { ids[$0] < ids[$1] }
        count = max(1, (compared.count + Self.share - 1) / Self.share)
        var scripts: [[Int]] = Array(repeating: [], count: count)
        for index in compared { scripts[Self.script(of: ids[index], in: count)].append(index) }
        self.scripts = scripts
    }

    /// FNV-1a over the bytes of the id (32 bits): the browser works out the same.
    static func script(of id: String, in count: Int) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        id.withBytes { for byte in $0 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 } }
        return Int(hash % UInt32(count))
    }

    /// `{"facts":[name, …],"scores":[[name, class], …],"journeys":[…]}`
    func pages(_ edition: Edition) -> [SitePage] {
        scripts.enumerated().compactMap { number, journeys in
            SearchFiles.script("beside-\(number)") { file in
                JSONWriter.write(into: &file) { json in
                    json.object {
                        Self.writeNames(edition, to: &$0, of: journeys)
                        $0.list("journeys", journeys) { json, index in
                            BesideEntry(index: index, edition: edition).write(to: &json)
                        }
                    }
                }
            }
        }
    }

    /// All journeys have the same facts and scores: their names stand in front of them once.
    private static func writeNames(_ edition: Edition, to json: inout JSONWriter, of journeys: [Int]) {
        let scores = journeys.first.map { ComparedScore.all(of: edition.scores[$0]) } ?? []
        json.texts("facts", journeys.first.map { JourneyFact.all(of: $0, edition).map(\.name) } ?? [])
        json.list("scores", scores, .line) { json, score in
            json.list([edition.words[score.name], score.isWhole ? "whole" : ""], .line) { $0.text($1) }
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

    /// Addresses are those from the root of the site. A score is its figure, its colour's class, its letter, what the letter is for
    /// who hears it, and whether it is provisional; without anything where it is not measured. A curve has a list for every column
    /// of the map, from −2 to +2, which is empty where nobody knows, and null where nothing need be felt.
    func write(to json: inout JSONWriter) {
        let links = edition.links(on: edition.map.path(of: .portfolio))
        let journey = edition.portfolio.journeys[index]
        json.object(.line) {
            $0.text("id", journey.id)
            $0.text("title", journey.record.title)
            $0.text("map", links.address(of: Target(kind: .journey, index: index)))
            $0.list("facts", JourneyFact.all(of: index, edition)) { json, fact in
                json.list([fact.text ?? "", fact.isWarning ? "late" : nil]) { if let text = $1 { $0.text(text) } }
            }
            $0.list("scores", ComparedScore.all(of: edition.scores[index])) { json, score in
                let view = score.view(edition)
                json.list([view.figure, score.heat(edition), view.grade, view.gradeText, view.provisional]) {
                    if let text = $1 { $0.text(text) }
                }
            }
            // For how far two of them are apart, which the rounded figures would not say.
            $0.list("values", ComparedScore.all(of: edition.scores[index])) { json, score in
                if let value = score.value { json.number(value, places: 4) } else { json.null() }
            }
            $0.list("curve", JourneyMap.curveColumns(of: journey)) { json, column in
                if column.values.isEmpty, !column.isMoment {
                    json.null()
                } else {
                    json.list(column.values) { $0.number($1, places: 2) }
                }
            }
            $0.list("pairs", edition.pairs.pairs(of: index)) { json, pair in
                let other = edition.id(.journey, pair.first == index ? pair.second : pair.first)
                json.list([other, links.address(of: pair.path)]) { $0.text($1) }
            }
        }
    }
}
