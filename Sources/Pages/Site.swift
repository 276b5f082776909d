import Diagnostics
import Templates

/// Everything that is to be published, as values: nothing is on a disk yet.
package struct Site: Sendable {
    package let pages: [SitePage]
    package let copies: [SiteCopy]
    /// In the order of their second paths; a site that has any is not published.
    package let conflicts: [SiteConflict]
    /// The files that the free words of a journey are printed in: looked up when they are asked for, as most builds don't ask.
    package let files: JourneyFiles.Lookup
    package let spareEntries: SpareEntries
    /// All files by the bytes of their paths: first the numbers of pages, behind those of copies.
    package let order: [Int]

    package init(
        pages: [SitePage], copies: [SiteCopy] = [], files: @escaping JourneyFiles.Lookup = { _ in nil },
        spareEntries: SpareEntries = .none
    ) {
        self.pages = pages
        self.copies = copies
        self.files = files
        self.spareEntries = spareEntries
        let paths = pages.map(\.path) + copies.map(\.path)
        order = SitePath.order(of: paths)
        conflicts = SiteConflict.all(among: order.map { paths[$0] })
    }
}

extension SitePath {
    /// The places of paths in a list, in the order of their bytes.
    fileprivate static func order(of paths: [SitePath]) -> [Int] {
        // All bytes in a row: paths that lie apart would each be counted as used for every comparison.
        var bytes: [UInt8] = []
        var ends: [Int] = []
        ends.reserveCapacity(paths.count)
        for path in paths {
            path.text.withBytes { bytes.append(contentsOf: $0) }
            ends.append(bytes.count)
        }
        return bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                func path(_ index: Int) -> UnsafeBufferPointer<UInt8> {
                    UnsafeBufferPointer(rebasing: bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]])
                }
                return ends.indices.sorted { precedes(path($0), path($1)) }
            }
        }
    }
}

/// A file that is made here: a page, a data file, a style sheet.
package struct SitePage: Sendable {
    package let path: SitePath
    private let number: UInt32
    private let series: PageSeries

    package init(path: SitePath, render: @escaping @Sendable (inout PageBuffer) -> Void) {
        self.init(path: path, number: 0, of: PageSeries { render(&$1) })
    }

    package init(path: SitePath, number: Int, of series: PageSeries) {
        self.path = path
        self.number = UInt32(number)
        self.series = series
    }

    /// Appends the file's bytes. Called by a worker right before they are written, and dropped then: memory stays flat however
    /// many pages there are. The same bytes every time.
    package func render(_ page: inout PageBuffer) { series.render(Int(number), &page) }

    /// All of the file.
    package var bytes: [UInt8] {
        var page = PageBuffer()
        render(&page)
        return page.bytes
    }
}

/// Files that are made alike, each of which has a number: what makes them is kept once.
package final class PageSeries: Sendable {
    fileprivate let render: @Sendable (_ number: Int, inout PageBuffer) -> Void

    package init(_ render: @escaping @Sendable (_ number: Int, inout PageBuffer) -> Void) {
        self.render = render
    }
}

/// The files of a journey that print its free words and lines, and its numbers in the search: see `Imprint`.
package struct JourneyFiles: Sendable {
    /// Nothing for a journey that lacks one of them.
    package typealias Lookup = @Sendable (_ journey: Int) -> JourneyFiles?

    package let page: SitePath
    package let data: SitePath
    package let scorecard: SitePath
    package let entry: Int
    package let firstMoment: Int

    /// The files of the whole portfolio in which lines of journeys are printed.
    package static let tables = ["data/portfolio.json", "data/findings.csv"]
}

/// A file of the content folder that is published as it is.
package struct SiteCopy: Hashable, Sendable {
    package let path: SitePath
    /// Relative to the content folder.
    package let source: String

    package init(path: SitePath, source: String) {
        self.path = path
        self.source = source
    }
}

// MARK: Conflicts

/// Two files of which one disk or another can hold only one: they are equal, differ in case or in how accents are composed, or
/// one stands where the other needs a folder.
package struct SiteConflict: Hashable, Sendable {
    package let first: SitePath
    package let second: SitePath
}

extension Site {
    /// Without the files that have no room beside others, which stand before them: of two items of one id the first has a page.
    package func withoutConflicts() -> Site {
        if conflicts.isEmpty { return self }
        let hidden = Set(conflicts.filter { $0.first != $0.second }.map(\.second))
        var taken: Set<SitePath> = []
        func hasRoom(_ path: SitePath) -> Bool { !hidden.contains(path) && taken.insert(path).inserted }
        return Site(
            pages: pages.filter { hasRoom($0.path) }, copies: copies.filter { hasRoom($0.path) }, files: files,
            spareEntries: spareEntries)
    }

    package var paths: [SitePath] { pages.map(\.path) + copies.map(\.path) }
}

extension SiteConflict {
    /// - Parameter paths: in the order of their bytes.
    fileprivate static func all(among paths: [SitePath]) -> [SiteConflict] {
        let conflicts = paths.allSatisfy(\.isFolded) ? ofFolded(paths) : ofAny(paths)
        return conflicts.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
    }

    /// Of paths that no disk takes for others: equal ones stand beside each other, and so do those in one folder.
    private static func ofFolded(_ paths: [SitePath]) -> [SiteConflict] {
        var conflicts: [SiteConflict] = []
        for (index, path) in paths.enumerated() {
            let before = index > 0 ? paths[index - 1] : nil
            if let before, before == path { conflicts.append(SiteConflict(first: before, second: path)) }
            var folder = path.folder(notOf: before)
            while let current = folder {
                if let file = current.last(among: paths) { conflicts.append(SiteConflict(first: file, second: path)) }
                folder = current.folder(notOf: before)
            }
        }
        return conflicts
    }

    private static func ofAny(_ paths: [SitePath]) -> [SiteConflict] {
        var conflicts: [SiteConflict] = []
        // Strings are equal if they are canonically equivalent, which is what disks that compose names go by.
        var files: [String: SitePath] = [:]
        files.reserveCapacity(paths.count)
        for path in paths {
            if let first = files.updateValue(path, forKey: path.folded) {
                conflicts.append(SiteConflict(first: first, second: path))
            }
        }
        var seen: Set<SitePath> = []
        for path in paths {
            var folder = path.folder
            while let current = folder, seen.insert(current).inserted {
                if let file = files[current.folded] { conflicts.append(SiteConflict(first: file, second: path)) }
                folder = current.folder
            }
        }
        return conflicts
    }
}

extension SitePath {
    /// The same for all paths that a disk which ignores case takes for one.
    package var folded: String { text.lowercased() }

    /// Whether it is that itself.
    fileprivate var isFolded: Bool {
        text.withBytes { $0.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } }
    }

    /// The last that equals it in a list by bytes.
    fileprivate func last(among paths: [SitePath]) -> SitePath? {
        var (low, high) = (0, paths.count)
        while low < high {
            let middle = (low + high) / 2
            if self < paths[middle] { high = middle } else { low = middle + 1 }
        }
        return low > 0 && paths[low - 1] == self ? paths[low - 1] : nil
    }
}
