import Testing

@Suite struct InvertedSpecificationTests {
    @Test(arguments: truth + whitespace) func specification(_ specificationCase: SpecificationCase) {
        specificationCase.check()
    }

    static let truth: [SpecificationCase] = [
        .init("Falsey", "[{{^done}}open{{/done}}]", ["done": false], gives: "[open]"),
        .init("Truthy", "[{{^done}}open{{/done}}]", ["done": true], gives: "[]"),
        .init("Null is falsey", "[{{^owner}}nobody{{/owner}}]", ["owner": nil], gives: "[nobody]"),
        .init("Context", "[{{^owner}}not {{name}}{{/owner}}]", ["owner": ["title": "Dr"], "name": "Kim"], gives: "[]"),
        .init("List", "[{{^steps}}none{{/steps}}]", ["steps": .list([["n": "1"], ["n": "2"]])], gives: "[]"),
        .init("Empty List", "[{{^steps}}none{{/steps}}]", ["steps": .list([])], gives: "[none]"),
        .init(
            "Doubled", "{{^done}}\n- one\n{{/done}}\n- {{word}}\n{{^done}}\n- three\n{{/done}}\n",
            ["done": false, "word": "two"], gives: "- one\n- two\n- three\n"),
        .init("Nested (Falsey)", "1{{^done}}2{{^done}}3{{/done}}4{{/done}}5", ["done": false], gives: "12345"),
        .init("Nested (Truthy)", "1{{^done}}2{{^done}}3{{/done}}4{{/done}}5", ["done": true], gives: "15"),
        .init("Context Misses", "[{{^owner}}nobody{{/owner}}]", isMistake: .unknownName),
        .init("Dotted Names - Truthy", "[{{^a.b.c}}no{{/a.b.c}}]", ["a": ["b": ["c": true]]], gives: "[]"),
        .init("Dotted Names - Falsey", "[{{^a.b.c}}no{{/a.b.c}}]", ["a": ["b": ["c": false]]], gives: "[no]"),
        .init("Dotted Names - Broken Chains", "[{{^a.b.c}}no{{/a.b.c}}]", ["a": [:]], isMistake: .unknownName),
        .init(
            "Dotted Names - Broken Chains (optional view)", "{{#all}}[{{^a.b}}no{{/a.b}}]{{/all}}",
            ["all": .list([["a": nil], ["a": ["b": true]]])], gives: "[no][]"),
    ]

    static let whitespace: [SpecificationCase] = [
        .init("Surrounding Whitespace", " [ {{^on}}\t.\t{{/on}} ] \n", ["on": false], gives: " [ \t.\t ] \n"),
        .init("Internal Whitespace", " [ {{^on}} {{! kept }}\n {{/on}} ] \n", ["on": false], gives: " [  \n  ] \n"),
        .init(
            "Indented Inline Sections", "  {{^on}}one{{/on}}\n  {{^on}}two{{/on}}\n", ["on": false],
            gives: "  one\n  two\n"),
        .init("Standalone Lines", "first\n{{^on}}\n-\n{{/on}}\nlast\n", ["on": false], gives: "first\n-\nlast\n"),
        .init(
            "Standalone Indented Lines", "first\n\t{{^on}}\n-\n  {{/on}}\nlast\n", ["on": false],
            gives: "first\n-\nlast\n"),
        .init("Standalone Line Endings", "a\r\n{{^on}}\r\n{{/on}}\r\nb", ["on": false], gives: "a\r\nb"),
        .init("Standalone Without Previous Line", "   {{^on}}\na{{/on}}\nb", ["on": false], gives: "a\nb"),
        .init("Standalone Without Newline", "a{{^on}}\nb\n   {{/on}}", ["on": false], gives: "a\nb\n"),
        .init("Padding", "[{{^   on }}.{{/  on }}]", ["on": false], gives: "[.]"),
    ]
}
