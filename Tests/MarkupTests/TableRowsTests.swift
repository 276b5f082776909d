import Diagnostics
import Markup
import Testing

@Suite("Tables and task lists")
struct TableRowsTests {
    /// The cells alone: a line a row, `|` between, `^` for the head.
    private func cells(_ text: String) -> String {
        var html = MarkdownDocument.html(text)
        for (tag, mark) in [
            ("<div class=\"table-frame\" tabindex=\"0\"><table>", "{"), ("</table></div>", "}"), ("<thead>", ""),
            ("</thead>", ""), ("<tbody>", ""), ("</tbody>", ""), ("<tr>", "/"), ("</tr>", ""),
            ("<th scope=\"col\"", "^<td"), ("</th>", "</td>"), ("<td class=\"end\">", "(>"),
            ("<td class=\"centre\">", "(="), ("<td>", "("), ("</td>", ")"), ("\n", ""),
        ] { html.replace(tag, with: mark) }
        return html.replacing("( ", with: "(").replacing("(> ", with: "(>").replacing("(= ", with: "(=").replacing(
            " )", with: ")"
        ).replacing(" )", with: ")")
    }

    @Test(
        "are read as on code hosts",
        arguments: [
            ("| a | b |\n|---|---|\n| c | d |", "{/^(a)^(b)/(c)(d)}"),
            ("a | b\n--- | ---\nc | d", "{/^(a)^(b)/(c)(d)}"), ("|a|\n|-|\n|b|", "{/^(a)/(b)}"),
            ("| a | b | c |\n|:--|--:|:-:|\n| d | e | f |", "{/^(a)^(>b)^(=c)/(d)(>e)(=f)}"),
            ("| a | b |\n|---|---|", "{/^(a)^(b)}"), ("| a | b |\r\n|---|---|\r\n| c | d |\r\n", "{/^(a)^(b)/(c)(d)}"),
            ("| a | b |\n|---|---|\n| c |\n| d | e |  |", "{/^(a)^(b)/(c)()/(d)(e)}"),
            ("| a | b |\n|---|---|\n| | d |\n||e|", "{/^(a)^(b)/()(d)/()(e)}"),
            ("| a \\| b | c |\n|---|---|\n| d | `e\\|f` |", "{/^(a | b)^(c)/(d)(<code>e|f</code>)}"),
            ("| a | b |\n|---|---|\n| `c|d` | e |", "{/^(a)^(b)/(<code>c|d</code>)(e)}"),
            (
                "| *a* | **b** c |\n|---|---|\n| [d](e) | ![f](g) |",
                "{/^(<em>a</em>)^(<strong>b</strong> c)/(<a href=\"<e>\">d</a>)(<img src=\"<g>\" alt=\"f\" />)}"
            ),
            ("| a | b |\n|---|---|\n| [d](e\\|f) | c |", "{/^(a)^(b)/(<a href=\"<e|f>\">d</a>)(c)}"),
            ("| a | b |\n|---|---|\n| c<br>d | <b> |", "{/^(a)^(b)/(c<br />d)(&lt;b&gt;)}"),
            ("text\n| a | b |\n|---|---|\n| c | d |", "<p>text</p>{/^(a)^(b)/(c)(d)}"),
            ("one\ntwo\n| a |\n|---|", "<p>onetwo</p>{/^(a)}"),
            ("> | a | b |\n> |---|---|\n> | c | d |", "<blockquote>{/^(a)^(b)/(c)(d)}</blockquote>"),
            ("- | a | b |\n  |---|---|\n  | c | d |", "<ul><li>{/^(a)^(b)/(c)(d)}</li></ul>"),
            ("- x\n\n  | a |\n  |---|\n  | b |", "<ul><li><p>x</p>{/^(a)/(b)}</li></ul>"),
            ("| a |\n|---|\n| b |\n\n| c |\n|---|\n", "{/^(a)/(b)}{/^(c)}"),
            ("| é | 日本 |\n|---|---|\n| 👩‍👩‍👧 | d |", "{/^(é)^(日本)/(👩‍👩‍👧)(d)}"), ("| a |\n|---|\nb", "{/^(a)/(b)}"),
        ])
    func tables(text: String, expected: String) {
        #expect(cells(text) == expected)
    }

    @Test(
        "are not read where there is none",
        arguments: [
            ("a | b\nc | d", "<p>a | bc | d</p>"), ("| a | b |\n|---|\n", "<p>| a | b ||---|</p>"),
            ("|---|---|\n| a | b |", "<p>|---|---|| a | b |</p>"), ("a\n---", "<h2><span id=\"a\"></span>a</h2>"),
            ("| a | b |\n\n|---|---|", "<p>| a | b |</p><p>|---|---|</p>"), ("| a |\n| -:- |", "<p>| a || -:- |</p>"),
            ("| a |\n| - - |", "<p>| a || - - |</p>"),
            ("```\n| a \\| b |\n|---|\n```", "<pre><code>| a \\| b ||---|</code></pre>"),
            ("    | a \\| b |\n    |---|", "<pre><code>| a \\| b ||---|</code></pre>"),
        ])
    func others(text: String, expected: String) {
        #expect(cells(text) == expected)
    }

    @Test("leave the rest of a file as it is")
    func rest() {
        #expect(cells("`a\\|b` c\\|d\n\n| e |\n|---|") == "<p><code>a\\|b</code> c|d</p>{/^(e)}")
        #expect(cells("| e |\n|---|\n\n```sh\\|x\na\\|b\n```").hasSuffix("a\\|b</code></pre>"))
        #expect(cells("a \u{9F} b\n\n| c |\n|---|\n| d |") == "<p>a \u{9F} b</p>{/^(c)/(d)}")
    }

    @Test("a small file can't make a huge page", .timeLimit(.minutes(5)))
    func amplification() {
        let columns = 3_000
        let head = String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        #expect(MarkdownDocument.html(head + String(repeating: "x\n", count: 20_000)).utf8.count < 10_000_000)
    }

    @Test("tasks have a sign")
    func tasks() {
        #expect(
            cells("- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- e [x] f")
                == "<ul><li>☐ a</li><li>☑ b</li><li>☑ c</li><li>[y] d</li><li>e [x] f</li></ul>")
        #expect(
            cells("- [ ] [a](b)\n- [x]\n- [x](y)")
                == "<ul><li>☐ <a href=\"<b>\">a</a></li><li>[x]</li><li><a href=\"<y>\">x</a></li></ul>")
    }
}
