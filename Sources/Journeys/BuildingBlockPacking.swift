import Diagnostics
import Markup

extension Persona: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.optional(role)
        pack.optional(segment)
        pack.texts(needs)
        pack.optional(quote)
        pack.optional(share)
        pack.optional(image)
    }

    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), role: pack.optionalText(), segment: pack.optionalText(), needs: pack.texts(),
            quote: pack.optionalText(), share: pack.optionalDecimal(), image: pack.optional())
    }
}

extension Goal: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.optional(metric)
        pack.optional(target)
        pack.optional(by)
        pack.optional(parent)
        given.pack(into: &pack)
    }

    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), metric: pack.optional(), target: pack.optionalDecimal(), by: pack.optional(),
            parent: pack.optional(), given: GivenKeys(from: &pack))
    }
}

extension Metric: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.optional(unit)
        pack.choice(type)
        pack.optional(method)
        pack.choice(perspective)
        pack.choice(direction)
        pack.optional(scale) { pack, scale in
            pack.decimal(scale.lowerBound)
            pack.decimal(scale.upperBound)
        }
        pack.optional(baseline)
        pack.optional(target)
        pack.optional(noise)
        pack.optional(data)
        pack.optional(source)
        pack.optional(sourceRange)
        frequency.pack(into: &pack)
        pack.optional(tabledFigures)
    }

    /// Without its series, which is a file of its own.
    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), unit: pack.optionalText(), type: pack.choice(), method: pack.optionalText(),
            perspective: pack.choice(), direction: pack.choice(),
            scale: pack.optional { pack in
                let (first, last) = (pack.decimal(), pack.decimal())
                if first <= last { return first...last }
                pack.fail()
                return 0...0
            }, baseline: pack.optionalDecimal(), target: pack.optionalDecimal(), noise: pack.optionalDecimal(),
            data: pack.optional(), source: pack.optionalText(), sourceRange: pack.optionalRange(),
            frequency: ReviewRhythm(from: &pack), tabledFigures: pack.optionalRange(), series: nil)
    }
}

extension Series: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.text(path)
        pack.list(rows)
    }

    package init(from pack: inout PackReader) { self.init(path: pack.text(), rows: pack.list()) }
}

extension Series.Row: Packed {
    package func pack(into pack: inout PackWriter) {
        pack.number(date.days)
        pack.decimal(value)
        pack.optional(segment)
        pack.optional(sample)
        pack.number(line)
        pack.range(dateRange)
        pack.range(valueRange)
    }

    package init(from pack: inout PackReader) {
        self.init(
            date: CivilDate(days: pack.number()), value: pack.decimal(), segment: pack.optionalText(),
            sample: pack.optionalDecimal(), line: pack.number(), dateRange: pack.range(), valueRange: pack.range())
    }
}

extension Evidence: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.optional(choice: method)
        pack.optional(date)
        pack.optional(dateRange)
        pack.optional(sample)
        pack.optional(source)
        pack.optional(sourceRange)
        pack.optional(researcher)
    }

    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), method: pack.optionalChoice(), date: pack.optional(),
            dateRange: pack.optionalRange(), sample: pack.optionalText(), source: pack.optionalText(),
            sourceRange: pack.optionalRange(),
            researcher: pack.optionalText())
    }
}

extension Insight: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.choice(type)
        pack.optional(severity)
        pack.list(evidence)
        pack.optional(reach)
        pack.list(personas)
        pack.choice(status)
        pack.optional(resolved)
        pack.optional(resolvedRange)
        given.pack(into: &pack)
    }

    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), type: pack.choice(), severity: pack.optionalNumber(), evidence: pack.list(),
            reach: pack.optionalDecimal(), personas: pack.list(), status: pack.choice(), resolved: pack.optional(),
            resolvedRange: pack.optionalRange(), given: GivenKeys(from: &pack))
    }
}

extension Opportunity: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.list(addresses)
        pack.list(inputs.sorted { $0.key.rawValue < $1.key.rawValue }) { pack, input in
            pack.choice(input.key)
            pack.decimal(input.value)
        }
        pack.list(goals)
        pack.list(metrics)
        pack.choice(stage)
        pack.optional(choice: decision)
        pack.optional(decisionRange)
        pack.optional(because)
        pack.optional(decided)
        pack.optional(decidedRange)
        given.pack(into: &pack)
    }

    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), addresses: pack.list(),
            inputs: Dictionary(
                pack.list { ($0.choice(Input.self), $0.decimal()) }, uniquingKeysWith: { first, _ in first }),
            goals: pack.list(), metrics: pack.list(), stage: pack.choice(), decision: pack.optionalChoice(),
            decisionRange: pack.optionalRange(), because: pack.optionalText(), decided: pack.optional(),
            decidedRange: pack.optionalRange(), given: GivenKeys(from: &pack))
    }
}

extension Solution: Packed {
    package func pack(into pack: inout PackWriter) {
        record.pack(into: &pack)
        pack.list(opportunities)
        pack.choice(status)
        pack.texts(delivery)
        pack.optional(shipped)
        pack.optional(shippedRange)
        pack.list(metrics)
        given.pack(into: &pack)
    }

    package init(from pack: inout PackReader) {
        self.init(
            record: Record(from: &pack), opportunities: pack.list(), status: pack.choice(), delivery: pack.texts(),
            shipped: pack.optional(), shippedRange: pack.optionalRange(), metrics: pack.list(),
            given: GivenKeys(from: &pack))
    }
}

extension FreePage: Packed {
    package func pack(into pack: inout PackWriter) { record.pack(into: &pack) }
    package init(from pack: inout PackReader) { self.init(record: Record(from: &pack)) }
}
