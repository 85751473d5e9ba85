const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Things that are made and handed over: building one is work, whatever comes of it. */
export const deliverables = words(`
  app apps application portal website webshop site intranet extranet tool tools toolkit platform dashboard dashboards system systems software database
  warehouse crm erp hris cms api apis sdk plugin plug-in module integration feature features prototype mvp chatbot bot
  process processes procedure procedures documentation wiki handbook playbook guideline guidelines manual template templates policy policies
  roadmap strategy plan report reports kpi kpis pmo helpdesk engine infrastructure architecture backend frontend library catalogue catalog
  office offices branch canteen wing building training course programme-office newsletter page pages form forms logo brand-book
  framework migration rollout release version update upgrade
  planner editor configurator calculator scheduler tracker importer
  model concept scheme campaign event conference survey audit merger budget workflow curriculum checklist register inventory brochure guide study
  prototype contract station clinic centre center depot factory hospital school bridge road lab laboratory store room hall gym playground gallery
  camp fete festival bazaar gala tournament block extension hub shed barn greenhouse pavilion
`);

/** Of these, what an objective names as the solution before anybody has named the problem. */
export const solutions = words(`
  app application portal website webshop intranet extranet tool platform dashboard system software database warehouse crm erp cms api sdk plugin
  module chatbot bot engine framework kiosk marketplace wiki assistant configurator tracker terminal microsite
`);

/** Good things that everybody wants and nobody can see: on their own they promise nothing. */
export const abstractNouns = words(`
  satisfaction innovation excellence efficiency effectiveness quality growth productivity engagement success collaboration communication
  transparency alignment agility performance profitability awareness culture synergy synergies visibility loyalty morale teamwork motivation
  happiness compliance results resilience sustainability scalability maturity
  transformation digitalisation digitalization cooperation stability health wellbeing leadership reputation professionalism synergy
`);

/** Figures by name: an objective that only moves one of them is a measure without a reason. */
export const businessMetrics = words(`
  sales revenue revenues income turnover profit profits margin margins cost costs spend expenses expenditure output throughput volume volumes
  attendance absences absenteeism churn retention attrition conversion conversions traffic footfall visits visitors signups sign-ups registrations
  downloads subscribers followers orders bookings leads donations memberships members customers users headcount market share
  occupancy utilisation utilization nps csat arr mrr ebitda clicks views rates rate numbers figures count prices price tickets complaints returns
  defects incidents errors downtime uptime latency
`);

/** Adjectives that only say that something is fine. */
export const mereGood = words(`
  happy happier better successful satisfied great good nicer stronger profitable efficient effective faster bigger improved productive
  innovative agile competitive
`);

/** What people produce or hold in the course of their work, and can always do more of. */
export const workProducts = words(`
  webinar webinars workshop workshops post posts article articles blog blogs blogpost blogposts training trainings session sessions
  meeting meetings interview interviews video videos episode episodes podcast podcasts newsletter newsletters off-site off-sites offsite offsites
  campaign campaigns demo demos call calls presentation presentations talk talks experiment experiments test tests whitepaper whitepapers
  email emails mailing mailings flyer flyers leaflet leaflets poster posters hackathon hackathons meetup meetups roadshow roadshows
  lecture lectures course courses audit audits survey surveys template templates guide guides tutorial tutorials brochure brochures
  seminar seminars briefing briefings drill drills observation observations inspection inspections patrol patrols rehearsal rehearsals rfq rfqs rfp rfps
  evenings tastings fairs checks inductions walkrounds walkabouts dialogues walkthroughs stand-ups standups huddles refreshers bootcamps excursions
  infographic infographics ebook ebooks reel reels tweet tweets conference conferences roundtable roundtables
  retrospective retrospectives retro retros review-meetings townhall townhalls deck decks slide slides release releases
`);

/** People from outside, who decide for themselves whether they come: winning them is an outcome. */
export const outsiders = words(`
  customer customers client clients user users member members subscriber subscribers donor donors sponsor sponsors partner partners family
  families patient patients pupil pupils student students investor investors guest guests visitor visitors attendee attendees
  participant participants supporter supporters buyer buyers reader readers listener listeners hosts carers adopters tenants farmers
  retailers merchants sellers suppliers merchants backers signatories schools clinics libraries hospitals publishers
`);

/** Of what people do or produce and can always do more of, what counts as that also where a figure of it is to grow. */
export const growingWork = words(`
  posts articles blogs newsletters webinars workshops meetings interviews campaigns presentations inspections audits flyers leaflets posters
  mailings emails trainings observations drills rehearsals briefings seminars surveys roadshows meetups talks lectures videos patrols quotes checks walks tiktoks reels tweets tastings
`);

/** Whoever works here: what they do is work. */
export const staff = words(`
  team teams staff squad squads crew colleagues department departments office reps rep managers manager heads head leads engineers recruiters
  trainers salespeople supervisors marketing sales legal finance hr procurement support operations ops coaches drivers mentors consultants curators
  foremen foreman porters execs executives desk teachers nurses doctors officers analysts developers designers advisers advisors agents technicians housekeeping
  maintenance kitchen chef chefs board pta committee wardens rangers librarians editors accountants buyers we
`);
