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
`);

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
  draw: ['drew', 'drawn'],
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
  split: ['split'],
  teach: ['taught'],
  write: ['wrote', 'written'],
};

/** Verbs whose last consonant is doubled before -ed and -ing. */
const doubling = new Set(words('plan ship set run cut map chat stop drop trim commit submit fit step scan split'));

/** Ends behind which -es and not -s is written. */
const hissing = ['s', 'x', 'z', 'ch', 'sh'];

export type VerbClass = 'activity' | 'output' | 'keeping' | 'movement';
export type VerbForm = 'base' | 'third' | 'past' | 'ing';

export interface VerbEntry {
  readonly base: string;
  readonly class: VerbClass;
  readonly form: VerbForm;
}

/** Every form of every verb above. */
export const verbForms: ReadonlyMap<string, VerbEntry> = allForms();

/** Plain loops and no patterns: each start of the program waits until all of these are there. */
function allForms(): ReadonlyMap<string, VerbEntry> {
  const forms = new Map<string, VerbEntry>();
  addForms(forms, movements, 'movement');
  addForms(forms, keepings, 'keeping');
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
    center team leads record turnaround retention output
  `),
);
