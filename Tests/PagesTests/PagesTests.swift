import Diagnostics
import Pages
import Testing

@Suite struct TemplateSetTests {
    @Test func `the templates that come with the binary have no mistakes`() {
        let set = TemplateSet.compiled()
        #expect(set.diagnostics.map { "\($0.location.path):\($0.location.range.lowerBound) \($0.message) \($0.hint ?? "")" } == [])
    }
}
