const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Verbs that say what people do, whatever comes of it. */
const activities = words(`
  advise analyse analyze arrange assess assist attend audit brainstorm brief call chair check coach collaborate collect communicate
  compare conduct consider consult contact coordinate cover debate discuss educate engage evaluate examine experiment explore
  facilitate focus follow gather give help hold host interview investigate join learn liaise lead listen look manage meet mentor
  monitor observe organise organize oversee participate perform phone pilot plan practise practice prepare present promote read
  research revisit review run schedule share speak study support survey talk teach test trial track train try verify visit volunteer
  walk work workshop
  answer apply screen initiate
  benchmark email handle identify report reply respond negotiate pitch shadow source film
  advertise approach book canvass inform instruct invite lobby meditate notify remind swim jog
`);

/** Verbs that bring a thing into the world, whatever it is good for. */
const outputs = words(`
  add adopt automate build buy choose code commission complete compile configure create decide define deliver deploy design develop
  digitise digitize document draft draw enable enroll establish file finalise finalize finish fit fix formalise formalize hand hire
  implement install integrate introduce issue launch list make map migrate modernise modernize move open outline overhaul patch pick
  polish post pour print procure produce publish purchase put rebrand rebuild record recruit redesign redo refactor refresh refurbish
  release rename renovate repaint repair replace restructure revamp rewrite roll select send set settle ship simplify sketch
  appoint clean consolidate decommission distribute execute instrument merge onboard prototype resolve retire split sunset certify
  standardise standardize start submit switch translate tidy unveil update upgrade upload write
  reorganise reorganize relocate remodel outsource convene clarify inspect rehearse reconfigure validate customise customize equip assign simulate
  upskill calculate embed revise restore resurface rearrange rewire
  bake circulate collate cook dig knit paint photograph plant prune sew sow transcribe
  aerate block catalogue cater dispatch grease groom index label lend log reconcile reseed restock scan service sharpen stage sponsor stitch
  tag weed weld wire
`);

/**
 * Verbs of work with the hands, with texts and with machines. They bring something about as those above do; but an objective may well begin with one
 * and mean more (`Weave care into all we do`).
 */
export const handiwork: ReadonlySet<string> = new Set(
  words(`
  assemble audition authorise authorize bind blend brew calibrate carve chase chop compost construct crochet cull curate debrief debug
  decorate demolish demonstrate diagnose dismantle display donate drain drill dub dust edit embroider empty engrave erect escort excavate
  exhibit fabricate fell fertilise fertilize flag forge format frame furnish glaze grit hang harden hike hoover illustrate incubate insulate
  iron journal landscape launder lay localise localize lubricate mail marinate mill mix mock model moderate modify mow mulch
  network nominate oil orient package pack paste patrol pave peel petition pickle plaster plough prep preach process profile program prospect
  provision purge query quiz quote rake rebalance recalibrate recap recertify reclassify recondition redecorate redeploy refill refit
  reformat rehang reinforce relabel relaunch repackage repave repot reprint repurpose reseal retest retouch retrain retrofit reword roast sand
  scout scrape script seal seed segment shoot shovel signpost slice solder sort spray stack steam stencil strip subtitle supervise
  sweep tabulate tarmac tend tile tour transplant trek triage tune turf tutor tweet type unblock undertake uninstall unload unpack vacuum
  swap knock induct sequence laminate
  varnish vet video vlog wash watch water wax weave weigh whitewash wipe wrap
`),
);

/** Verbs that hold a level instead of moving it. */
const keepings = words('maintain keep continue sustain preserve uphold retain remain stay carry ensure');

/** Verbs that say a figure should move, and nothing of how it is done. */
const movements = words(`
  increase raise grow boost lift improve expand accelerate reduce decrease lower cut shorten shrink minimise minimize maximise maximize
  enhance strengthen optimise optimize deepen widen double triple halve trim slash climb rise fall drop speed streamline better
  sharpen extend scale advance encourage foster
`);

