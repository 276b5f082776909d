import Journeys
import Templates

/// A list in several parts as one script, so that a choice in any of its parts is one from all of them.
struct ListScript: Sendable {
    let name: String
    let kind: ContentKind
    let items: [Int]
    let facets: Facets

    /// `[[title, address, numbers], …]`, in the order of the list.
    func page(_ edition: Edition) -> SitePage? {
        SearchFiles.script(name) { file in
            let links = edition.links(on: edition.map.path(of: .portfolio))
            file.write("[")
            for (place, item) in items.enumerated() {
                let target = Target(kind: kind, index: item)
                file.write(place > 0 ? ",\n[" : "\n[")
                JSONWriter.write(edition.title(of: target), to: &file)
                file.write(",")
                JSONWriter.write(links.address(of: target), to: &file)
                file.write(",")
                JSONWriter.write(facets.numbers(of: kind, item) ?? "", to: &file)
                file.write("]")
            }
            file.write("]")
        }
    }
}
