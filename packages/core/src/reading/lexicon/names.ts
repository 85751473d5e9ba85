/** Words that a number behind them only tells apart from others of their kind: `phase 2`, `ISO 27001`, `tier 1`. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that are numbered. Those that are also verbs stand in `numberedOrVerb`. */
export const numberedNouns = words(`
  phase tier level lvl version firmware kernel sdk wave sprint iteration week wk cw kw day month year quarter chapter section article route room gate
  building generation gen series type class scope grade batch cohort zone option bug epic milestone
  priority prio sev severity question item form pillar annex appendix figure terminal ward module cluster
  key result objective goal kr okr krs no nr id rev revision part volume vol act season episode lesson exercise
  appendix clause principle law rule regulation directive paragraph requirement control pci soc iso
  tranche stream workstream track bucket band category stage step round release issue ticket story task
  mvp poc beta alpha rc area formula channel
  line floor hall dock pitch court shift block district runway berth reactor furnace conveyor building lane bed studio lab lot
`);

/** Of these, the ones that are verbs at the start of a clause: `Release 12 recipes`, `Issue 16 press releases`. */
export const numberedOrVerb = words(`
  release issue stage round step track table schedule list page question control rule figure batch grade form type class
  band stream ticket task story exercise form pitch court
`);

/** Standards, protocols, products and the like, with the number that belongs to their name. */
export const numberedNames = words(`
  iso iec ieee soc pci hipaa gdpr nist rfc wcag owasp cmmi fips tisax iatf haccp ohsas en din ansi bs as cfr itil sox
  ifrs ias astm asme mifid solvency psd emas gmp brcgs cmmc fedramp ahrq hedis icd dsm
  fda mil eu basel csrd esg trl cefr covid
  windows office microsoft ios ipados macos android chrome firefox edge safari python node java jdk php ruby rails django
  angular react vue svelte next nuxt laravel spring symfony drupal wordpress magento postgres postgresql mysql mongo mongodb redis
  elasticsearch kafka spark hadoop kubernetes k8s terraform ubuntu debian rhel centos linux tls ssl http oauth openapi graphql
  gpt llama claude gemini bert sap hana dynamics sharepoint salesforce tableau swift kotlin scala go net dotnet core es
  typescript webpack vite bootstrap tailwind unity unreal playstation xbox galaxy iphone ipad pixel
  fortune forbes ftse nasdaq inc global dow stoxx web industry society agenda horizon model big boeing airbus
`);

/** Measures by name: the number behind them is what they should read. */
export const metricNames = words(`
  nps enps tnps csat ces dsat csi sus umux tsi bti dau wau mau arr mrr acv tcv gmv gwp aov arpu arppu ltv clv cac roas roi roe roce
  ebitda ebit gpa ctr cvr cpa cpc cpm cpl mttr mttd mtta mtbf sla slo rpo rto tti ttv lcp fid inp cls fcp ttfb apdex dso
  score scores index rating ratings rate ratio count total level levels average mean median percentile revenue turnover income
  sales profit margin cost costs spend price value volume capacity coverage accuracy uptime availability latency
  time duration delay lag wait churn retention conversion conversions satisfaction engagement headcount users customers
  subscribers followers members downloads installs visits visitors sessions signups leads bookings orders reviews stars points
  lighthouse glassdoor trustpilot tripadvisor capterra pagespeed ssl velocity throughput bandwidth temperature weight
  approval adoption usage uptake attendance participation occupancy utilisation utilization productivity efficiency
  target goal minimum maximum min max than
`);

/** Things that stand behind a hyphen and still measure: `4-star`, `10-point`, `3-fold`, `500-person`. */
export const measuringModifiers = words(`
  star stars point points percent pct fold person people attendee guest user seat digit figure
`);

/** What a duration with a hyphen measures when it stands before it: `a 24-hour response time`, `2-day turnaround`. */
export const timedNouns = words(`
  time turnaround response delay latency sla wait delivery lead reply answer resolution fix
`);

/** Nouns for what should not happen and has no plural: `no downtime` counts like `zero downtime`. */
export const massFailures = words(`
  downtime churn attrition loss waste turnover degradation backlog leakage shrinkage absenteeism damage fraud harm debt
`);

/** Of the numbered names, the ones that are common words too: they need a capital inside the sentence. */
export const ambiguousNames = words(`
  go next core net en as es spring swift unity web industry society global edge office horizon model agenda windows big mil fda eu
  fortune pixel galaxy bert basel inc dow dynamics safari flutter vite express din dotnet area helix trl
`);

/** What a duration describes without a hyphen: `30 day retention`, `90d churn`. */
export const attributiveNouns = words(`
  retention churn activation rolling trial moving trailing plan roadmap program programme course pilot horizon forecast survival
  mortality readmission readmissions repurchase conversion retained money-back
`);

/** `one team`, `in one place`: one as a word for together. */
export const oneThings = words(`
  team place platform voice roof click source company stop go view system location hub app page more less step direction vision
  family language brand dream mission goal culture thing
`);

/** `zero-trust` and the like: names that count nothing. */
export const zeroNames = words(
  'trust waste carbon based touch sum day config code copy party knowledge rating emission emissions',
);
