/// A part of a whole that is counted, such as "from 3 of 7 journeys".
package struct Share: Hashable, Sendable {
    package let part: Int
    package let whole: Int

    package init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }
}
