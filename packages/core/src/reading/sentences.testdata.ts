/** Invented key results by what they state, to hold the reader against: one a line. */
const lines = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** A figure, a number word or a word for all of them. */
export const measured = lines(`
  Reports out by the 5th of each month in 11 of 12 months
  Avg. handling time below 6:30 min
  Teacher-pupil ratio 1:15
  #1 in app store category
  Every second customer uses the app
  Nobody leaves within the first year
  Two-thirds majority in the assembly
  Night staffing ratio 1 to 10
  Publish 15 papers in Q1 journals
  Bis Jahresende 200 neue Mitglieder
  Replace 40 old machines
  Review all contracts older than 5 years
  A third fewer breakdowns
  Energy use down a fifth
  Become No. 1 in the region
  80% satisfaction in the Q4 survey
  Nine in ten parcels arrive the next day
  Cases resolved within one month: 85%
  Win rate against our two main rivals climbs to one in three
  90% of rooms booked for the summer season
  No invoice paid without a purchase order
  No contract signed without a data protection clause
  The entire fleet is electric
  A quarter of revenue comes from services
  Ratio of bugs found in review to bugs found in production 5:1
  Win back a quarter of lapsed members
  Cut paper use by a third
  Share of guests who return: 1 in 5
  Deliver within 24 to 48 hours
  Increase NPS to 45
  Achieve NPS of 45
  NPS 40
  Reduce churn by 3 percentage points
  Double monthly active users
  Triple the number of beta testers
  Cut onboarding time in half
  Halve the number of support tickets
  Implement 2FA for all admins
  Become #1 in the market
  Rank in the top 3 on Google
  Reach top 10 in App Store
  Become one of the top five employers
  Zero critical bugs in production
  Zero downtime during migration
  No P1 incidents
  No critical bugs at launch
  Every team has an OKR
  Each squad runs a retro
  All employees complete security training
  All teams use the new process
  At least one customer reference per region
  At least two releases
  Publish three blog posts
  Publish twelve articles
  Hire five engineers
  Onboard 1,000 new users
  Increase revenue to $5M
  Generate $2.5 million in pipeline
  Generate €500k in new ARR
  Reach 1M downloads
  1 million downloads
  10x return on ad spend
  Achieve ROAS of 4x
  Customer satisfaction score above 90%
  CSAT > 4.5
  CSAT >= 4.5/5
  Maintain 99.9% uptime
  Uptime of 99.95%
  Average response time below 2 hours
  Average response time under 200ms
  p95 latency < 200 ms
  Response within 24 hours
  All tickets answered within 24 hours
  Answer 95% of tickets within 24 hours
  90% of support calls answered in 60 seconds
  Conduct 10 to 15 customer interviews
  Conduct 10-15 customer interviews
  Between 5 and 10 pilots
  Keep error rate between 1% and 2%
  40% of users active in their first week
  60% of new users activate in the first week
  50% fewer bugs
  25% increase in organic traffic
  3 new features
  Launch one new product
  Launch in 3 new countries
  Launch in two new markets
  Interview the top 20 accounts
  Sign Acme plus 4 more customers
  Get to $10K MRR
  Reach $10K in MRR
  Reduce p99 latency to 500ms
  80% code coverage
  Code coverage at 80%
  Test coverage ≥ 80 %
  ≥80% of teams
  >= 80% of teams
  95%+ delivery accuracy
  500+ attendees
  Over 500 attendees
  More than 500 attendees
  No less than 500 attendees
  No fewer than five hires
  No more than 3 incidents
  Fewer than 3 incidents per month
  Max. 3 incidents
  A maximum of three incidents
  Up to 5 rollbacks
  Half of all customers use self-service
  Two thirds of staff trained
  A third of revenue from new products
  Dozens of customers migrated
  A dozen pilots
  Hundreds of students reached
  Reach 4.5 stars on the App Store
  Earn a 5-star rating
  Improve quality rating to 4 stars
  Score 9/10 in partner survey
  9 out of 10 customers recommend us
  Employee turnover below 10%
  Reduce average handling time to 4 min
  Reduce build time to under 8 minutes
  Deploy at least once a day
  Deploy 10 times per day
  5 deploys a day
  Hire 2 SREs, 1 PM and 3 designers
  3 case studies published
  Present at 2 conferences
  Reduce cost per lead to $20
  Cost per acquisition < €30
  LTV/CAC ratio > 3
  LTV:CAC of 3:1
  CAC payback under 12 months
  Runway of at least 18 months
  Net retention 120%
  120% of quota
  Score of 0.7
  Attrition < 8% annualised
  Win rate of 30%
  Reduce carbon emissions by 20%
  Run 10 km in under 50 minutes
  Lose 5 kg
  Read 12 books
  Save $500 per month
  Sleep 8 hours per night
  Meditate for 20 minutes every day
  Meditate 5 days a week
  Exercise 3x per week
  Exercise three times a week
  Umsatz um 20% erhöhen
  Augmenter le chiffre d'affaires de 15%
  Sign-up conversion at 12% by cohort W3
  Close Series A of $8M
  Raise a $5M seed round
  Ship 95% of orders on time
  First contact resolution of 75%
  Mean time to recovery less than one hour
  MTTR < 1h
  Restore service in under 30 min
  Time to first value down 40%
  Bugs down 30%
  Sales up 15%
  Revenue +15%
  Churn -2pp
  -20% cost
  Onboarding completed by 80% of new hires
  Pass rate at 95%
  Gross margin at 60%
  Reach 60 percent gross margin
  Six figure deals: 3
  Get 2000 followers
  Reach 2,000 followers
  Attract 2024 visitors
  Recruit 20 beta testers for version 3
  Migrate 100% of services to AWS
  Migrate all services to AWS
  Nobody waits at the counter longer than five minutes
  None of the stores is out of stock
  Reply rate of 1 in 5
  1 in 4 visitors signs up
  Feature adoption: 35%
  Adoption = 35%
  eNPS score of 40 or higher
  30 or more qualified leads
  Reduce Q3 costs by 10%
  Hit Q3 revenue target of $2M
  Retain 95% of 2025 customers
  20% of Q1 signups convert to paid
  Customers stay for 24 months on average
  50 customers renewed for 2 years
  Average contract length of 3 years
  80% of tickets resolved within 3 days
  New hires ship code within 5 days of joining
  Invoices are paid within 30 days
  Reduce time to hire to 30 days
  Reduce time-to-hire by 10 days
  Increase average order value by $5
  12 of 20 stores profitable
  12/20 stores profitable
  5 out of 6 pilots converted
  Complete 80% of the roadmap
  Close 40 deals worth $1.2M
  Save 200 engineering hours
  CRO: 100% of reps certified
  Deliver 15 of 17 P1 features
  - [ ] 2 blog posts
  KR1: Sign 5 customers
  KR 1: Sign 5 customers
  KR 1 - Sign 5 customers
  3 launches
  Increase revenue by 20 basis points
  2X the number of demos
  Grow pipeline 3x
  Increase leads 3-fold
  Increase leads three-fold
  Increase leads threefold
  +15 NPS
  +500 customers
  <1% error rate
  Get an average of 4.5 stars
  At least 1 per team
  One (1) feature shipped
  Three (3) pilots
  Page one of Google for 5 keywords
  Rank top 3 in category
  Top-3 ranking in G2
  Raise $2M seed
  First paint under 3s
  Time to interactive < 3 s on 3G
  Finish in the top half of the league
  Roll out 50 laptops
  Grow by 5% month over month
  Grow by 5% MoM
  Grow 5% every quarter
  Grow 5% per quarter
  Quarterly growth of 5%
  Grow quarterly revenue by 5%
  Grow annual revenue to $5M
  $5M in annual recurring revenue
  Increase the baseline by 10%
  Interview 10 customers from 5 countries
  Hire 5 engineers from underrepresented groups
  Get 30% of revenue from new products
  Reduce waste from packaging by 10%
  20% of traffic from organic search
  Move 20% of workloads from AWS to GCP
  Increase referrals from partners to 50
  All P1 bugs fixed
  Fix all P1 bugs within 24 hours
  All KPIs are green
  Every employee has a development plan
  Each new hire has a mentor
  Everyone has a personal goal
  No overdue tickets
  No open critical vulnerabilities
  Zero lost-time injuries
  Zero-defect delivery
  Reduce defects to zero
  Bring open bugs to 0
  0 accidents
  One customer story per month
  One release per week
  1 release per week
  1-2 releases per week
  2-3 articles a week
  Two articles a week
  Write 500 words a day
  Walk 10k steps
  Weigh less than 80kg
  Body fat at 15%
  Bench press 100 kg
  Run a marathon in under 4 hours
  Read one book a month
  Spend 2 hours a week with mentees
  Reduce meetings to 5 hours per week
  Save 10 hours of work per week
  Training: 40 hours per employee
  $1,000 cost per hire
  Cost per hire under $1,000
  Cost/hire < 1000 USD
  Budget variance within 5%
  Stay within 5% of budget
  Forecast accuracy +/- 5%
  Accuracy of ±5%
  Load time ~2s
  Load time ≈ 2 s
  Approx. 200 leads
  About 200 leads
  Close to 200 leads
  Almost 200 leads
  200 leads (stretch: 300)
  200 leads (target), 300 (stretch)
  1,5 million page views
  1.5 mln page views
  3 mio. EUR revenue
  Revenue of 3 Mio. €
  CHF 500'000 in sales
  10 lakh users
  ₹50 crore revenue
  Rs 50 lakhs
  50K+ GitHub stars
  1k stars on GitHub
  SUS score of 80
  Reach SUS 80
  HEART score 4
  TRL 6 reached
  Launch phase 1 and 5 new features
  #3: Sign 5 clients
  Be ranked #1 for our main keyword
  Rank #2 in the county league
  A quarter of all orders are pre-orders
  Three quarters of members renew
  Tens of thousands of readers
  Land a seven-figure contract
  Not a single outage
  Double-digit growth
  100% of key services have SLOs
  It takes less than 48 hours to restore a backup
  99% of requests finish in <10s
  Handle 100k RPS
  Five nines of availability
  Add 100TB of storage
  50/month
  50 orders / month
  Less than €500 per lead
  100$ per order
  EUR 5m in orders
  500 k€ orders
  1000s of users
  10 => sign 10 logos
  Create 10 slides
  Identify the top 3 drivers of churn
  Top five drivers of churn are known
  Document all processes
  Every process is documented
  Processes are documented for each department
  Do one experiment per sprint
  Publish at least one note each month
  1 note each month
  Team happiness: 8/10
  Team happiness 8 / 10
  Average team happiness ≥ 8
  8 out of 10 in the happiness survey
  Double revenue to $2M
  Reduce incident count by 1/3
  Convert 1/5 of trials
  30-50 new members
  $30-50K in donations
  Raise between $30K and $50K
  3 to 5 pilots with enterprise customers
  80-90% test coverage
  2 of the 3 pilots convert
  Convert two of three pilots
  At least half of the team certified
  More than half of the team is certified
  The majority (>50%) agree
  Move 3 teams from Floor 2 to Floor 5
  Run the festival for 3 days with 400 guests
  Play 40 gigs
  40 gigs booked for 2027
  Sell 80% of tickets for the 2027 season
  Fill 90% of seats on Route 66
  Reach Division 2 with 20 wins
  Teach 30 pupils in Year 7
  85% of Year 7 pupils read at level 4
  80% of Class 3B pass
  Pass rate of 80% in Key Stage 2
  Cut Scope 1 and 2 emissions by 30%
  Cut Scope 3 emissions 12%
  Win back 15 lapsed members
  Win 3 awards
  Win all home games
  Lose no home game
  Lose fewer than two games
  Score 60 goals
  Score at least 2 goals a match
  Keep 10 clean sheets
  Finish in the top half with 50 points
  Raise £12,000 for the roof
  Raise twelve thousand pounds for the roof
  Donations of £12k
  Collect 2 tonnes of litter
  Plant 2000 trees
  Plant 2025 trees
  Answer within two rings
  Serve lunch within 15 minutes
  95% of lunches served hot
  Queue no longer than 5 people
  Waiting list shorter than 3 weeks
  Waiting list < 3 wks
  One in three visitors joins
  Half our visitors join
  Half the visitors join
  A visitor rating of 4 stars or better
  Visitors rate us 4.5 or higher
  Rated "excellent" by 80% of visitors
  Get two Michelin stars
  Two new branches
  Break 10 seconds in the 100m
  Swim 1500 m in 20 min
  Lift 100kg
  Cut sugar to 25 g per day
  Sleep ≥ 7h
  < 2 h screen time per day
  Screen time below two hours a day
  Call mum once a week and dad twice a week
  Save 15% of salary
  Start 3 new clubs
  Starting 3 new clubs
  Answer within 30s
  We win back 40 members from clubs that closed in 2024
  Reach 4-star reviews on the booking site
  TRL 6 reached for the new burner
  #1 app for allotment holders
  1.4 MWp of solar on the stable roofs
  Pitch 6 plots to the co-op board
`);

