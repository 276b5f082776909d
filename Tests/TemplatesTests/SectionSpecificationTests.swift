import Testing

@Suite struct SectionSpecificationTests {
    @Test(arguments: truth + contexts + implicit + dotted + whitespace)
    func specification(_ specificationCase: SpecificationCase) {
        specificationCase.check()
    }

    static let truth: [SpecificationCase] = [
        .init("Truthy", "[{{#done}}yes{{/done}}]", ["done": true], gives: "[yes]"),
        .init("Falsey", "[{{#done}}yes{{/done}}]", ["done": false], gives: "[]"),
        .init("Null is falsey", "[{{#owner}}somebody{{/owner}}]", ["owner": nil], gives: "[]"),
        .init(
            "List", "{{#steps}}{{n}}{{/steps}}", ["steps": .list([["n": "1"], ["n": "2"], ["n": "3"]])], gives: "123"),
        .init("Empty List", "[{{#steps}}some{{/steps}}]", ["steps": .list([])], gives: "[]"),
        .init(
            "Doubled", "{{#done}}\n- one\n{{/done}}\n- {{word}}\n{{#done}}\n- three\n{{/done}}\n",
            ["done": true, "word": "two"], gives: "- one\n- two\n- three\n"),
        .init("Nested (Truthy)", "1{{#done}}2{{#done}}3{{/done}}4{{/done}}5", ["done": true], gives: "12345"),
        .init("Nested (Falsey)", "1{{#done}}2{{#done}}3{{/done}}4{{/done}}5", ["done": false], gives: "15"),
        .init("Context Misses", "[{{#owner}}somebody{{/owner}}]", isMistake: .unknownName),
    ]

    static let contexts: [SpecificationCase] = [
        .init("Context", "{{#owner}}by {{name}}{{/owner}}", ["owner": ["name": "Kim"]], gives: "by Kim"),
        .init(
            "Parent contexts", "{{#inner}}{{a}} {{b}} {{c.d}}{{/inner}}",
            ["a": "1", "b": "no", "inner": ["b": "2"], "c": ["d": "3"]], gives: "1 2 3"),
        .init("Variable test", "{{#name}}{{.}} = {{name}}{{/name}}", ["name": "Kim"], gives: "Kim = Kim"),
        .init(
            "List Contexts",
            "{{#stages}}{{#steps}}{{kind.short}}{{n}}:{{#lanes}}{{kind.long}}{{n}}{{l}};{{/lanes}}{{/steps}}{{/stages}}",
            [
                "stages": .list([
                    [
                        "kind": ["short": "s", "long": "S"],
                        "steps": .list([["n": "1", "lanes": .list([["l": "x"], ["l": "y"]])]]),
                    ]
                ])
            ], gives: "s1:S1x;S1y;"),
        .init(
            "Deeply Nested Contexts",
            """
            {{#a}}
            {{one}}
            {{#b}}
            {{one}}{{two}}{{one}}
            {{#c}}
            {{#d}}
            {{one}}{{two}}{{three}}{{four}}
            {{#five}}
            {{one}}{{two}}{{three}}{{four}}{{.}}{{five}}
            {{/five}}
            {{four}}{{three}}
            {{/d}}
            {{three}}{{two}}
            {{/c}}
            {{two}}{{one}}
            {{/b}}
            {{one}}
            {{/a}}

            """,
            ["a": ["one": "1"], "b": ["two": "2"], "c": ["three": "3", "d": ["four": "4", "five": "5"]]],
            gives: "1\n121\n1234\n123455\n43\n32\n21\n1\n"),
    ]

    static let implicit: [SpecificationCase] = [
        .init(
            "Implicit Iterator - String", "{{#tags}}<{{.}}>{{/tags}}", ["tags": .texts(["a", "b"])], gives: "<a><b>"),
        .init(
            "Implicit Iterator - Integer", "{{#days}}<{{.}}>{{/days}}", ["days": .texts(["1", "2"])], gives: "<1><2>"),
        .init(
            "Implicit Iterator - Decimal", "{{#all}}<{{.}}>{{/all}}", ["all": .texts(["1.5", "2"])], gives: "<1.5><2>"),
        // Views have no lists of lists: the inner one has a name.
        .init(
            "Implicit Iterator - Array", "{{#rows}}<{{#cells}}{{.}}{{/cells}}>{{/rows}}",
            ["rows": .list([["cells": .texts(["1", "2"])], ["cells": .texts(["a"])]])], gives: "<12><a>"),
        .init(
            "Implicit Iterator - HTML Escaping", "{{#all}}<{{.}}>{{/all}}", ["all": .texts(["&", "\"", "<", ">"])],
            gives: "<&amp;><&quot;><&lt;><&gt;>"),
        // The entries of a list are text, so that only escaped printing is right.
        .init(
            "Implicit Iterator - Triple mustache", "{{#all}}<{{{.}}}>{{/all}}", ["all": .texts(["&"])],
            isMistake: .wrongNameKind),
        .init(
            "Implicit Iterator - Ampersand", "{{#all}}<{{&.}}>{{/all}}", ["all": .texts(["&"])],
            isMistake: .wrongNameKind),
        // A page is made from a view, never from a list: `.` is the view.
        .init("Implicit Iterator - Root-level", "{{#.}}<{{value}}>{{/.}}", ["value": "a"], gives: "<a>"),
    ]

    static let dotted: [SpecificationCase] = [
        .init("Dotted Names - Truthy", "[{{#a.b.c}}yes{{/a.b.c}}]", ["a": ["b": ["c": true]]], gives: "[yes]"),
        .init("Dotted Names - Falsey", "[{{#a.b.c}}yes{{/a.b.c}}]", ["a": ["b": ["c": false]]], gives: "[]"),
        .init("Dotted Names - Broken Chains", "[{{#a.b.c}}yes{{/a.b.c}}]", ["a": [:]], isMistake: .unknownName),
        .init(
            "Dotted Names - Broken Chains (optional view)", "{{#all}}[{{#a.b}}yes{{/a.b}}]{{/all}}",
            ["all": .list([["a": nil], ["a": ["b": true]]])], gives: "[][yes]"),
    ]

    static let whitespace: [SpecificationCase] = [
        .init("Surrounding Whitespace", " [ {{#on}}\t.\t{{/on}} ] \n", ["on": true], gives: " [ \t.\t ] \n"),
        .init("Internal Whitespace", " [ {{#on}} {{! kept }}\n {{/on}} ] \n", ["on": true], gives: " [  \n  ] \n"),
        .init(
            "Indented Inline Sections", "  {{#on}}one{{/on}}\n  {{#on}}two{{/on}}\n", ["on": true],
            gives: "  one\n  two\n"),
        .init("Standalone Lines", "first\n{{#on}}\n-\n{{/on}}\nlast\n", ["on": true], gives: "first\n-\nlast\n"),
        .init(
            "Indented Standalone Lines", "first\n\t{{#on}}\n-\n  {{/on}}\nlast\n", ["on": true],
            gives: "first\n-\nlast\n"),
        .init("Standalone Line Endings", "a\r\n{{#on}}\r\n{{/on}}\r\nb", ["on": true], gives: "a\r\nb"),
        .init("Standalone Without Previous Line", "   {{#on}}\na{{/on}}\nb", ["on": true], gives: "a\nb"),
        .init("Standalone Without Newline", "a{{#on}}\nb\n   {{/on}}", ["on": true], gives: "a\nb\n"),
        .init("Padding", "[{{#   on }}.{{/  on }}]", ["on": true], gives: "[.]"),
    ]
}
