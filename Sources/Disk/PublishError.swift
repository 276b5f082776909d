import Pages

/// Why a site is not published, or not in full. Whatever it is, every page that is there is whole.
package enum PublishError: Error, Hashable, Sendable {
    package enum Attempt: String, Hashable, Sendable {
        case open, read, list, make, write, remove
    }

    /// `/`, the home folder, or one that holds it.
    case wholeDisk(folder: String)
    case overlapsContent(folder: String, content: String)
    case notAFolder(String)
    /// A link in the place of the folder, or on the way to it.
    case linkToNowhere(String)
    /// Files that the last manifest does not list; the first few of them.
    case foreignFiles(folder: String, first: [String], count: Int)
    /// A file in the place of the manifest that is none, or one of a later version.
    case foreignManifest(String)
    /// Something that is not ours stands where a file or a folder must be.
    case inTheWay(path: String, needed: String)
    /// Two files of the site that a disk can't both hold.
    case conflict(SitePath, SitePath)
    /// A file to copy that is missing, or no file.
    case noSource(path: String, reason: String)
    /// Another run has the folder.
    case busy(folder: String)
    /// The system would not do something.
    case failed(Attempt, path: String, SystemError)
}

extension PublishError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wholeDisk(let folder):
            "'\(folder)' is not a folder to publish in: it is, or holds, your home folder or the whole disk; "
                + "name a folder of its own, such as 'public'"
        case .overlapsContent(let folder, let content):
            "the output folder '\(folder)' and the content folder '\(content)' must lie apart, and one of them is, or is in, "
                + "the other: name another output folder"
        case .notAFolder(let path):
            "'\(path)' is a file, and the site needs a folder: name another output folder, or move the file away"
        case .linkToNowhere(let path):
            "'\(path)' is a symbolic link that leads to nothing that is there: make the folder that it leads to, or remove the link"
        case .foreignFiles(let folder, let first, let count):
            Self.describe(foreign: first, count: count, in: folder)
        case .foreignManifest(let path):
            "'\(path)' is not a manifest that this version of waymark can read, so it can't tell which files are its own: "
                + "publish with the version that wrote it, or with --adopt to keep all files that are there"
        case .inTheWay(let path, let needed):
            "'\(path)' was not written by waymark, and the site needs \(needed) there: move it away"
        case .conflict(let first, let second):
            first == second
                ? "two files of the site would be written to '\(first)': rename one of them"
                : "'\(first)' and '\(second)' can't both be in the site, because some disks take them for one, or one is a file "
                    + "and the other needs a folder there: rename one of them"
        case .noSource(let path, let reason):
            "'\(path)' can't be copied into the site: \(reason)"
        case .busy(let folder):
            "another run of waymark is publishing in '\(folder)': wait until it has finished, and run this again"
        case .failed(let attempt, let path, let error):
            "can't \(attempt.rawValue) '\(path)': \(error); pages that are there are whole, and the next run goes on from here"
        }
    }

    private static func describe(foreign first: [String], count: Int, in folder: String) -> String {
        let noun = count == 1 ? "a file" : "\(count) files"
        var text = "'\(folder)' holds \(noun) that waymark did not write:\n"
        for path in first { text += "  \(path)\n" }
        if count > first.count { text += "  and \(count - first.count) more\n" }
        return text + "name an empty folder, move them away, or publish with --adopt to keep them "
            + "(pages of the same name are replaced)"
    }

    /// As in `sysexits.h`.
    package var exitCode: Int32 {
        switch self {
        case .wholeDisk, .overlapsContent, .notAFolder, .linkToNowhere, .foreignFiles, .foreignManifest, .inTheWay,
            .conflict:
            SysExit.cantCreate
        case .noSource: SysExit.noInput
        case .busy: SysExit.temporaryFailure
        case .failed(let attempt, _, let error):
            if error.isForbidden {
                SysExit.noPermission
            } else if attempt == .make {
                SysExit.cantCreate
            } else {
                SysExit.ioError
            }
        }
    }
}