/** With the value or the period that it is measured against. */
export const measuredFromABaseline = lines(`
  Sourdough sales +30% on last autumn
  Grow from a team of 8 to a team of 12
  Climb from rank 14 to rank 8
  20 homes/month (14 in 2025)
  Average grade 2.1 or better (last year 2.4)
  12% growth after 8% last year
  Half of the 2025 level
  Reduce complaints to half of today's level
  Half as many appeals as last year
  Insurance premiums 6% below last renewal
  Double the number of referrals compared to spring
  Twice as many volunteers as in 2025
  Twice as many visitors as last summer
  Overtime down 20% on Q2
  Waste down by 30% versus the first half
  Deploy 5 times a day instead of once a week
  Paid leave requests answered in 2 days, was 5
  CSAT 85 (prev. 78)
  10 points higher than in the previous survey
  Beat 2025 sales by 8%
  25% increase on a year earlier
  20% more than at Easter
  Year-on-year growth of 12%
  Net promoter score: 31 to 45
  Attendance (88% to 94%)
  Response time, 12h to 4h
  Cost per order: $4.10 to $3.20
  Sick days down 25% year on year
  Revenue +20% YoY
  Donations +8% y/y
  10% more guests than a year ago
  Queue falls to 12 people (last quarter: 31)
  80% on time (2025: 74%)
  Guests who come again from 1 in 12 to 1 in 5
  Cut the wait from its current 9 days to 5
  NPS 22 → 36
  Reduce churn from 5% to 3%
  Increase MAU from 10k to 25k
  Increase MAU from 10,000 to 25,000
  Grow sales 20% compared to last year
  Grow sales by 20% over last year
  Grow sales by 20% vs last year
  Grow sales by 20% versus Q2
  Grow sales 20% vs. Q2 2025
  Increase sales by 15% from last quarter
  Increase sales by 15% relative to 2025
  NPS of 50 (currently 32)
  NPS of 50 (current: 32)
  NPS of 50, up from 32
  Raise NPS to 50 from 32
  Reach 50 NPS (baseline 32)
  Reach 50 NPS (baseline: 32)
  Reach 50 NPS (was 32)
  Reach 50 NPS (today: 32)
  Reach 50 NPS (now 32)
  Reach 50 NPS (32 today)
  Conversion 2% -> 4%
  Conversion rate: 2% => 4%
  Conversion rate 2% to 4%
  Increase conversion rate 2% to 4%
  3.9 → 4.4 app store rating
  Reduce build time from 20 to 8 minutes
  Build time 20 min → 8 min
  Increase deployment frequency from weekly to daily
  Increase deployment frequency from once a month to twice a week
  Increase eNPS from -10 to +20
  Reduce emissions by 20% compared to 2019
  Emissions 30% below 2019 levels
  Kundenzufriedenheit von 70% auf 85% steigern
  将 NPS 从 30 提升到 50
  Gross margin from 55 to 60 percent
  Days sales outstanding 62 → 45
  NPS > 50 (from 42)
  NPS > 50 (42 today)
  NPS > 50, currently at 42
  NPS > 50, currently 42
  NPS > 50 - currently 42
  NPS to >50 from 42
  42 to 50 NPS
  Take NPS from 42 → 50
  Improve Lighthouse performance score from 60 to 90+
  Increase ARR ($5M → $8M)
  Increase the share of paperless invoices (35% to 60%)
  Reduce AHT from 6 min 30 s to 5 min
  10% more revenue than last year
  10% more revenue than in 2025
  10% above last year's revenue
  10% higher than Q1
  10% better than the same quarter last year
  10% growth vs prior year
  10% growth against the previous year
  Up 10% on last year
  Up 10 points since January
  Improve by 10% from baseline of 50
  10% reduction from the 2025 baseline
  Increase referrals from partners from 20 to 50
  0 accidents (2 last year)
  0 accidents (down from 2)
  0 accidents vs 2 in 2025
  Improve maturity from level 2 to level 3
  Raise CMMI from 2 to 3
  Increase paperless share (42%) to 50%
  Starting from 42%, reach 50% paperless
  Reach 50% from a starting point of 42%
  Grow share from 10% in Q1 to 15%
  Team happiness 6 → 8
  Team happiness: 6.5 -> 8
  Increase "would recommend" from 60 % to 75 %
  Halve churn from 8% to 4%
  Double revenue from $1M to $2M
  Cut weekly on-call pages by half (currently 40)
  Triple daily active users (from 200)
  Reduce churn by 20% (5% → 4%)
  Raise Key Stage 2 pass rate from 71% to 80%
  Increase Year 9 attendance from 91% to 95%
  Bring A320 turnaround down from 50 to 40 minutes
  Raise HTTP/2 share from 40% to 90%
  Reduce Sev1 incidents from 4 to 1
  Grow iOS 17 installs from 10% to 60%
  Cut Scope 2 emissions from 400 t to 250 t
  Waiting list from 9 to 3 weeks
  Shrink the waiting list from nine weeks to three
  Shrink the waiting list from nine weeks to less than three
  Reach 50 members, starting at 30
  Cut scope 1 and 2 emissions by a third against a 2022 baseline
  Share of repairs done in one visit from 58% (FY25) to 70%
  Dog bites below 4 a month, baseline 11 in May
  Raise member approval from 31 to [tbd]
  Bring the price per plate from £4.10 to [£x]
  Maturity index from 3.2 up to 5
  Paved area falls by 3 ha; it stands at 14 ha now
  Bounce rate: start 41%, target 25%
  Early tickets sold: 3,200 (2024 edition: 2,150)
  Attendance 800 (+150 on 2024)
  Sick leave down to 4%, having averaged 6.2% before
  Walks to the tap of over an hour: down to 90 homes, where the last count found 410
`);

