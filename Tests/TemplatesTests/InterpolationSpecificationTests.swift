import Testing

/// Numbers are texts in our views: how one is written depends on the language of the site.
@Suite struct InterpolationSpecificationTests {
    @Test(arguments: plain + numbers + misses + dotted + implicit + whitespace)
    func specification(_ specificationCase: SpecificationCase) {
        specificationCase.check()
    }

    private static let risky = "<b>\"R&D\"</b>"
    private static let escaped = "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;"

    static let plain: [SpecificationCase] = [
        .init("No Interpolation", "Only {one} brace, { } }}\n", gives: "Only {one} brace, { } }}\n"),
        .init("Basic Interpolation", "Dear {{name}},\n", ["name": "Kim"], gives: "Dear Kim,\n"),
        .init(
            "No Re-interpolation", "{{source}} {{name}}", ["source": "{{name}}", "name": "Kim"],
            gives: "{{name}} Kim"),
        .init("HTML Escaping", "[{{team}}]", ["team": .text(risky)], gives: "[\(escaped)]"),
        .init("Triple Mustache", "[{{{team}}}]", ["team": .html(risky)], gives: "[\(risky)]"),
        .init("Ampersand", "[{{&team}}]", ["team": .html(risky)], gives: "[\(risky)]"),
    ]

    static let numbers: [SpecificationCase] = [
        .init("Basic Integer Interpolation", "{{days}} days", ["days": "30"], gives: "30 days"),
        .init("Triple Mustache Integer Interpolation", "{{{days}}} days", ["days": .html("30")], gives: "30 days"),
        .init("Ampersand Integer Interpolation", "{{&days}} days", ["days": .html("30")], gives: "30 days"),
        .init("Basic Decimal Interpolation", "{{score}} of 5", ["score": "3.75"], gives: "3.75 of 5"),
        .init(
            "Triple Mustache Decimal Interpolation", "{{{score}}} of 5", ["score": .html("3.75")], gives: "3.75 of 5"),
        .init("Ampersand Decimal Interpolation", "{{&score}} of 5", ["score": .html("3.75")], gives: "3.75 of 5"),
        .init("Basic Null Interpolation", "[{{owner}}]", ["owner": nil], gives: "[]"),
        .init(
            "Triple Mustache Null Interpolation", "{{#all}}[{{{note}}}]{{/all}}",
            ["all": .list([["note": nil], ["note": .html("x")]])], gives: "[][x]"),
        .init(
            "Ampersand Null Interpolation", "{{#all}}[{{&note}}]{{/all}}",
            ["all": .list([["note": nil], ["note": .html("x")]])], gives: "[][x]"),
    ]

    // The specification renders nothing for these.
    static let misses: [SpecificationCase] = [
        .init("Basic Context Miss Interpolation", "[{{owner}}]", isMistake: .unknownName),
        .init("Triple Mustache Context Miss Interpolation", "[{{{owner}}}]", isMistake: .unknownName),
        .init("Ampersand Context Miss Interpolation", "[{{&owner}}]", isMistake: .unknownName),
    ]

    static let dotted: [SpecificationCase] = [
        .init(
            "Dotted Names - Basic Interpolation", "{{owner.name}} = {{#owner}}{{name}}{{/owner}}",
            ["owner": ["name": "Kim"]], gives: "Kim = Kim"),
        .init(
            "Dotted Names - Triple Mustache Interpolation", "{{{owner.name}}} = {{#owner}}{{{name}}}{{/owner}}",
            ["owner": ["name": .html("<i>Kim</i>")]], gives: "<i>Kim</i> = <i>Kim</i>"),
        .init(
            "Dotted Names - Ampersand Interpolation", "{{&owner.name}} = {{#owner}}{{&name}}{{/owner}}",
            ["owner": ["name": .html("<i>Kim</i>")]], gives: "<i>Kim</i> = <i>Kim</i>"),
        .init(
            "Dotted Names - Arbitrary Depth", "{{one.two.three.four.five.name}}",
            ["one": ["two": ["three": ["four": ["five": ["name": "deep"]]]]]], gives: "deep"),
        // What no view has is a mistake; what a view may lack is nothing.
        .init("Dotted Names - Broken Chains", "[{{one.two.three}}]", ["one": [:]], isMistake: .unknownName),
        .init(
            "Dotted Names - Broken Chains (optional view)", "{{#all}}[{{owner.name}}]{{/all}}",
            ["all": .list([["owner": nil], ["owner": ["name": "Kim"]]])], gives: "[][Kim]"),
        .init(
            "Dotted Names - Broken Chain Resolution", "[{{one.two.three.name}}]",
            ["one": ["two": [:]], "three": ["name": "Kim"]], isMistake: .unknownName),
        .init(
            "Dotted Names - Initial Resolution", "{{#one}}{{two.three.name}}{{/one}}",
            ["one": ["two": ["three": ["name": "inner"]]], "two": ["three": ["name": "outer"]]], gives: "inner"),
        .init(
            "Dotted Names - Context Precedence", "{{#one}}{{two.name}}{{/one}}",
            ["one": ["two": [:]], "two": ["name": "outer"]], isMistake: .unknownName),
        .init(
            "Dotted Names are never single keys", "[{{one.two}}]", ["one.two": "single"], isMistake: .unknownName),
        .init(
            "Dotted Names - No Masking", "[{{one.two}}]", ["one.two": "single", "one": ["two": "chain"]],
            gives: "[chain]"),
    ]

    // A page is always made from a view, so that `.` is tried on a text in it.
    static let implicit: [SpecificationCase] = [
        .init(
            "Implicit Iterators - Basic Interpolation", "{{#name}}Dear {{.}}{{/name}}", ["name": "Kim"],
            gives: "Dear Kim"),
        .init("Implicit Iterators - HTML Escaping", "{{#team}}{{.}}{{/team}}", ["team": .text(risky)], gives: escaped),
        .init(
            "Implicit Iterators - Triple Mustache", "{{#team}}{{{.}}}{{/team}}", ["team": .html(risky)], gives: risky),
        .init("Implicit Iterators - Ampersand", "{{#team}}{{&.}}{{/team}}", ["team": .html(risky)], gives: risky),
        .init(
            "Implicit Iterators - Basic Integer Interpolation", "{{#days}}{{.}} days{{/days}}", ["days": "30"],
            gives: "30 days"),
    ]

    static let whitespace: [SpecificationCase] = [
        .init("Interpolation - Surrounding Whitespace", "[ {{dash}} ]", ["dash": "-"], gives: "[ - ]"),
        .init("Triple Mustache - Surrounding Whitespace", "[ {{{dash}}} ]", ["dash": .html("-")], gives: "[ - ]"),
        .init("Ampersand - Surrounding Whitespace", "[ {{&dash}} ]", ["dash": .html("-")], gives: "[ - ]"),
        .init("Interpolation - Standalone", "   {{dash}}\n", ["dash": "-"], gives: "   -\n"),
        .init("Triple Mustache - Standalone", "   {{{dash}}}\n", ["dash": .html("-")], gives: "   -\n"),
        .init("Ampersand - Standalone", "   {{&dash}}\n", ["dash": .html("-")], gives: "   -\n"),
        .init("Interpolation With Padding", "[{{   dash }}]", ["dash": "-"], gives: "[-]"),
        .init("Triple Mustache With Padding", "[{{{   dash }}}]", ["dash": .html("-")], gives: "[-]"),
        .init("Ampersand With Padding", "[{{&   dash }}]", ["dash": .html("-")], gives: "[-]"),
    ]
}
