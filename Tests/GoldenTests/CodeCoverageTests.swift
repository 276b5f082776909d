import Diagnostics
import Testing

@Suite("Every code of a diagnostic")
struct CodeCoverageTests {
    /// Codes that no golden portfolio can hold, and where they are, or belong to be, tested instead.
    private static let exempt: [DiagnosticCode: String] = [
        .unreadable: "a file that can't be read can't be checked in: ContentFolderTests",
        .symbolicLink: "git on some systems can't check one out: ContentFolderTests",
        .pathTaken: "said when a site is put together, which golden portfolios are not: to be tested there",
        .expiredWaiver: "said by scores, which a portfolio is not read with: to be tested with them",
        .idleWaiver: "said by scores, which a portfolio is not read with: to be tested with them",
        .opportunityWithoutValues: "said by scores, which a portfolio is not read with: ScoreChecksTests",
        .baselineHeader: "baselines are no part of a portfolio: BaselineTests",
        .baselineLine: "baselines are no part of a portfolio: BaselineTests",
        .templateSyntax: "templates are no part of a portfolio: TemplatesTests",
        .unknownName: "templates are no part of a portfolio: TemplatesTests",
        .unknownPartial: "templates are no part of a portfolio: TemplatesTests",
        .wrongNameKind: "templates are no part of a portfolio: TemplatesTests",
        .unknownTemplate: "templates are no part of a portfolio: TemplatesTests",
        .templateNesting: "templates are no part of a portfolio: TemplatesTests",
        .missingWords: "words are no part of a portfolio: WordsTests",
    ]

    @Test("occurs in a golden portfolio, unless there is a reason", arguments: DiagnosticCode.allCases)
    func occurs(code: DiagnosticCode) async {
        let occurs = GoldenCase.all.contains { $0.expected?.contains("[\(code.rawValue)]") == true }
        #expect(occurs != (Self.exempt[code] != nil), "\(code.rawValue)")
    }
}
