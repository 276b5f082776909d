import Diagnostics
import Pages

/// An imprint as it is kept: of most journeys it is never looked at.
struct PackedImprint: Hashable, Sendable {
    let page: [UInt8]
    let data: [UInt8]
    let scorecard: [UInt8]
    let entry: Int
    let firstMoment: Int

    init(page: [UInt8], data: [UInt8], scorecard: [UInt8], entry: Int, firstMoment: Int) {
        self.page = page
        self.data = data
        self.scorecard = scorecard
        self.entry = entry
        self.firstMoment = firstMoment
    }

    init(_ imprint: Imprint) {
        self.init(
            page: PrintedWords.bytes(imprint.page), data: PrintedWords.bytes(imprint.data),
            scorecard: PrintedWords.bytes(imprint.scorecard), entry: imprint.entry, firstMoment: imprint.firstMoment)
    }

    var imprint: Imprint {
        Imprint(
            page: PrintedWords.runs(page), data: PrintedWords.runs(data), scorecard: PrintedWords.runs(scorecard),
            entry: entry, firstMoment: firstMoment)
    }
}

extension KeptImprints.Entry: Packed {
    func pack(into pack: inout PackWriter) {
        pack.sum(file)
        pack.sum(outline)
        var last = 0
        pack.list(lines) { pack, line in
            pack.number(line - last)
            last = line
        }
        pack.number(journey)
        pack.text(page)
        pack.text(data)
        pack.text(scorecard)
        pack.raw(imprint.page)
        pack.raw(imprint.data)
        pack.raw(imprint.scorecard)
        pack.number(imprint.entry)
        pack.number(imprint.firstMoment)
        told.pack(into: &pack)
    }

    init(from pack: inout PackReader) {
        var last = 0
        self.init(
            file: pack.sum(), outline: pack.sum(),
            lines: pack.list { pack in
                last &+= pack.number()
                return last
            }, journey: pack.number(), page: pack.text(), data: pack.text(), scorecard: pack.text(),
            imprint: PackedImprint(
                page: pack.raw(), data: pack.raw(), scorecard: pack.raw(), entry: pack.number(),
                firstMoment: pack.number()),
            told: ToldLines(from: &pack))
    }
}
