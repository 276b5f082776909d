import Diagnostics
import Journeys
import Markup
import Scoring

// exempt: free words, because the file notes where it prints them.

extension PublishedData {
    /// `data/journeys/<id>.json`: all that is on the pages of a journey, its scores with what they were made of.
    func writeJourney(_ index: Int, _ json: inout JSONWriter) {
        json.object { json in
            writeHead(&json)
            json.key("journey")
            writeSummary(of: index, &json)
            writeFrontMatter(of: index, &json)
            writeMoments(of: index, &json)
            writeScores(of: index, &json)
            writeVerdicts(of: index, &json)
            writeTrend(of: index, &json)
        }
    }

    private func writeFrontMatter(of index: Int, _ json: inout JSONWriter) {
        let journey = portfolio.journeys[index]
        json.text(
            "summary", journey.record.body.plain, number: PrintedNumber.words(0, of: index))
        json.texts("tags", journey.record.tags)
        json.text("visibility", visibility(of: journey.record))
        json.exact("weight", journey.weight)
        json.text("baseline", journey.baseline?.target.map(name))
        json.texts("contributors", journey.contributors)
        json.texts("products", journey.products)
        json.texts("segments", journey.segments)
        write("personas", journey.personas, &json)
        write("goals", journey.goals, &json)
        json.text("reviewed", journey.reviewed?.iso)
        json.object("rhythm", .line) { json in
            json.text("text", journey.rhythm.text)
            json.count("days", journey.rhythm.days)
        }
        json.texts("also_reviewed_after", journey.triggers)
    }

    // MARK: Moments

    /// Every stage and step, in document order: a stage stands before its steps.
    private func writeMoments(of index: Int, _ json: inout JSONWriter) {
        let journey = portfolio.journeys[index]
        let lines = journey.record.lines
        var next = basis.momentsOfJourney[index]
        var number = 1
        let places = journey.places
        // By place, here and below: what is gone through otherwise is held, each part of it.
        json.list("moments", places.indices) { json, at in
            let (stage, step, moment) = (places[at].stage, places[at].step, places[at].moment)
            let first = next.first.map { basis.moments[$0] }
            let facts = first?.stage == stage && first?.step == step ? first : nil
            if facts != nil { next.removeFirst() }
            json.object { json in
                json.text("id", moment.anchor)
                json.text("title", moment.title)
                json.text("kind", step == nil ? "stage" : "step")
                json.line("line", lines.line(of: moment.range.lowerBound), of: index)
                json.flag("moment_of_truth", moment.isMomentOfTruth)
                json.flag("assessed", facts?.isAssessed ?? false)
                if let emotion = facts?.emotion {
                    json.object("emotion", .line) { json in
                        json.score("value", emotion.value)
                        json.score("worst", emotion.worst)
                        json.score("end", emotion.end)
                    }
                } else {
                    json.null("emotion")
                }
                json.list("quotes", moment.quotes.indices) {
                    writeQuote($1, of: moment, lines, of: index, number: moment.number(ofQuote: $1, from: number), &$0)
                }
                number += moment.countOfFreeQuotes
                var reading = LaneReading(edition.lanes)
                json.list("lanes", moment.lanes.indices) { json, lane in
                    let content = moment.lanes[lane]
                    let known = content.ownLabel == nil ? reading.place(of: content) : self.place(ofOwn: content)
                    writeLane(content, of: index, at: known, lines, number: number, &json)
                    number += content.freeEntries.count
                }
                json.text("notes", moment.notes.plain, number: PrintedNumber.words(number, of: index))
                number += 1
            }
        }
    }

