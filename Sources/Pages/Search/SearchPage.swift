import Journeys
import Templates

/// Where all results of a search are shown; without JavaScript, a way to every list.
struct SearchPage: TemplateView {
    static let fields = ViewFields<SearchPage>("search", [.view("page", \.page), .list("lists", \.lists)])

    let page: PageFrame
    let lists: [LinkView]

    init(_ edition: Edition, _ chrome: PageChrome) {
        let path = edition.map.path(of: .search)
        let links = edition.links(on: path)
        page = chrome.frame(for: path, titled: edition.words[.search], section: .place(.search))
        lists = edition.navigation.sections.map { section in
            LinkView(text: edition.name(of: section), address: links.address(of: edition.path(of: section)))
        }
    }
}
