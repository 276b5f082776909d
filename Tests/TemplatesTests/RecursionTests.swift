import Diagnostics
import Testing

@testable import Templates

struct Node: TemplateView {
    let title: String
    var isOpen = false
    var children: [Node] = []

    static let fields = ViewFields<Node>(
        "node", [.text("title", \.title), .flag("open") { $0.isOpen }, .list("children", \.children)])
}

struct Forest: TemplateView {
    let name: String
    let trees: [Node]

    static let fields = ViewFields<Forest>("forest", [.text("name", \.name), .list("trees", \.trees)])
}

@Suite struct RecursionTests {
    private let tree = Node(
        title: "a", children: [Node(title: "b", children: [Node(title: "c")]), Node(title: "d")])

    /// The case "Recursion" of the specification's partials.
    @Test func followsATree() {
        let rendered = render(
            ["page": "{{>node}}", "node": "{{title}}<{{#children}}{{>node}}{{/children}}>"], tree)
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == "a<b<c<>>d<>>")
    }

    @Test func namesFromOutsideTheTreeStayInReach() {
        let rendered = render(
            [
                "page": "{{#trees}}{{>node}}{{/trees}}!{{name}}",
                "node": "{{name}}.{{title}}({{#children}}{{>node}}{{/children}}{{title}})",
            ], Forest(name: "f", trees: [tree]))
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == "f.a(f.b(f.c(c)b)f.d(d)a)!f")
    }

    @Test func indentationGrowsWithDepth() {
        let rendered = render(
            [
                "page": "<ul>\n  {{>node}}\n</ul>\n",
                "node": "<li>{{title}}\n{{#children}}\n  {{>node}}\n{{/children}}\n</li>\n",
            ], tree)
        #expect(rendered.diagnostics == [])
        #expect(
            rendered.text == """
                <ul>
                  <li>a
                    <li>b
                      <li>c
                      </li>
                    </li>
                    <li>d
                    </li>
                  </li>
                </ul>

                """)
    }

    @Test func anInlineTagEndsIndentation() {
        let rendered = render(
            [
                "page": "  {{>node}}\n",
                "node": "{{title}}:\n{{#children}}- {{>node}}{{>dots}}{{/children}}", "dots": ".\n.\n",
            ], Node(title: "a", children: [Node(title: "b")]))
        #expect(rendered.text == "  a:\n  - b:\n.\n.\n")
    }

    @Test func twoPartialsMayIncludeEachOther() {
        let rendered = render(
            [
                "page": "{{>node}}", "node": "{{title}}{{>below}}",
                "below": "{{#children}}<{{>node}}>{{/children}}",
            ], tree)
        #expect(rendered.diagnostics == [])
        #expect(rendered.text == "a<b<c>><d>")
    }

    @Test func depthIsThatOfTheData() {
        var node = Node(title: "x")
        for _ in 0..<5_000 { node = Node(title: "x", children: [node]) }
        let rendered = render(["page": "{{title}}{{#children}}{{>page}}{{/children}}"], node)
        #expect(rendered.text.utf8.count == 5_001)
    }

    @Test(arguments: [
        "{{>page}}",
        "{{#open}}{{>page}}{{/open}}",
        "{{#title}}{{>page}}{{/title}}",
        "{{>other}}",
        "{{#children}}{{>once}}{{/children}}",
    ]) func withoutGoingDeeperIsAMistake(page: String) {
        let rendered = render(
            ["page": page, "other": "{{^open}}{{>page}}{{/open}}", "once": "{{title}}{{>once}}"], tree)
        #expect(rendered.diagnostics.map(\.code) == [.templateNesting])
        #expect(rendered.text == "")
    }

    /// `trees` is not a name of a node: the section starts from the forest anew each time.
    @Test func goingBackToTheTopIsAMistake() {
        let rendered = render(
            ["page": "{{>trees}}", "trees": "{{#trees}}{{title}}{{>trees}}{{/trees}}"],
            Forest(name: "f", trees: [tree]))
        #expect(rendered.diagnostics.map(\.message) == ["partial includes itself without end"])
        #expect(rendered.diagnostics.map(\.location.path) == ["trees.mustache"])
    }

    @Test func manyInclusionsAreRefused() {
        var templates = ["page": "{{>p0}}"]
        for index in 0..<12 {
            templates["p\(index)"] = String(repeating: "{{>p\(index + 1)}}", count: 10)
        }
        templates["p12"] = "."
        let rendered = render(templates, tree)
        #expect(rendered.diagnostics.map(\.message) == ["partials include each other too often"])
    }

    @Test func manySectionsInEachOtherAreRefused() {
        let deep = String(repeating: "{{#open}}", count: 50_000) + String(repeating: "{{/open}}", count: 50_000)
        let rendered = render(["page": deep], tree)
        #expect(rendered.diagnostics.map(\.code) == [.templateNesting])
    }
}
