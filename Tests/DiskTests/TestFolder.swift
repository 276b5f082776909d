import Foundation

@testable import Disk
@testable import Pages

/// A folder of a test's own, gone when the test is.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("waymark-disk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    subscript(name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: self[name])
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: self[name])
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: self[name]).map { String(decoding: $0, as: UTF8.self) }
    }

    func exists(_ name: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: self[name])) != nil
    }

    /// Everything under a folder: files with their text, folders with `/`, links with where they lead.
    func tree(_ name: String) throws -> [String: String] {
        var tree: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: self[name]) {
            let full = self[name] + "/" + path
            switch try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
            case .typeDirectory?: tree[path] = "/"
            case .typeSymbolicLink?:
                tree[path] = "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: full))
            default: tree[path] = text(name + "/" + path)
            }
        }
        return tree
    }

    /// Which file each path is and when it was last written: the same again only if nothing was touched.
    func stamps(_ name: String) throws -> [String: String] {
        var stamps: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: self[name]) {
            let attributes = try FileManager.default.attributesOfItem(atPath: self[name] + "/" + path)
            let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            let file = (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0
            stamps[path] = "\(file) \(date)"
        }
        return stamps
    }
}

struct BadPath: Error {}

extension Site {
    /// A site of pages that hold these texts, and of copies.
    static func of(_ pages: [String: String], copies: [String: String] = [:]) throws -> Site {
        Site(
            pages: try pages.map { path, text in
                guard let path = SitePath(path) else { throw BadPath() }
                return SitePage(path: path) { $0.write(Array(text.utf8)) }
            },
            copies: try copies.map { path, source in
                guard let path = SitePath(path) else { throw BadPath() }
                return SiteCopy(path: path, source: source)
            })
    }
}

extension TestFolder {
    /// Publishes in `public`, from `content`, which is made if it is not there.
    @discardableResult
    func publish(
        _ pages: [String: String], copies: [String: String] = [:], jobs: Int = 2, foreignFiles: ForeignFiles = .refuse,
        gate: DiskGate? = nil
    ) async throws -> PublishSummary {
        try await publish(.of(pages, copies: copies), jobs: jobs, foreignFiles: foreignFiles, gate: gate)
    }

    @discardableResult
    func publish(
        _ site: Site, jobs: Int = 2, foreignFiles: ForeignFiles = .refuse, gate: DiskGate? = nil
    ) async throws -> PublishSummary {
        try makeFolder("content")
        return try await PublishedFolder(self["public"], home: nil, gate: gate).publish(
            site, from: try ContentFolder(self["content"]), workers: Workers(jobs: jobs, chunk: 2),
            foreignFiles: foreignFiles)
    }

    /// The refusal that publishing ends with; nothing if it goes well.
    func refusal(
        _ pages: [String: String], copies: [String: String] = [:], foreignFiles: ForeignFiles = .refuse
    ) async throws -> PublishError? {
        do {
            try await publish(pages, copies: copies, foreignFiles: foreignFiles)
            return nil
        } catch let error as PublishError {
            return error
        }
    }
}
