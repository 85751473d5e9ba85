/** A file without a fault that holds every kind of statement: tests spoil it. */
export const VALID = `/// The year.
cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins monthly }

company mill "Mill & Sons"
team bakery "Bakery" in mill { lead ida }
team shop "Shop" in mill
person ida "Ida Berg" in bakery

okrs for mill in FY26 {
    objective bread "Bake the bread that people cross town for" {
        owner ida
        aspirational

        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps "Net promoter score" from 38 to 55 by 2026-11-30
    }
}

okrs for bakery in 2026-Q3 {
    draft
    objective trust "Earn back trust so that buyers return" {
        owner ida
        committed
        supports mill.bread.repeat weight 2, shop.smile in 2026-Q3

        kr csat "Rating" from 3.9 of 5 to 4.4 of 5 { owner ida }
        kr answer "Time from complaint to answer" from 6 days to 36 hours by 2026-08-31
        kr repeats "Customers who write twice" down 25% from 410 {
            weight 2
            checkin 2026-08-14 380 confidence 70% "Two of five regions"
        }
        kr audit "Audit passed" yes/no
        kr "Reduce refund turnaround from 9 to 4 days by end of August"

        initiative phone "Replace the phone menu" for csat { owner ida link "https://tracker.example/ABC-123" }
        guardrail refunds "Refund rate" at most 4%
    }
    objective waste "Throw nothing away" {
        kr bins "Bread in the bins" from 12% to 4%
        kr flour "Flour per loaf" at most 600 grams
    }
    guardrail churn
}

kpi churn "Monthly churn" of mill at most 2% { owner ida }

checkin 2026-08-14 for bakery in 2026-Q3 {
    trust.csat    4.1 of 5  confidence 70%  "New phone menu live"
    trust.answer  3.5 days  confidence 40%  "Backlog"
    trust.audit   no
}

okrs for shop in 2026-Q4 {
    objective smile "Make people smile" {
        kr line "Minutes in the line" from 9 to 4
        kr window "People who stop at the window" up 20% from 1400 per month
    }
}

closing for bakery in 2026-Q3 on 2026-10-08 {
    trust       score 0.7 modify learned "Cook in front of people"
    trust.csat  score 0.2 defer
}

team yard "Yard" in mill
`;
