waymark.take("beside-0",[
 {
  "id": "add-low-carbon",
  "title": "Add an electric car or heat pump",
  "map": "journeys/add-low-carbon.html",
  "scorecard": "scorecards/add-low-carbon.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Dev Patel", ""], ["Reviewed", "Due on 23 December 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "63", "C", "score-c", "whole"], ["Experience", "53", "", "score-c", ""], ["Customer outcomes", "67", "", "score-b", ""], ["Business outcomes", "", "", "", ""], ["Operations", "83", "", "score-a", ""], ["Trust", "94", "", "score-a", "whole"], ["Evidence", "90", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "16", "", "score-e", "whole"]],
  "curve": [[0.5], [-1], [-2], [2], [-1.5, 0.5]],
  "pairs": [["power-cut", "compare/power-cut--add-low-carbon.html"], ["renew-tariff", "compare/add-low-carbon--renew-tariff.html"]]
 },
 {
  "id": "agree-a-payment-plan",
  "title": "Agree a payment plan",
  "map": "journeys/agree-a-payment-plan.html",
  "scorecard": "scorecards/agree-a-payment-plan.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Grace Oyelaran", ""], ["Reviewed", "Due on 27 November 2026", ""], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "72", "B", "score-b", "whole"], ["Experience", "67", "", "score-b", ""], ["Customer outcomes", "74", "", "score-b", ""], ["Business outcomes", "72", "", "score-b", ""], ["Operations", "80", "", "score-b", ""], ["Trust", "98", "", "score-a", "whole"], ["Evidence", "97", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "47", "", "score-d", "whole"]],
  "curve": [[-1], [-1, 0.5], [1], [0.5], [1]],
  "pairs": []
 },
 {
  "id": "ask-for-a-call-back",
  "title": "Ask for a call-back",
  "map": "journeys/ask-for-a-call-back.html",
  "scorecard": "scorecards/ask-for-a-call-back.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Grace Oyelaran", ""], ["Reviewed", "Due on 1 December 2026", ""], ["Maturity", "5 of 5: Customer-centric", ""]],
  "scores": [["Health", "72", "B", "score-b", "whole"], ["Experience", "60", "", "score-c", ""], ["Customer outcomes", "86", "", "score-a", ""], ["Business outcomes", "", "", "", ""], ["Operations", "82", "", "score-a", ""], ["Trust", "95", "", "score-a", "whole"], ["Evidence", "91", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "75", "", "score-b", "whole"]],
  "curve": [[0, 1], [-0.88], [-0.5, 0.5], [0.5]],
  "pairs": []
 },
 {
  "id": "bereavement",
  "title": "When someone has died",
  "map": "journeys/bereavement.html",
  "scorecard": "scorecards/bereavement.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Grace Oyelaran", ""], ["Reviewed", "Never reviewed", "late"], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "42", "D", "score-d", "whole"], ["Experience", "31", "", "score-e", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "", "", "", ""], ["Operations", "70", "", "score-b", ""], ["Trust", "71", "", "score-b", "whole"], ["Evidence", "79", "", "score-b", ""], ["Stewardship", "60", "", "score-c", ""], ["Progress", "35", "", "score-e", "whole"]],
  "curve": [[-1.5], [-2, -0.5], [-1.5], [-2], [-1], [0.5]],
  "pairs": [["move-home", "compare/move-home--bereavement.html"], ["leave-us", "compare/bereavement--leave-us.html"]]
 },
 {
  "id": "book-an-engineer",
  "title": "Book an engineer",
  "map": "journeys/book-an-engineer.html",
  "scorecard": "scorecards/book-an-engineer.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Callum Reid", ""], ["Reviewed", "Due on 13 April 2027", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "69", "B", "score-b", "whole"], ["Experience", "54", "", "score-c", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "80", "", "score-a", ""], ["Operations", "92", "", "score-a", ""], ["Trust", "84", "", "score-a", "whole"], ["Evidence", "73", "", "score-b", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "50", "", "score-c", "whole"]],
  "curve": [[-0.5, 0.5], [-0.5], [0.5], [-1]],
  "pairs": [["engineer-visit", "compare/book-an-engineer--engineer-visit.html"]]
 },
 {
  "id": "change-direct-debit",
  "title": "Change the direct debit",
  "map": "journeys/change-direct-debit.html",
  "scorecard": "scorecards/change-direct-debit.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Due on 29 December 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "60", "C", "score-c", "whole"], ["Experience", "51", "", "score-c", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "", "", "", ""], ["Operations", "83", "", "score-a", ""], ["Trust", "92", "", "score-a", "whole"], ["Evidence", "86", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "13", "", "score-e", "whole"]],
  "curve": [[-2], [-1, -0.5], [-0.75], [-0.5, 1], [0.5]],
  "pairs": [["submit-a-meter-reading", "compare/submit-a-meter-reading--change-direct-debit.html"]]
 },
 {
  "id": "compare-and-choose",
  "title": "Compare tariffs and choose us",
  "map": "journeys/compare-and-choose.html",
  "scorecard": "scorecards/compare-and-choose.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Hannah Whitlock", ""], ["Reviewed", "Overdue since 10 June 2026, 158 days", "late"], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "56", "C", "score-c", "whole"], ["Experience", "52", "", "score-c", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "64", "", "score-c", ""], ["Operations", "", "", "", ""], ["Trust", "72", "", "score-b", "whole"], ["Evidence", "70", "", "score-b", ""], ["Stewardship", "75", "", "score-b", ""], ["Progress", "18", "", "score-e", "whole"]],
  "curve": [[-1], [-1], [-0.75], [-0.5, 0], [0.5]],
  "pairs": [["join-and-switch", "compare/compare-and-choose--join-and-switch.html"]]
 },
 {
  "id": "dispute-a-bill",
  "title": "Dispute a bill",
  "map": "journeys/dispute-a-bill.html",
  "scorecard": "scorecards/dispute-a-bill.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Overdue since 26 August 2026, 81 days", "late"], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "61", "C", "score-c", "whole"], ["Experience", "46", "", "score-d", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "75", "", "score-b", ""], ["Operations", "82", "", "score-a", ""], ["Trust", "77", "", "score-b", "whole"], ["Evidence", "76", "", "score-b", ""], ["Stewardship", "78", "", "score-b", ""], ["Progress", "29", "", "score-e", "whole"]],
  "curve": [[-1], [-2], [-1.5], [0, 0.5]],
  "pairs": [["read-the-first-bill", "compare/read-the-first-bill--dispute-a-bill.html"]]
 },
 {
  "id": "engineer-visit",
  "title": "The engineer's visit",
  "map": "journeys/engineer-visit.html",
  "scorecard": "scorecards/engineer-visit.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Callum Reid", ""], ["Reviewed", "Due on 20 November 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "79", "B", "score-b", "whole"], ["Experience", "66", "", "score-b", ""], ["Customer outcomes", "98", "", "score-a", ""], ["Business outcomes", "", "", "", ""], ["Operations", "81", "", "score-a", ""], ["Trust", "89", "", "score-a", "whole"], ["Evidence", "82", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "42", "", "score-d", "whole"]],
  "curve": [[-1], [0, 1], [-0.5], [1.5], [1]],
  "pairs": [["book-an-engineer", "compare/book-an-engineer--engineer-visit.html"]]
 },
 {
  "id": "falling-behind",
  "title": "Fall behind, and catch up",
  "map": "journeys/falling-behind.html",
  "scorecard": "scorecards/falling-behind.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Grace Oyelaran", ""], ["Reviewed", "Due on 4 December 2026", ""], ["Maturity", "5 of 5: Customer-centric", ""]],
  "scores": [["Health", "63", "C", "score-c", "whole"], ["Experience", "49", "", "score-d", ""], ["Customer outcomes", "74", "", "score-b", ""], ["Business outcomes", "72", "", "score-b", ""], ["Operations", "71", "", "score-b", ""], ["Trust", "97", "", "score-a", "whole"], ["Evidence", "95", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "61", "", "score-c", "whole"]],
  "curve": [[-1.5], [-2], [-1.5], [-2, 0.5], [-1, 1], [0, -0.5], [1.5]],
  "pairs": [["smart-meter-installation", "compare/smart-meter-installation--falling-behind.html"], ["make-a-complaint", "compare/falling-behind--make-a-complaint.html"]]
 },
 {
  "id": "first-bill",
  "title": "Get the first bill",
  "map": "journeys/first-bill.html",
  "scorecard": "scorecards/first-bill.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Due on 16 December 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "68", "B", "score-b", "whole"], ["Experience", "58", "", "score-c", ""], ["Customer outcomes", "80", "", "score-a", ""], ["Business outcomes", "63", "", "score-c", ""], ["Operations", "83", "", "score-a", ""], ["Trust", "100", "", "score-a", "whole"], ["Evidence", "100", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "42", "", "score-d", "whole"]],
  "curve": [[-0.5], [-1], [-1.5, -0.5], [-1], [0.5]],
  "pairs": [["join-and-switch", "compare/join-and-switch--first-bill.html"], ["smart-meter-installation", "compare/first-bill--smart-meter-installation.html"]]
 },
 {
  "id": "get-the-final-bill",
  "title": "Get the final bill",
  "map": "journeys/get-the-final-bill.html",
  "scorecard": "scorecards/get-the-final-bill.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Due on 17 March 2027", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "61", "C", "score-c", "whole"], ["Experience", "54", "", "score-c", ""], ["Customer outcomes", "59", "", "score-c", ""], ["Business outcomes", "", "", "", ""], ["Operations", "82", "", "score-a", ""], ["Trust", "94", "", "score-a", "whole"], ["Evidence", "89", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "50", "", "score-c", "whole"]],
  "curve": [[-0.5], [-1.5], [-1, 0], [0.5]],
  "pairs": [["refund-of-credit", "compare/get-the-final-bill--refund-of-credit.html"]]
 },
 {
  "id": "household-lifecycle",
  "title": "A household's life with Larkfield",
  "map": "journeys/household-lifecycle.html",
  "scorecard": "scorecards/household-lifecycle.html",
  "facts": [["Level", "lifecycle", ""], ["State", "Today", ""], ["Owner", "Ruth Kessler", ""], ["Reviewed", "Due on 23 December 2026", ""], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "60", "C", "score-c", "whole"], ["Experience", "55", "", "score-c", ""], ["Customer outcomes", "65", "", "score-b", ""], ["Business outcomes", "62", "", "score-c", ""], ["Operations", "", "", "", ""], ["Trust", "83", "", "score-a", "whole"], ["Evidence", "71", "", "score-b", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "0", "", "score-e", "whole"]],
  "curve": [[], [0, 0.5], [0.5], [-0.5], [-1, 0.5], [-0.5], [-0.75], [-0.5], [-1]],
  "pairs": []
 },
 {
  "id": "join-and-switch",
  "title": "Switch to us",
  "map": "journeys/join-and-switch.html",
  "scorecard": "scorecards/join-and-switch.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Hannah Whitlock", ""], ["Reviewed", "Due on 5 January 2027", ""], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "63", "C", "score-c", "whole"], ["Experience", "52", "", "score-c", ""], ["Customer outcomes", "63", "", "score-c", ""], ["Business outcomes", "68", "", "score-b", ""], ["Operations", "83", "", "score-a", ""], ["Trust", "79", "", "score-b", "whole"], ["Evidence", "64", "", "score-c", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "10", "", "score-e", "whole"]],
  "curve": [[0, -0.5], [0.5], [-1.5], [-1], [1]],
  "pairs": [["compare-and-choose", "compare/compare-and-choose--join-and-switch.html"], ["first-bill", "compare/join-and-switch--first-bill.html"]]
 },
 {
  "id": "leave-us",
  "title": "Leave us",
  "map": "journeys/leave-us.html",
  "scorecard": "scorecards/leave-us.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "No owner", "late"], ["Reviewed", "Overdue since 14 May 2026, 185 days", "late"], ["Maturity", "1 of 5: Ad hoc", ""]],
  "scores": [["Health", "56", "C", "score-c", "whole"], ["Experience", "50", "", "score-d", ""], ["Customer outcomes", "57", "", "score-c", ""], ["Business outcomes", "68", "", "score-b", ""], ["Operations", "", "", "", ""], ["Trust", "65", "", "score-b", "whole"], ["Evidence", "76", "", "score-b", ""], ["Stewardship", "50", "", "score-c", ""], ["Progress", "41", "", "score-d", "whole"]],
  "curve": [[-2], [1], [-1], [-1], [-1, 0.5]],
  "pairs": [["bereavement", "compare/bereavement--leave-us.html"]]
 },
 {
  "id": "make-a-complaint",
  "title": "Make a complaint",
  "map": "journeys/make-a-complaint.html",
  "scorecard": "scorecards/make-a-complaint.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Siân Morgan", ""], ["Reviewed", "Due on 20 November 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "51", "C", "score-c", "whole"], ["Experience", "36", "", "score-d", ""], ["Customer outcomes", "40", "", "score-d", ""], ["Business outcomes", "86", "", "score-a", ""], ["Operations", "66", "", "score-b", ""], ["Trust", "99", "", "score-a", "whole"], ["Evidence", "98", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "56", "", "score-c", "whole"]],
  "curve": [[-1.5], [0, 0.5], [-1], [-2], [-1]],
  "pairs": [["falling-behind", "compare/falling-behind--make-a-complaint.html"], ["paying-for-energy", "compare/make-a-complaint--paying-for-energy.html"]]
 },
 {
  "id": "move-home",
  "title": "Move home",
  "map": "journeys/move-home.html",
  "scorecard": "scorecards/move-home.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Priya Raman", ""], ["Reviewed", "Due on 18 November 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "61", "C", "score-c", "whole"], ["Experience", "52", "", "score-c", ""], ["Customer outcomes", "77", "", "score-b", ""], ["Business outcomes", "50", "", "score-c", ""], ["Operations", "71", "", "score-b", ""], ["Trust", "97", "", "score-a", "whole"], ["Evidence", "95", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "33", "", "score-e", "whole"]],
  "curve": [[-2, -1], [-1], [-1, -0.5], [1], [-1.5], [1.5], [0.5]],
  "pairs": [["move-home-future", "compare/move-home--move-home-future.html"], ["renew-tariff", "compare/renew-tariff--move-home.html"], ["bereavement", "compare/move-home--bereavement.html"]]
 },
 {
  "id": "move-home-future",
  "title": "Move home, as it should be",
  "map": "journeys/move-home-future.html",
  "scorecard": "scorecards/move-home-future.html",
  "facts": [["Level", "sub", ""], ["State", "Future state", ""], ["Owner", "Priya Raman", ""], ["Reviewed", "8 October 2026", ""], ["Maturity", "3 of 5: Managed", ""]],
  "scores": [["Health", "74", "B", "score-b", "whole"], ["Experience", "72", "", "score-b", ""], ["Customer outcomes", "96", "", "score-a", ""], ["Business outcomes", "50", "", "score-c", ""], ["Operations", "", "", "", ""], ["Trust", "45", "", "score-d", "whole"], ["Evidence", "8", "", "score-e", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "", "", "", "whole"]],
  "curve": [[0.5, 1], [1], [0.5], [1.5], [1]],
  "pairs": [["move-home", "compare/move-home--move-home-future.html"]]
 },
 {
  "id": "paying-for-energy",
  "title": "Pay for energy",
  "map": "journeys/paying-for-energy.html",
  "scorecard": "scorecards/paying-for-energy.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Due on 25 November 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "51", "C", "score-c", "whole"], ["Experience", "52", "", "score-c", ""], ["Customer outcomes", "49", "", "score-d", ""], ["Business outcomes", "52", "", "score-c", ""], ["Operations", "", "", "", ""], ["Trust", "97", "", "score-a", "whole"], ["Evidence", "96", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "25", "", "score-e", "whole"]],
  "curve": [[0], [0], [-0.5, 0.5], [-2, -1], [-1]],
  "pairs": [["make-a-complaint", "compare/make-a-complaint--paying-for-energy.html"], ["power-cut", "compare/paying-for-energy--power-cut.html"]]
 },
 {
  "id": "power-cut",
  "title": "Sit through a power cut",
  "map": "journeys/power-cut.html",
  "scorecard": "scorecards/power-cut.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Ewan Fraser", ""], ["Reviewed", "Due on 2 December 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "61", "C", "score-c", "whole"], ["Experience", "48", "", "score-d", ""], ["Customer outcomes", "75", "", "score-b", ""], ["Business outcomes", "", "", "", ""], ["Operations", "70", "", "score-b", ""], ["Trust", "93", "", "score-a", "whole"], ["Evidence", "88", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "46", "", "score-d", "whole"]],
  "curve": [[-1], [-2, -1], [-1.5, -0.5], [-2], [1], [-0.5]],
  "pairs": [["paying-for-energy", "compare/paying-for-energy--power-cut.html"], ["add-low-carbon", "compare/power-cut--add-low-carbon.html"]]
 },
 {
  "id": "prepayment-top-up",
  "title": "Top up a prepayment meter",
  "map": "journeys/prepayment-top-up.html",
  "scorecard": "scorecards/prepayment-top-up.html",
  "facts": [["Level", "sub", ""], ["State", "Today, Draft", ""], ["Owner", "Grace Oyelaran", ""], ["Reviewed", "", ""], ["Maturity", "1 of 5: Ad hoc", ""]],
  "scores": [["Health", "27", "E", "score-e", "whole"], ["Experience", "27", "", "score-e", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "", "", "", ""], ["Operations", "", "", "", ""], ["Trust", "24", "", "score-e", "whole"], ["Evidence", "0", "", "score-e", ""], ["Stewardship", "60", "", "score-c", ""], ["Progress", "0", "", "score-e", "whole"]],
  "curve": [[-1.5], [-2]],
  "pairs": []
 },
 {
  "id": "read-the-first-bill",
  "title": "Read the first bill",
  "map": "journeys/read-the-first-bill.html",
  "scorecard": "scorecards/read-the-first-bill.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Due on 16 December 2026", ""], ["Maturity", "5 of 5: Customer-centric", ""]],
  "scores": [["Health", "62", "C", "score-c", "whole"], ["Experience", "51", "", "score-c", ""], ["Customer outcomes", "80", "", "score-a", ""], ["Business outcomes", "", "", "", ""], ["Operations", "", "", "", ""], ["Trust", "96", "", "score-a", "whole"], ["Evidence", "93", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "65", "", "score-b", "whole"]],
  "curve": [[-0.5], [-1.5], [-0.25], [-1], [-0.5, 0]],
  "pairs": [["dispute-a-bill", "compare/read-the-first-bill--dispute-a-bill.html"]]
 },
 {
  "id": "refund-of-credit",
  "title": "Get credit paid back",
  "map": "journeys/refund-of-credit.html",
  "scorecard": "scorecards/refund-of-credit.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Tom Ashdown", ""], ["Reviewed", "Due on 16 December 2026", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "63", "C", "score-c", "whole"], ["Experience", "60", "", "score-c", ""], ["Customer outcomes", "55", "", "score-c", ""], ["Business outcomes", "", "", "", ""], ["Operations", "82", "", "score-a", ""], ["Trust", "80", "", "score-a", "whole"], ["Evidence", "77", "", "score-b", ""], ["Stewardship", "85", "", "score-a", ""], ["Progress", "29", "", "score-e", "whole"]],
  "curve": [[0.5], [-1.5], [-1], [0, 1]],
  "pairs": [["get-the-final-bill", "compare/get-the-final-bill--refund-of-credit.html"]]
 },
 {
  "id": "renew-tariff",
  "title": "Renew a fixed tariff",
  "map": "journeys/renew-tariff.html",
  "scorecard": "scorecards/renew-tariff.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Dev Patel", ""], ["Reviewed", "Overdue since 2 September 2026, 74 days", "late"], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "59", "C", "score-c", "whole"], ["Experience", "64", "", "score-c", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "24", "", "score-e", ""], ["Operations", "92", "", "score-a", ""], ["Trust", "70", "", "score-b", "whole"], ["Evidence", "63", "", "score-c", ""], ["Stewardship", "80", "", "score-b", ""], ["Progress", "75", "", "score-b", "whole"]],
  "curve": [[-0.5], [-0.75], [0.5], [0], [1]],
  "pairs": [["add-low-carbon", "compare/add-low-carbon--renew-tariff.html"], ["move-home", "compare/renew-tariff--move-home.html"]]
 },
 {
  "id": "report-a-power-cut",
  "title": "Report a power cut",
  "map": "journeys/report-a-power-cut.html",
  "scorecard": "scorecards/report-a-power-cut.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Ewan Fraser", ""], ["Reviewed", "Overdue since 1 September 2026, 75 days", "late"], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "48", "D", "score-d", "whole"], ["Experience", "48", "", "score-d", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "", "", "", ""], ["Operations", "", "", "", ""], ["Trust", "71", "", "score-b", "whole"], ["Evidence", "69", "", "score-b", ""], ["Stewardship", "75", "", "score-b", ""], ["Progress", "27", "", "score-e", "whole"]],
  "curve": [[-1], [-2], [-1], [0, 0.5], [0.5]],
  "pairs": []
 },
 {
  "id": "reset-a-password",
  "title": "Get back in with a new password",
  "map": "journeys/reset-a-password.html",
  "scorecard": "scorecards/reset-a-password.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Marcus Bell", ""], ["Reviewed", "Due on 1 January 2027", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "52", "C", "score-c", "whole"], ["Experience", "54", "", "score-c", ""], ["Customer outcomes", "49", "", "score-d", ""], ["Business outcomes", "", "", "", ""], ["Operations", "", "", "", ""], ["Trust", "97", "", "score-a", "whole"], ["Evidence", "95", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "50", "", "score-c", "whole"]],
  "curve": [[-1], [-0.5], [-1.5], [-1], [0]],
  "pairs": [["submit-a-meter-reading", "compare/reset-a-password--submit-a-meter-reading.html"]]
 },
 {
  "id": "smart-meter-installation",
  "title": "Have a smart meter fitted",
  "map": "journeys/smart-meter-installation.html",
  "scorecard": "scorecards/smart-meter-installation.html",
  "facts": [["Level", "sub", ""], ["State", "Today", ""], ["Owner", "Callum Reid", ""], ["Reviewed", "Due on 12 January 2027", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "74", "B", "score-b", "whole"], ["Experience", "53", "", "score-c", ""], ["Customer outcomes", "98", "", "score-a", ""], ["Business outcomes", "80", "", "score-a", ""], ["Operations", "83", "", "score-a", ""], ["Trust", "98", "", "score-a", "whole"], ["Evidence", "97", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "36", "", "score-d", "whole"]],
  "curve": [[0], [-0.5], [-1, 1.5], [0.5, -1], [-1.5]],
  "pairs": [["first-bill", "compare/first-bill--smart-meter-installation.html"], ["falling-behind", "compare/smart-meter-installation--falling-behind.html"]]
 },
 {
  "id": "submit-a-meter-reading",
  "title": "Submit a meter reading",
  "map": "journeys/submit-a-meter-reading.html",
  "scorecard": "scorecards/submit-a-meter-reading.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Marcus Bell", ""], ["Reviewed", "Due on 19 January 2027", ""], ["Maturity", "4 of 5: Optimised", ""]],
  "scores": [["Health", "67", "B", "score-b", "whole"], ["Experience", "62", "", "score-c", ""], ["Customer outcomes", "87", "", "score-a", ""], ["Business outcomes", "52", "", "score-c", ""], ["Operations", "", "", "", ""], ["Trust", "88", "", "score-a", "whole"], ["Evidence", "81", "", "score-a", ""], ["Stewardship", "100", "", "score-a", ""], ["Progress", "50", "", "score-c", "whole"]],
  "curve": [[-0.5], [-1], [1], [-1.5], [1]],
  "pairs": [["reset-a-password", "compare/reset-a-password--submit-a-meter-reading.html"], ["change-direct-debit", "compare/submit-a-meter-reading--change-direct-debit.html"]]
 },
 {
  "id": "update-the-tenancy",
  "title": "Update the tenancy",
  "map": "journeys/update-the-tenancy.html",
  "scorecard": "scorecards/update-the-tenancy.html",
  "facts": [["Level", "micro", ""], ["State", "Today", ""], ["Owner", "Priya Raman", ""], ["Reviewed", "Overdue since 22 April 2026, 207 days", "late"], ["Maturity", "2 of 5: Defined", ""]],
  "scores": [["Health", "47", "D", "score-d", "whole"], ["Experience", "39", "", "score-d", ""], ["Customer outcomes", "", "", "", ""], ["Business outcomes", "", "", "", ""], ["Operations", "69", "", "score-b", ""], ["Trust", "64", "", "score-c", "whole"], ["Evidence", "67", "", "score-b", ""], ["Stewardship", "60", "", "score-c", ""], ["Progress", "33", "", "score-e", "whole"]],
  "curve": [[-0.5], [-1.5, -1], [-1], [-2, -1], [-1.5]],
  "pairs": []
 }
]
);
