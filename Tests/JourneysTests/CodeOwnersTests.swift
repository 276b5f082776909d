import Testing

@testable import Journeys

/// Whom a code host asks for reviews.
@Suite struct CodeOwnersTests {
    private static let portfolio = TextPortfolio([
        "portfolio.yml": "handles: {Ada: \"@ada\", Moves: \"@org/moves\"}\n",
        "journeys/b.md": "---\ntitle: B\nowner: Ada\nteam: Moves\n---\n",
        "journeys/a x.md": "---\ntitle: A\nowner: Bob\nteam: Moves\n---\n",
        "journeys/c.md": "---\ntitle: C\nowner: Bob\n---\n",
        "journeys/d.md": "---\ntitle: D\nowner: dora@example.org\n---\n",
        "journeys/e.md": "---\ntitle: E\n---\n",
    ]).portfolio

    @Test func `The owner goes before the team, and a handle is one itself`() {
        let owners = CodeOwners(Self.portfolio)
        #expect(
            owners.entries.map { "\($0.path) \($0.handles)" } == [
                "journeys/a x.md [\"@org/moves\"]", "journeys/b.md [\"@ada\"]",
                "journeys/d.md [\"dora@example.org\"]",
            ])
        #expect(owners.unknown == ["Bob"])
    }

    @Test func `Patterns start at the root, and blanks are escaped`() {
        let lines = CodeOwners(Self.portfolio).text { "content/" + $0 }.split(separator: "\n").filter {
            !$0.hasPrefix("#")
        }
        #expect(lines.first == "/content/journeys/a\\ x.md @org/moves")
    }

    @Test(arguments: [
        ("@a", true), ("@a/b", true), ("a@b.c", true), ("a", false), ("@", false), ("@a b", false), ("@a@b", false),
    ])
    func `Handles`(text: String, isOne: Bool) {
        #expect(CodeOwner.isHandle(text) == isOne)
    }
}