    /// - Parameter number: of its words, if they are free.
    private func writeQuote(
        _ place: Int, of moment: Moment, _ lines: LineStarts, of journey: Int, number: Int?, _ json: inout JSONWriter
    ) {
        json.object(.line) { json in
            json.text("id", moment.quotes[place].id)
            json.text(
                "text", moment.quotes[place].text.plain,
                number: number.map { PrintedNumber.words($0, of: journey) } ?? -1)
            write("evidence", moment.quotes[place].evidence, &json)
            json.text("persona", moment.quotes[place].personaTarget.map(name))
            json.line("line", lines.line(of: moment.quotes[place].range.lowerBound), of: journey)
        }
    }

    /// An author's own lane may be called as one of the taxonomy is, whose labels differ.
    private func place(ofOwn content: LaneContent) -> Int? { lanes.indices.first { lanes[$0].id == content.lane } }

    /// - Parameters:
    ///   - place: of the lane in the taxonomy, if it has it.
    ///   - number: of its first entry, if that is one of free words.
    private func writeLane(
        _ content: LaneContent, of journey: Int, at place: Int?, _ lines: LineStarts, number: Int,
        _ json: inout JSONWriter
    ) {
        json.object { json in
            json.text("lane", content.lane)
            json.text("label", content.ownLabel ?? (place.map { lanes[$0].label } ?? content.lane))
            json.text("kind", place.map { lanes[$0].kind } ?? Lane.Kind.text.rawValue)
            json.line("line", lines.line(of: content.range.lowerBound), of: journey)
            switch content.value {
            case .text(let entries):
                let first = content.freeEntries.isEmpty ? nil : number
                json.list("entries", entries.indices) { json, place in
                    json.object(.line) {
                        $0.text(
                            "text", entries[place].plain,
                            number: first.map { PrintedNumber.words($0 + place, of: journey) } ?? -1)
                    }
                }
            case .feelings(let feelings):
                json.list("entries", feelings) { writeFeeling($1, lines, of: journey, &$0) }
            case .tags(let tags):
                json.list("entries", tags) { json, tag in json.object(.line) { $0.text("text", tag.name) } }
            case .findings(let findings):
                json.list("entries", findings) { writeRecorded($1, lines, of: journey, &$0) }
            case .references(let references):
                json.list("entries", references) { writeReference($1, &$0) }
            }
            json.list("words", content.plainWords, .line) { $0.text($1) }
        }
    }

    private func writeFeeling(_ feeling: Feeling, _ lines: LineStarts, of journey: Int, _ json: inout JSONWriter) {
        json.object(.line) { json in
            json.list("values", Array(feeling.values)) { $0.number($1, places: 9) }
            json.text("text", feeling.words.plain)
            write("evidence", feeling.evidence, &json)
            json.text("persona", feeling.personaTarget.map(name))
            json.line("line", lines.line(of: feeling.range.lowerBound), of: journey)
        }
    }

    private func writeRecorded(_ finding: Finding, _ lines: LineStarts, of journey: Int, _ json: inout JSONWriter) {
        json.object(.line) { json in
            json.text("id", finding.id)
            json.text("kind", finding.kind.rawValue)
            json.text("text", finding.text.plain)
            json.count("severity", finding.severity)
            json.share("reach", finding.reach)
            json.text("status", finding.status.rawValue)
            json.text("resolved", finding.resolved?.iso)
            write("evidence", finding.evidence, &json)
            json.text("persona", finding.personaTarget.map(name))
            json.text("segment", finding.segment)
            json.line("line", lines.line(of: finding.range.lowerBound), of: journey)
        }
    }

    private func writeReference(_ reference: Reference, _ json: inout JSONWriter) {
        json.object(.line) { json in
            json.text("text", reference.label.isEmpty ? reference.written : reference.label)
            write("to", reference.target, &json)
        }
    }

    func write(_ key: StaticString, _ target: Target?, _ json: inout JSONWriter) {
        guard let target else { return json.null(key) }
        json.object(key, .line) { json in
            json.text("kind", target.kind.rawValue)
            json.text("id", edition.id(of: target))
            json.text("anchor", target.anchor)
        }
    }
}
