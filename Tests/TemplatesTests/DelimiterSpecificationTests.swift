import Testing

@Suite struct DelimiterSpecificationTests {
    @Test(arguments: cases) func specification(_ specificationCase: SpecificationCase) {
        specificationCase.check()
    }

    private static let page = """
        start
        {{COND on}}
          {{word}} |word|
        {{/on}}

        {{= | | =}}
        |COND on|
          {{word}} |word|
        |/on|
        end

        """
    private static let result = "start\n  shown |word|\n\n  {{word}} shown\nend\n"

    static let cases: [SpecificationCase] = [
        .init("Pair Behavior", "{{=<< >>=}}[<<greeting>>]", ["greeting": "Good day"], gives: "[Good day]"),
        .init("Special Characters", "({{=[ ]=}}[greeting])", ["greeting": "Good day"], gives: "(Good day)"),
        .init(
            "Sections", page.replacing("COND", with: "#"), ["on": true, "word": "shown"], gives: result),
        .init(
            "Inverted Sections", page.replacing("COND", with: "^"), ["on": false, "word": "shown"], gives: result),
        .init(
            "Partial Inheritence", "<{{>inner}}>\n{{= | | =}}\n<|>inner|>\n", ["word": "shown"],
            partials: ["inner": "{{word}} |word|"], gives: "<shown |word|>\n<shown |word|>\n"),
        .init(
            "Post-Partial Behavior", "<{{>inner}}>\n<{{word}} |word|>\n", ["word": "shown"],
            partials: ["inner": "{{word}}{{= | | =}}{{word}}|word|"],
            gives: "<shown{{word}}shown>\n<shown |word|>\n"),
        .init("Surrounding Whitespace", "[ {{=% %=}} ]", gives: "[  ]"),
        .init("Outlying Whitespace (Inline)", " [ {{=% %=}}\n", gives: " [ \n"),
        .init("Standalone Tag", "first\n{{=% %=}}\nlast\n", gives: "first\nlast\n"),
        .init("Indented Standalone Tag", "first\n    {{=% %=}}\nlast\n", gives: "first\nlast\n"),
        .init("Standalone Line Endings", "first\r\n{{= % % =}}\r\nlast", gives: "first\r\nlast"),
        .init("Standalone Without Previous Line", "   {{=% %=}}\nlast", gives: "last"),
        .init("Standalone Without Newline", "first\n   {{=% %=}}", gives: "first\n"),
        .init("Pair with Padding", "[{{=   %     %   =}}]", gives: "[]"),
    ]
}