/** With the time by which it is to be reached. */
export const measuredByADay = lines(`
  Export to two more countries by St Patrick's Day
  80 wholesale customers by Advent
  During Q1 hold churn under 2%
  This financial year: save $1M
  Regular givers to 5,500 by Giving Tuesday
  50 beta users by Black Friday
  Get 100 paying customers by June
  Get 100 paying customers by 30 June 2026
  Get 100 paying customers by June 30th
  Get 100 paying customers within 6 months
  Get 100 paying customers within six months
  Get 100 paying customers in the next six months
  Get 100 paying customers this quarter
  Get 100 paying customers by year end
  Get 100 paying customers by EOY
  Get 100 paying customers before Christmas
  Get 100 paying customers in 2026
  Get 100 paying customers by 2027
  Get 100 paying customers in H1
  Get 100 paying customers in FY26
  In Q3, sign 5 new partners
  By the end of Q2, sign 5 new partners
  30 qualified leads per month by September
  Generate 30 MQLs each month through Q4
  Sign 10 logos during H2
  Sign 10 logos over the next 90 days
  Sign 10 logos by the end of the fiscal year
  Sign 10 logos by the end of this year
  Sign 10 logos until December
  Sign 10 logos in the third quarter
  Sign 10 logos in the second half of 2026
  Sign 10 logos no later than 15 October
  Sign 10 logos by 10/15/2026
  Sign 10 logos by 15.10.2026
  Sign 10 logos by 2026-10-15
  Sign 10 logos - due Sept 30
  Sign 10 logos (Q3)
  Sign 10 logos (by 30 Sep)
  Sign 10 logos, Q3 2026
  Sign 10 logos in one year
  Sign 10 logos in 12 months
  Sign 10 logos by next summer
  Sign 10 logos this year
  Sign 10 logos by the close of the year
  Sign 10 logos by end of next month
  Q3: sign 10 logos
  50% by mid-year and 80% at year-end
  Grow by 5% each month through Q4
  500 customers as of June 30
  Sign 5 partners in time for Christmas
  Sign 5 partners ahead of Q4
  Sign 5 partners by EOQ3
  Sign 5 partners by Q3FY26
  Sign 5 partners by fiscal year end
  Sign 5 partners by year's end
  Sign 5 partners by march
  Sign 5 partners by spring
  Sign 5 partners within the first 6 months
  Sell 500 season tickets before the 2027 season starts
  Save €6,000 by December
  Save €500 each month until December
  Pay off the $3,000 loan by year-end
  Collect 900 signatures from passers-by in Q2
  Sign 4 wholesalers worth over £60k each this quarter
  Takings of £80k by New Year's Eve
  Occupancy of 92% come spring
  Open 3 repair cafés this side of Christmas
  Raise €400k in grants this FY
  House 30 families next winter
  300 old meters swapped by 30.06.
  Hold 24 coffee mornings between now and 30 November
  Sign 3 licences during the 2026 calendar year
  Move 40 of 55 services by FYE
  By half-term every class has planted a bed
  By KW 40 all 12 depots have a first-aider
`);

