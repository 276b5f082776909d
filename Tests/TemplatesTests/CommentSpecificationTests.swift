import Testing

@Suite struct CommentSpecificationTests {
    @Test(arguments: cases) func specification(_ specificationCase: SpecificationCase) {
        specificationCase.check()
    }

    static let cases: [SpecificationCase] = [
        .init("Inline", "left{{! not shown }}right", gives: "leftright"),
        .init("Multiline", "left{{!\n  not\n  shown\n}}right\n", gives: "leftright\n"),
        .init("Standalone", "first\n{{! gone }}\nlast\n", gives: "first\nlast\n"),
        .init("Indented Standalone", "first\n \t{{! gone }}\nlast\n", gives: "first\nlast\n"),
        .init("Standalone Line Endings", "first\r\n{{! gone }}\r\nlast", gives: "first\r\nlast"),
        .init("Standalone Without Previous Line", "   {{! gone }}\nlast", gives: "last"),
        .init("Standalone Without Newline", "first\n   {{! gone }}", gives: "first\n"),
        .init("Multiline Standalone", "first\n{{!\nall\nof this\n}}\nlast\n", gives: "first\nlast\n"),
        .init("Indented Multiline Standalone", "first\n  {{!\n    all of this\n  }}\nlast\n", gives: "first\nlast\n"),
        .init("Indented Inline", "   left {{! gone }}\n", gives: "   left \n"),
        .init("Surrounding Whitespace", "left {{! gone }} right", gives: "left  right"),
        .init("Variable Name Collision", "[{{! owner }}]", ["owner": "Kim", "!": "no", "! owner": "no"], gives: "[]"),
    ]
}
