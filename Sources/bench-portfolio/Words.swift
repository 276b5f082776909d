/// The vocabulary. Sentences are put together from independent words, so that no two findings say the same by accident.
enum Words {
    private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    static let adjectives = list(
        """
        shared final missing printed delayed hidden manual outdated double partial unread seasonal estimated disputed regional \
        optional unclear pending expired nightly blocked empty quarterly lost duplicate plain colourful legal foreign previous \
        automatic smart prepaid unsigned corrected cancelled urgent annual paper mobile merged orphaned generic formal archived \
        frozen tentative temporary obsolete fragile verbal verified misleading lengthy cryptic unfamiliar reversed partial \
        provisional mandatory truncated overdue silent
        """)
    static let nouns = list(
        """
        tariff invoice reading meter balance letter refund deposit contract estimate reminder installer engineer appointment \
        callback complaint payment instalment address tenancy landlord boiler heating charger battery inverter panel grid outage \
        voltage supplier switch quote discount voucher credit debit statement portal password signature passport survey ticket \
        queue agent adviser script transcript chatbot checklist form field dropdown banner notice newsletter calendar deadline \
        threshold penalty surcharge levy subsidy certificate inspection leak valve fuse cable junction display barcode serial \
        postcode parcel locksmith janitor neighbour household allowance forecast consumption export generator subscription renewal
        """)
    static let verbs = list(
        """
        hides contradicts repeats delays replaces interrupts resets duplicates ignores overwrites precedes outlives mirrors loses \
        splits rounds blocks confuses triggers postpones undercuts doubles masks shortens truncates reopens rejects inflates \
        misquotes forwards archives cancels blames summarises renames overrides skips misplaces freezes stretches
        """)
    static let adverbs = list(
        """
        silently twice overnight abroad halfway early late offline online indoors upstairs weekly abruptly politely repeatedly \
        eventually nearby locally remotely barely carefully hastily loudly monthly openly partly quietly rarely readily safely \
        secretly slowly steadily suddenly thoroughly together tonight wrongly
        """)
    static let feelings = list(
        """
        relieved resigned hopeful annoyed curious proud lost confident worried surprised calm impatient grateful suspicious \
        reassured tired
        """)
    static let tags = list(
        "moves billing onboarding metering solar churn arrears heating mobility service digital retention")
    static let channels = ["web", "phone", "app", "letter", "email", "chat", "store", "field visit"]
    static let products = ["electricity", "gas", "solar", "heat pump", "charging", "district heating"]
    static let segments = ["tenants", "owners", "landlords", "small business", "public sector"]

    static let stages: [[String]] = [
        ["Awareness", "Consideration", "Onboarding", "Retention"],
        ["Before the change", "The day itself", "First weeks", "Settled in"],
        ["Getting started", "In the middle", "Wrapping up", "Looking back"],
    ]
    static let steps: [[String]] = [
        [
            "Notice the need", "Compare the offers", "Talk it over at home", "Choose a supplier", "Wait for the start",
            "Read the first bill", "Live with it", "Think about leaving", "Recommend it to a friend",
            "Grow the household",
        ],
        [
            "Tell us about it", "Find the papers", "Agree on a date", "Read the meters", "Let the engineer in",
            "Check the confirmation", "Pay the final bill", "Ask for a refund", "Set up the direct debit",
            "Change the tariff",
            "Rate the visit", "File everything away",
        ],
        [
            "Open the letter", "Look for the number", "Sign in", "Fill in the form", "Take a photo of the display",
            "Send it off", "Get an error message", "Call the hotline", "Hold the line", "Explain it again",
            "Receive the confirmation", "Compare the figures", "Forward it to the landlord", "Mark the calendar",
        ],
    ]
    static let topics: [[String]] = [
        [
            "Household with us", "Landlord with us", "Shop with us", "Solar owner with us", "Driver with us",
            "Housing firm with us",
        ],
        [
            "Move home", "Join us", "Get solar", "Fall into arrears", "Switch the tariff", "Report an outage",
            "Renew the heating", "Charge the car", "Question the bill", "Leave us", "Take over a shop", "Have a child",
        ],
        [
            "Submit a reading", "Reset the password", "Book a visit", "Correct the address", "Dispute an estimate",
            "Spread a payment", "Activate the charger", "Return a key", "Send a certificate", "Name a new tenant",
            "Get a copy of a bill", "Change the account", "Cancel an appointment", "Find the fuse box",
            "Read the display",
        ],
    ]
    static let givenNames = list(
        """
        Priya Marek Aïcha Jürgen Noor Søren Lucía Tomás Ingrid Kwame Yuki Zoë Pavel Amara Elif Björn Chiara Dáithí Fatou Hana \
        Iker João Katarzyna Liam Malte Nadia Oskar Petra Quentin Rosa
        """)
    static let familyNames = list(
        """
        Raman Nowak Diallo Köhler Haddad Lindqvist Ortega Novák Bergström Mensah Tanaka Dubois Petrov Okafor Yılmaz Þórsson \
        Ricci Murphy Sow Suzuki Etxeberria Silva Zieliński Byrne Jansen Rahimi Holm Weiß Lefèvre Moretti
        """)
}

extension SplitMix64 {
    /// `The shared tariffmeter hides the final billform silently behind the portal`: of texts as long as these in earnest, few
    /// share most of their words, and compounds make a vocabulary of thousands.
    mutating func sentence() -> String {
        let where_ = pick(["behind", "before", "without", "inside", "after", "beside"])
        return "The \(pick(Words.adjectives)) \(compound()) \(pick(Words.verbs)) the \(pick(Words.adjectives)) "
            + "\(compound()) \(pick(Words.adverbs)) \(where_) the \(pick(Words.nouns))"
    }

    private mutating func compound() -> String { pick(Words.nouns) + pick(Words.nouns) }

    /// As much of it as fills a paragraph.
    mutating func paragraph(_ sentences: Int) -> String {
        (0..<sentences).map { _ in sentence() + "." }.joined(separator: " ")
    }

    mutating func person(of people: Int) -> String {
        let number = number(below: people)
        let given = Words.givenNames[number % Words.givenNames.count]
        return given + " " + Words.familyNames[(number / Words.givenNames.count + number) % Words.familyNames.count]
    }
}

extension String {
    /// The anchor that code hosts make of a heading of letters and spaces.
    var slug: String { lowercased().split(separator: " ").joined(separator: "-") }

    /// As a YAML scalar that is nothing but text.
    var quoted: String { "\"\(self)\"" }
}

extension Int {
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }

    /// Of a number of tenths: `12.5`
    var tenths: String { (self < 0 ? "-" : "") + "\(abs(self) / 10).\(abs(self) % 10)" }
}