/** With both. */
export const measuredFromABaselineByADay = lines(`
  Increase gross margin from 41% to 46% in H1
  Reduce churn from 5% to 3% by December 31
  Grow sales 20% compared to last year by Q4
  Cut emissions by half by 2030 versus 2019
  Grow share from 10% in Q1 to 15% in Q2
  Calf losses from 9% to 5% by next March
`);

/** Nothing to measure: versions, standards, rhythms, windows, names with digits, good intentions. */
export const unmeasured = lines(`
  Open the bakery at 6 a.m.
  Open the counter at 10:30
  Introduce tablets in classes 5 and 6
  Beds on wards 3 to 5 refurbished
  Upgrade lines 1 and 2
  Modules 4 and 5 translated
  Prepare for Solvency II and IFRS 17
  Set up a 24h hotline
  Bus line 12 extended to the hospital
  Nearly all buses on time
  Almost every clinic uses the new form
  Share what we learn at all levels
  Good coffee at every touchpoint
  Cut costs by double digits
  Upgrade Postgres from 12 to 16
  Write the 30-60-90 day plan
  Double down on enterprise sales
  Double-check all-hands agenda
  Upgrade to Python 3
  Upgrade to Python 3.12
  Migrate to Kubernetes 1.29
  Roll out Office 365
  Get SOC 2 Type II certified
  Obtain ISO 27001 certification
  Achieve ISO 9001
  Achieve PCI DSS level 1 compliance
  Move to S3
  Provide 24/7 support
  Provide 24x7 support
  Complete phase 2 of the migration
  Start phase one
  Complete Phase 3
  Ship v3
  Ship 2.0 release
  Launch website 2.0
  Implement 2FA for admins
  Implement two-factor authentication
  Fix issue #4521
  Hold all-hands meetings
  Weekly status reports
  Hold weekly 1:1s
  Hold 1-on-1s with team members
  Improve p95 latency
  Measure P50 and P90 response times
  Improve 30-day retention
  Improve first-week activation
  Improve day-7 retention
  Improve D7 retention
  Increase 90 day retention rate
  Improve retention over the first 30 days
  Publish a 3-year roadmap
  Define 12-month plan
  Create a 5-year strategy
  Run a two-day workshop
  Publish 2026 annual report
  Launch 2026 roadmap
  Improve X by Y%
  Increase revenue by X%
  Reach N customers
  Release feature X
  Improve onboarding experience
  More customers
  Most customers are happy
  Always answer quickly
  Significantly improve quality
  Launch beta
  Test with beta users
  Build the one platform for developers
  Work as one team
  Be one of the best
  Deploy daily
  Release every two weeks
  Hold a retro every sprint
  Hire a Head of Sales
  Hire VP Engineering
  Support scope 3 reporting
  Introduce Tier 1 support
  Move team to level 3
  Comply with section 508
  Comply with GDPR Article 30
  Complete COVID-19 response plan
  Use GPT 4 in search
  Build with React 18
  Present on Day 1
  Run a 10K
  Exercise daily
  Die Kunden sind zufrieden
  Améliorer la satisfaction des clients
  Close Series A
  Improve first contact resolution
  Test version 3 with beta testers
  Migrate services to AWS
  Improve internal communication across the whole company
  No longer depend on agencies
  Speak at PyCon 2026
  Attend CES 2027
  Complete the roadmap
  Reduce technical debt
  Reduce technical debt in the S4 module
  Finalize agreement with Studio 54
  Sell on Amazon Prime
  Publish on Channel 4
  Open office on 5th Avenue
  Become a Fortune 500 supplier
  Present to the Big 4
  Celebrate our 10th anniversary
  Integrate with Salesforce, HubSpot, and Dynamics 365
  Pass the CFA Level II exam
  Adopt the 80/20 rule
  Move from monolith to microservices
  Move from good to great
  Transition from Jira to Linear
  Prepare the Q4 roadmap
  Plan Q1 2027
  Draft 2027 strategy
  Conduct the annual survey
  Review the H1 results
  [ ] Write the migration guide
  KR 2: Launch beta
  O1KR2: Launch beta
  1.1 Launch the beta
  2) Launch the beta
  3. Launch the beta
  Reach page one of Google
  Reach break-even
  Become cash flow positive
  Support 3G networks
  Roll out 5G
  Build a 3D viewer
  Set up a B2B sales channel
  Set up B2C channel
  Digitise P2P process
  Launch the H2 database
  Buy a Boeing 737
  Sell the Model 3
  Add Level 2 support
  Introduce L2 support desk
  Sponsor the 2026 World Cup
  Finish season 2
  Write chapter 4
  Write Chapter Four
  Pass Step 2 exam
  Make the A4 brochure
  Release Android 15 build
  Renew contract with Motel 6
  Visit Pier 39
  Open store at Terminal 5
  Complete the first draft
  Finish second in the league
  Finish third
  Launch the second version
  Win 1st prize
  Get 1st place
  Host the 3rd annual conference
  Roll out Windows 11 laptops
  Run the Q2 2026 survey
  Update FY26 plan
  Prepare FY 2027 budget
  Present the 2026-27 plan
  Ship the January release
  Ship January release
  Ship it before the competition
  Ship it as soon as possible
  Ship it on time
  Establish a baseline
  Measure the baseline
  Adopt zero-trust architecture
  Become a zero-waste company
  Reduce accidents
  Fewer accidents
  Few complaints
  Several new customers
  Many happy customers
  A couple of pilots
  Majority of users are happy
  Most users upgraded
  Make users happy at all times
  Above all, listen
  Keep the lights on
  Improve all-round fitness
  Improve quality once and for all
  Once launched, promote it
  Have the best one-stop shop
  Agree on one voice
  One team, one dream
  Run a marathon
  Run a half marathon
  Stay within budget
  Launch V2.0
  Release v1.2 of the SDK
  Release KR2.1 notes
  Migrate to OAuth2.0
  Complete phases 1 and 2
  Complete phases 1-3
  Finish levels 1 to 3 of the course
  Get SOC 1 and 2 certified
  Comply with EN 301 549
  3.) Launch it
  (3) Launch it
  1/ Launch it
  #3 Launch it
  Close issue #45
  Close gitlab#1234 and !5678
  Set up a 30/60/90 plan
  Introduce Six Sigma
  Run Lean Six Sigma training
  Improve retention in the first 30 days
  Make docs for v1.18 public
  Support HTTP/2
  Prepare IPO
  Work with Big 4 consultancies
  Join Y Combinator W26
  Ship E2E tests
  Reduce PM2.5
  Integrate H.264
  Set up 1:1 meetings
  Pilot 4-day week
  Write a two-pager
  Hold a 2-day offsite
  Create a 30-minute demo
  Create a 10-slide deck
  Buy the 55-inch screens
  Plan a trip to Area 51
  Introduce a 4-eyes principle
  Make the 404 page helpful
  Fix 404 errors
  Fix HTTP 500 errors
  Remove 3rd-party scripts
  Get ready for Web3
  Draft the 10-K
  File the 2025 tax return
  Study for the TOEFL
  Launch 360° feedback
  Host the Series B kickoff
  Get our Series B
  Improve customer support during Q4 peak
  Update the Q1 & Q2 plans
  Share the Q3 OKRs with the board
  Deliver Q3 commitments
  Prepare for 2027 elections
  Understand why Q2 sales fell
  Identify top drivers of churn
  Become top of mind
  Achieve top-tier partner status
  Be a top performer
  Reach the top quartile
  Get to market first
  Keep NPS stable
  Maintain quality
  Do one thing well
  Each week, publish a note
  Publish a note every Friday
  Publish a note each month
  The majority agrees
  Be the market leader by far
  Have fun
  Increase brand awareness by attending trade shows
  Increase efficiency by automating reports
  Improve by learning from others
  Improve over time
  Improve on last year
  Sell more than last year
  Be better than in 2025
  Launch Project 42
  Open Studio 9
  Finish Epic 12
  Apply for Horizon 2020 grant
  Submit the Horizon 2020 proposal
  Release the Fall 2026 catalogue
  Prepare SXSW 2027 talk
  Complete CS50
  Complete Course 101
  Complete Module 3
  Attend Web Summit 2026
  Develop a 5G use case
  Support IPv6
  Adopt TLS 1.3
  Deprecate API v1
  Roll out Chromebooks to Year 7
  Introduce Year 9 options evening
  Improve Key Stage 2 reading
  Celebrate the Class of 2027
  Drive Route 66
  Extend Line 4
  Buy the Airbus A320
  Record Symphony No. 9
  Rehearse Act 2
  Perform Opus 132
  Win with the U21 squad
  Start an under-21s team
  Start an over-60s club
  Gain promotion to Division 2
  Enter Formula 1
  File Form 990
  Introduce a 401k plan
  Introduce a 401(k) plan
  Comply with ISO/IEC 42001:2023
  Comply with DO-178C
  Pass 21 CFR Part 11 audit
  Promote NHS 111
  Get AS9100D certified
  Get AS 9100 certified
  Migrate from Angular 12 to Angular 17
  Upgrade Node 18 to 20
  Upgrade from PHP 7 to PHP 8
  Upgrade from version 2 to version 3
  Move from v1 to v2
  Move from Phase 1 to Phase 2
  Move the office from Floor 2 to Floor 5
  Extend the lease to 2030
  Extend opening hours to 10 pm
  Open at 7am on Saturdays
  Launch podcast season 3
  Publish episode 12
  Sponsor the U-15 team
  Celebrate 50 years of the club
  Celebrate our 50th birthday
  Become a Top 10 employer?
  Read chapter 3 of the handbook
  Replace the 1950s wiring
  Recreate the 90s look
  Serve people in their 30s
  Open a 24-hour gym
  Run the 48-hour film contest
  Organise a 3-day festival
  Write the 100-year history
  Launch the iPhone 17 app
  Buy a Canon EOS R5
  Get to Carnegie Hall
  Rated "excellent" by Ofsted
  Get an "Outstanding" rating
  Get a Michelin star
  Art. 28 contracts in place
  Firmware 3.2 with remote updates
  More five-star reviews for the café
  Windows 10 retired on the shop floor
  Publish the upgrade guide from 2.8 to 3.0
  Revise the bylaws (§ 9) with the members
  Introduce ESI level 1-5 triage
  Ship night mode in 12.4
`);

