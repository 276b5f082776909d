import Testing

@Suite struct PartialSpecificationTests {
    @Test(arguments: cases) func specification(_ specificationCase: SpecificationCase) {
        specificationCase.check()
    }

    // "Recursion" is in RecursionTests: data alone can't say that a type holds itself.
    static let cases: [SpecificationCase] = [
        .init("Basic Behavior", "[{{>foot}}]", partials: ["foot": "the end"], gives: "[the end]"),
        .init("Failed Lookup", "[{{>foot}}]", isMistake: .unknownPartial),
        .init("Context", "[{{>foot}}]", ["word": "end"], partials: ["foot": "the {{word}}"], gives: "[the end]"),
        .init(
            "Nested", "[{{>outer}}]", ["a": "one", "b": "two"],
            partials: ["outer": "{{a}} {{>inner}}.", "inner": "{{b}}"], gives: "[one two.]"),
        .init("Surrounding Whitespace", "[ {{>tab}} ]", partials: ["tab": "\t.\t"], gives: "[ \t.\t ]"),
        .init(
            "Inline Indentation", "   {{bar}}  {{>two}}\n", ["bar": "|"], partials: ["two": "a\nb"],
            gives: "   |  a\nb\n"),
        .init("Standalone Line Endings", "a\r\n{{>dot}}\r\nb", partials: ["dot": "."], gives: "a\r\n.b"),
        .init("Standalone Without Previous Line", "   {{>two}}\nb", partials: ["two": "a\na"], gives: "   a\n   ab"),
        .init("Standalone Without Newline", "b\n   {{>two}}", partials: ["two": "a\na"], gives: "b\n   a\n   a"),
        .init(
            "Standalone Indentation", "{\n  {{>lines}}\n}\n", ["html": .html("one\ntwo")],
            partials: ["lines": "<\n{{{html}}}\n>\n"], gives: "{\n  <\n  one\ntwo\n  >\n}\n"),
        .init("Padding Whitespace", "[{{>   dot }}]", partials: ["dot": "."], gives: "[.]"),
    ]
}