const irregular: Readonly<Record<string, readonly string[]>> = {
  build: ['built'],
  buy: ['bought'],
  choose: ['chose', 'chosen'],
  cut: ['cut'],
  dig: ['dug'],
  draw: ['drew', 'drawn'],
  hang: ['hung'],
  bind: ['bound'],
  lay: ['laid'],
  shoot: ['shot'],
  sweep: ['swept'],
  undertake: ['undertook', 'undertaken'],
  weave: ['wove', 'woven'],
  label: ['labelled', 'labeled'],
  lend: ['lent'],
  give: ['gave', 'given'],
  grow: ['grew', 'grown'],
  hold: ['held'],
  keep: ['kept'],
  lead: ['led'],
  learn: ['learnt'],
  make: ['made'],
  meet: ['met'],
  read: ['read'],
  rebuild: ['rebuilt'],
  redo: ['redone'],
  rewrite: ['rewrote', 'rewritten'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  send: ['sent'],
  set: ['set'],
  speak: ['spoke', 'spoken'],
  sew: ['sewed', 'sewn'],
  sow: ['sowed', 'sown'],
  split: ['split'],
  swim: ['swam', 'swum'],
  teach: ['taught'],
  write: ['wrote', 'written'],
};

/** Verbs whose last consonant is doubled before -ed and -ing. */
const doubling = new Set(
  words(
    'chop debug format grit prep quiz recap refit repot strip swap vet wrap equip dig jog knit log tag scan swim plan ship set run cut map chat stop drop trim commit submit fit step scan split',
  ),
);

/** Ends behind which -es and not -s is written. */
const hissing = ['s', 'x', 'z', 'ch', 'sh'];

export type VerbClass = 'activity' | 'output' | 'keeping' | 'movement';
export type VerbForm = 'base' | 'third' | 'past' | 'ing';

export interface VerbEntry {
  readonly base: string;
  readonly class: VerbClass;
  readonly form: VerbForm;
}

/** `Do 20 push-ups`: a verb only where something is counted. */
export const doing: VerbEntry = { base: 'do', class: 'activity', form: 'base' };

/** Every form of every verb above. */
export const verbForms: ReadonlyMap<string, VerbEntry> = allForms();

/** Plain loops and no patterns: each start of the program waits until all of these are there. */
function allForms(): ReadonlyMap<string, VerbEntry> {
  const forms = new Map<string, VerbEntry>();
  addForms(forms, movements, 'movement');
  addForms(forms, keepings, 'keeping');
  addForms(forms, [...handiwork], 'output');
  addForms(forms, outputs, 'output');
  addForms(forms, activities, 'activity');
  return forms;
}

function addForms(forms: Map<string, VerbEntry>, verbs: readonly string[], ofClass: VerbClass): void {
  for (const base of verbs) {
    const stem = doubling.has(base) ? base + base.slice(-1) : base.endsWith('e') ? base.slice(0, -1) : base;
    const yStem = base.endsWith('y') && !'aeiou'.includes(base.slice(-2, -1)) ? base.slice(0, -1) : null;
    const past: VerbEntry = { base, class: ofClass, form: 'past' };
    const irregularly = irregular[base];
    if (irregularly) for (const text of irregularly) forms.set(text, past);
    else forms.set(yStem === null ? `${stem}ed` : `${yStem}ied`, past);
    const third = yStem === null ? base + (hissing.some((end) => base.endsWith(end)) ? 'es' : 's') : `${yStem}ies`;
    forms.set(third, { base, class: ofClass, form: 'third' });
    forms.set(`${stem}ing`, { base, class: ofClass, form: 'ing' });
    forms.set(base, { base, class: ofClass, form: 'base' });
  }
}

/** Nouns that make a noun of the verb before them: `build time`, `release frequency`, `support tickets`. */
export const headNouns: ReadonlySet<string> = new Set(
  words(`
    time times rate rates frequency frequencies tickets volume volumes score scores coverage count counts duration lag delay delays
    latency quality accuracy speed cost costs spend hours minutes days errors error failures failure defects backlog queue queues load
    share satisfaction desk desks requests request response responses completion usage adoption success cycle cycles pipeline rhythm
    cadence attendance participation engagement rating ratings conversion conversions reach views clicks size length number efficiency
    performance compliance deviation precision velocity throughput capacity window windows results result reviews calls centre
    center team leads record turnaround retention output week weekend day night season
  `),
);
