import Journeys

/// A portfolio that is small enough to score by hand, and what `data/portfolio.json` says of it.
enum DataGolden {
    static let portfolio = SamplePortfolio(files: [
        "evidence/talks.md": #"""
        ---
        title: Nine talks
        method: interview
        date: 2026-05-20
        ---
        > Nobody asked me. {#q1}

        """#,
        "insights/meters.md": #"""
        ---
        title: Meters are unknown
        type: need
        ---

        """#,
        "journeys/life.md": #"""
        ---
        title: Life with us
        level: lifecycle
        ---

        ## Moving

        ## Leaving

        """#,
        "journeys/move.md": #"""
        ---
        title: Move home
        level: sub
        parent: life#moving
        owner: Priya Raman
        team: Moves
        reviewed: 2026-07-01
        metrics: [csat]
        ---

        ## Before

        - **Feeling:** 0

        ### Tell us {#tell-us .moment-of-truth}

        - **Doing:** Looks for the form
        - **Feeling:** +1 → +2 Glad {evidence=talks}
        - **Touchpoints:** Form
        - **Pains:**
          - It wants a serial number {#serial severity=4 reach=0.5 evidence=talks#q1}
        - **Insights:** [Meters are unknown](../insights/meters.md)

        """#,
        "metrics/csat.csv": #"""
        date,value
        2026-03-31,60
        2026-04-30,62
        2026-06-30,69
        2026-07-31,71.005

        """#,
        "metrics/csat.md": #"""
        ---
        title: Happy movers
        perspective: customer
        baseline: 60
        target: 80
        ---

        """#,
        "opportunities/prefill.md": #"""
        ---
        title: Prefill the meter
        addresses: [move#serial, meters]
        business_impact: 3
        effort: 2
        decision: will
        ---

        """#,
        "portfolio.yml": #"""
        title: Larkfield "Energy"
        waivers:
          - {rule: b, subject: move#serial, because: it is from before}

        """#,
        "solutions/lookup.md": #"""
        ---
        title: Look it up
        opportunities: [prefill]
        status: shipped
        shipped: 2026-05-01
        metrics: [csat]
        ---

        """#,
    ])

    static let json = #"""
        {
         "schema": 1,
         "title": "Larkfield \"Energy\"",
         "as_of": "2026-11-15",
         "generator": "waymark 0.1.0",
         "health": {"value": 77.39, "journeys": 1, "of": 2},
         "maturity": {"level": 1, "reached": {"1": 2, "2": 0, "3": 0, "4": 0, "5": 0}},
         "journeys": [
          {
           "id": "life",
           "title": "Life with us",
           "level": "lifecycle",
           "state": "current",
           "status": "active",
           "owner": null,
           "team": null,
           "parent": null,
           "also_in": [],
           "children": ["move"],
           "source": "content/journeys/life.md",
           "page": "journeys/life.html",
           "scorecard": "scorecards/life.html",
           "stages": [
            {
             "id": "moving",
             "title": "Moving",
             "line": 6,
             "emotion": null,
             "rolled": {"value": 77.39, "journeys": 1, "of": 1},
             "steps": []
            },
            {
             "id": "leaving",
             "title": "Leaving",
             "line": 8,
             "emotion": null,
             "rolled": {"value": null, "journeys": 0, "of": 0},
             "steps": []
            }
           ],
           "findings": [],
           "metrics": [],
           "health": {
            "value": null,
            "coverage": 0,
            "low": 0,
            "high": 100,
            "grade": null,
            "provisional": true,
            "parts": {
             "experience": {"value": null, "weight": 40, "emotion": null, "relief": null},
             "customer_outcomes": {"value": null, "weight": 25},
             "business_outcomes": {"value": null, "weight": 20},
             "operations": {"value": null, "weight": 15}
            }
           },
           "trust": {
            "value": 15,
            "coverage": 0.4,
            "parts": {
             "evidence": {"value": null, "weight": 60, "backed": null, "fresh": null, "mixed": null},
             "stewardship": {"value": 15, "weight": 40}
            }
           },
           "progress": {"value": null},
           "rolled": {"value": 77.39, "journeys": 1, "of": 2},
           "maturity": {"level": 1, "unmet": ["an owner", "three moments, or one at the lowest level", "reviewed in time", "customer metric with target and current data", "business metric with target and current data", "60% of the claims backed by evidence", "80% of the claims backed by evidence"]},
           "change": {"since": null, "health": null, "trust": null, "progress": null},
           "review": {"due": null, "overdue_days": 92, "triggers": ["overdue"]},
           "next_actions": [
            {"action": "name-owner", "subject": "life", "score": "trust", "gain": 25},
            {"action": "review", "subject": "life", "score": "trust", "gain": 25}
           ]
          },
          {
           "id": "move",
           "title": "Move home",
           "level": "sub",
           "state": "current",
           "status": "active",
           "owner": "Priya Raman",
           "team": "Moves",
           "parent": {"journey": "life", "anchor": "moving"},
           "also_in": [],
           "children": [],
           "source": "content/journeys/move.md",
           "page": "journeys/move.html",
           "scorecard": "scorecards/move.html",
           "stages": [
            {
             "id": "before",
             "title": "Before",
             "line": 11,
             "emotion": 0,
             "rolled": {"value": null, "journeys": 0, "of": 0},
             "steps": [
              {"id": "tell-us", "title": "Tell us", "line": 15, "emotion": 1.5, "moment_of_truth": true}
             ]
            }
           ],
           "findings": [
            {"id": "serial", "kind": "pain", "at": "tell-us", "text": "It wants a serial number", "severity": 4, "reach": 0.5, "status": "open", "evidence": ["talks#q1"], "line": 21, "insight": false},
            {"id": "meters", "kind": "need", "at": "tell-us", "text": "Meters are unknown", "severity": null, "reach": null, "status": "open", "evidence": [], "line": 22, "insight": true}
           ],
           "metrics": ["csat"],
           "health": {
            "value": 77.39,
            "coverage": 0.65,
            "low": 50.31,
            "high": 85.31,
            "grade": "B",
            "provisional": false,
            "parts": {
             "experience": {"value": 77.32, "weight": 40, "emotion": 75, "relief": 80.8},
             "customer_outcomes": {"value": 77.51, "weight": 25},
             "business_outcomes": {"value": null, "weight": 20},
             "operations": {"value": null, "weight": 15}
            }
           },
           "trust": {
            "value": 72.36,
            "coverage": 1,
            "parts": {
             "evidence": {"value": 78.75, "weight": 60, "backed": 0.75, "fresh": 0.75, "mixed": 1},
             "stewardship": {"value": 62.77, "weight": 40}
            }
           },
           "progress": {"value": 100},
           "rolled": {"value": 77.39, "journeys": 1, "of": 1},
           "maturity": {"level": 1, "unmet": ["three moments, or one at the lowest level", "reviewed in time", "customer metric with target and current data", "business metric with target and current data", "80% of the claims backed by evidence"]},
           "change": {"since": null, "health": null, "trust": null, "progress": null},
           "review": {"due": "2026-10-01", "overdue_days": 45, "triggers": ["overdue"]},
           "next_actions": [
            {"action": "back-finding", "subject": "before", "score": "trust", "gain": 6.38},
            {"action": "update-metric", "subject": "csat", "score": "trust", "gain": 6},
            {"action": "review", "subject": "move", "score": "trust", "gain": 4.89}
           ]
          }
         ],
         "opportunities": [
          {"id": "prefill", "title": "Prefill the meter", "priority": 60.75, "rank": 1, "best_rank": 1, "worst_rank": 1, "first": 1, "top_three": 1, "top_ten": 1, "tied_with": [], "confidence": 0.9, "model": "weighted", "missing": [], "addresses": ["move#serial", "meters"], "decision": "will", "stage": "discover"}
         ],
         "solutions": [
          {"id": "lookup", "status": "shipped", "outcome": "improved", "preliminary": false, "measured": [{"metric": "csat", "before": 61, "after": 70.0025, "change": 9.0025, "seasonal": false, "outcome": "improved"}]}
         ],
         "metrics": [
          {"id": "csat", "latest": {"date": "2026-07-31", "value": 71.005}, "attainment": 77.51, "journeys": ["move"]}
         ],
         "contradictions": [
          {"rule": "b", "subjects": ["move#tell-us", "move#serial"], "waived": true}
         ],
         "trend": []
        }

        """#
}
