import Journeys
import Templates

/// What an anchor of a journey stands for.
enum NamedPlace {
    case moment(Moment, stage: Int)
    case finding(Finding, Moment)

    init?(_ id: String, in journey: Journey) {
        guard let role = journey.role(ofAnchor: id) else { return nil }
        switch role {
        case .stage(let stage):
            guard journey.stages.indices.contains(stage) else { return nil }
            self = .moment(journey.stages[stage].moment, stage: stage)
        case .step(let stage, let step):
            guard let moment = journey.moment(stage, step) else { return nil }
            self = .moment(moment, stage: stage)
        case .finding(let stage, let step, let finding):
            guard let moment = journey.moment(stage, step), moment.findings.indices.contains(finding) else {
                return nil
            }
            self = .finding(moment.findings[finding], moment)
        case .heading, .quote, .passage:
            return nil
        }
    }
}

extension Journey {
    fileprivate func moment(_ stage: Int, _ step: Int?) -> Moment? {
        guard stages.indices.contains(stage) else { return nil }
        guard let step else { return stages[stage].moment }
        return stages[stage].steps.indices.contains(step) ? stages[stage].steps[step] : nil
    }
}

extension PageLinks {
    /// What a reference leads to, as an entry that says where it is: a finding with its words and evidence, or a moment.
    func entry(for target: Target) -> EntryView {
        switch target.kind {
        case .insight:
            return EntryView(edition.portfolio.insights[target.index], at: target.index, links: self)
        case .journey:
            let journey = edition.portfolio.journeys[target.index]
            guard let anchor = target.anchor, let place = NamedPlace(anchor, in: journey) else { break }
            switch place {
            case .finding(let finding, let moment):
                return EntryView(
                    finding, from: journey.record.path, links: self, place: link(to: moment, at: target))
            case .moment(let moment, _): return entry(for: moment, at: target)
            }
        default: break
        }
        return EntryView(place: link(to: target))
    }

    /// A moment, with what is felt there.
    func entry(for moment: Moment, at target: Target) -> EntryView {
        let felt = Felt(moment)
        return EntryView(
            kind: "moment", kindName: edition.words[moment.isMomentOfTruth ? .momentOfTruth : .moment],
            text: Placed(text(of: moment.feelings, from: edition.portfolio.journeys[target.index].record.path)),
            figure: felt.map { edition.entryWords.felt($0.path, edition.words) },
            shade: felt.map { Felt.shade(of: $0.value) }, place: link(to: moment, at: target))
    }

    /// Where something was said, outside of the journey's own page.
    func link(to moment: Moment, at target: Target) -> LinkView {
        link(to: target, text: moment.title, note: edition.title(of: target))
    }

    /// In words, one after the other.
    private func text(of feelings: [Feeling], from file: String) -> HTML {
        if feelings.count == 1 { return html(feelings[0].words, from: file) }
        let said = feelings.compactMap { bytes($0.words, from: file) }
        return said.isEmpty ? .none : HTML(Array(said.joined(separator: Array(" · ".utf8))))
    }

    /// Where somebody names something: the item, and the moment in it.
    func link(citing target: Target) -> LinkView {
        guard target.kind == .journey, let anchor = target.anchor else { return link(to: target) }
        let journey = edition.portfolio.journeys[target.index]
        let words = journey.anchor(named: anchor)?.text
        return link(to: target, text: words ?? journey.title, note: words == nil ? nil : journey.title)
    }
}