/** A time and nothing to measure. */
export const unmeasuredByADay = lines(`
  Launch version 2.0 by Q3
  Achieve SOC 2 compliance by end of year
  Launch iOS 17 app in Q2
  Finish the 2027 budget by November
  Launch in Germany by March
  Present findings at the board meeting in May
  Deliver MVP by mid-June
  Deliver MVP by end of sprint 6
  Deliver MVP by week 6
  Run a 5K race in May
  Submit paper to CHI 2027 by September
  Reach profitability by Q4
  Win the World Cup in 2026
  Ship the release in January
  Ship the release by January
  Ship the release early January
  Ship it by Friday
  Ship it before the end of Q1
  Ship it before the summer holidays
  Ship it this month
  Ship it next month
  Ship it by next sprint
  Ship it within this quarter
  Ship it within the quarter
  Ship it in the coming quarter
  Ship it during Q1
  Ship it in Q1 or Q2
  Ship it in early 2027
  Ship it in the first quarter of 2027
  Ship it by the first week of March
  Ship it by mid Q2
  Ship it at the end of the quarter
  Ship it by end-of-quarter
  Ship it by quarter-end
  Ship it by end of FY26
  Ship it by FY26 Q2
  Ship it by Q2 FY26
  Ship it by Q2-2026
  Ship it by Q2/2026
  Ship it by 06/2026
  Ship it EOQ
  Ship it EOY
  Ship it - EOQ
  [Q2] Ship it
  Ship it by 1 July
  Ship it by July 1st
  Ship it by the 1st of July
  Ship it by the 15th
  Ship it by 3/31
  Ship it by 31/3
  Ship it on 1 July
  Ship it on July 1
  Ship it until end of June
  Ship it latest by June
  Deadline: June 30 - ship it
  Ship it within 3 months
  Ship it within three months
  Ship it within 90 days
  Ship it within the next 90 days
  Ship it in 6 weeks
  Ship it within a month
  Ship it over the next two quarters
  Ship it over the course of the year
  Ship it throughout 2026
  Have shipped it by the time the quarter ends
  Deliver on time and within budget by June
  Have a plan for 2027 by November
  Fire certificate renewed by wk 41
  Move off the old till by 30.06.
  Windows 10 phased out within six months
  Lease for pitch 3 signed this quarter
  Pass the ISO 9001:2015 audit in May
  Charter agreed no later than FOSDEM 2027
  Paper handed in ahead of COP31
  New app in time for the winter term
  Go-live on 3/4/27
`);
