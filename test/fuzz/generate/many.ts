/** Files that hold very many of one kind: nobody writes them on purpose, and each way to stand for another is tried with many that stand for one, and many in a row. */

const times = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('\n');
const organisation = 'company acme "Acme"\nteam support "Support" in acme\n';
const set = (body: string) => `${organisation}okrs for support in 2026-Q3 {\n${body}\n}\n`;
const objective = (body: string) => set(`objective trust "Earn back trust" {\n${body}\n}`);
const measured = objective('kr visits "Visits" from 1 to 5');
/** A year of its own for each, as far as there are years. */
const year = (i: number) => 1000 + (i % 8000);

type Many = (count: number) => string | readonly string[];

export const manyOfAKind: Readonly<Record<string, Many>> = {
  objectives: (n) => set(times(n, (i) => `objective o${i} "Go further than before" { kr "Reach 5 more towns" }`)),
  'objectives of one name': (n) => set(times(n, () => 'objective trust "Go further than before"')),
  'key results': (n) => objective(times(n, (i) => `kr k${i} "Visits ${i}" from 1 to 5`)),
  'key results of one name': (n) => objective(times(n, () => 'kr visits "Visits" from 1 to 5')),
  initiatives: (n) =>
    objective(
      `kr visits "Visits" from 1 to 5\n${times(n, (i) => `initiative i${i} "Move" for visits { owner o${i} }`)}`,
    ),
  guardrails: (n) => objective(times(n, (i) => `guardrail "Refund rate ${i}" at most 4%`)),
  'guardrails on one KPI': (n) =>
    `kpi churn "Churn" of acme at most 2%\n${set(times(n, (i) => `objective o${i} "Go" { guardrail churn }`))}`,
  KPIs: (n) => organisation + times(n, (i) => `kpi churn${i} "Churn" of acme at most 2%`),
  'readings of one KPI': (n) =>
    `${organisation}kpi churn "Churn" of acme at most 2%\n${times(n, () => 'check-in 2026-08-14 for acme in 2026-Q3 { acme.churn 1% }')}`,
  'check-ins': (n) =>
    measured + times(n, (i) => `check-in 2026-08-14 for support in 2026-Q3 { trust.visits ${i % 5} confidence 70% }`),
  'readings of what is not there': (n) =>
    `${measured}check-in 2026-08-14 for support in 2026-Q3 {\n${times(n, (i) => `trust.k${i} 2`)}\n}`,
  closings: (n) =>
    measured + times(n, () => 'closing for support in 2026-Q3 on 2026-10-08 { trust score 0.4 learned "Less" }'),
  'links of one goal': (n) => objective(`supports ${times(n, (i) => `acme.o${i},`)} acme.last`),
  supporters: (n) => set(`objective trust "Trust"\n${times(n, (i) => `objective o${i} "Go" { supports trust }`)}`),
  'a chain of goals': (n) => set(times(n, (i) => `objective o${i} "Go" { supports o${i + 1} }`)),
  'a circle of goals': (n) => set(times(n, (i) => `objective o${i} "Go" { supports o${(i + 1) % n} }`)),
  'goals that need each other': (n) => set(times(n, (i) => `objective o${i} "Go" { depends on o${(i + 1) % n} }`)),
  units: (n) => organisation + times(n, (i) => `team u${i} "Unit" in acme`),
  'units of one name': (n) => organisation + times(n, () => 'team one "Unit" in acme'),
  'units in each other': (n) => times(n, (i) => `team u${i} "Unit" in u${i + 1}`),
  'units in a circle': (n) => times(n, (i) => `team u${i} "Unit" in u${(i + 1) % n}`),
  people: (n) => organisation + times(n, (i) => `person p${i} "Person" in support`),
  'sets of units in each other': (n) =>
    `company u0 "Unit"\n${times(n, (i) => `team u${i + 1} "Unit" in u${i}\nokrs for u${i} in 2026-Q3 { objective o "Go" { supports u${i - 1}.o } }`)}`,
  'sets of units that nobody declared': (n) => times(n, (i) => `okrs for u${i} in c${i} { owner p${i} }`),
  'sets of units in another file': (n) => [
    organisation +
      times(
        n,
        (i) => `team u${i} "Unit ${i}" in acme\nokrs for u${i} in 2026-Q3 { objective o "Go" { supports acme.o } }`,
      ),
    times(n, (i) => `okrs for u${i} in 2026-Q4 { objective o "Go" { depends on u${n - i - 1}.o in 2026-Q3 } }`),
  ],
  'key results of one person': (n) =>
    `${organisation}person maya "Maya" in support\n${times(n, (i) => `okrs for u${i} in 2026-Q3 { objective o "Go" { kr "Visits" from 1 to 5 { owner maya } } }`)}`,
  'cycles of one unit': (n) =>
    organisation +
    times(
      n,
      (i) => `cycle c${i} from 2026-01-01 to 2026-12-31\nokrs for support in c${i} { objective o "Go" { supports p } }`,
    ),
  'cycles around each other': (n) =>
    organisation +
    times(
      n,
      (i) =>
        `cycle c${i} from ${year(i)}-01-01 to 9999-12-31\nokrs for support in c${i} { objective o${i} "Go" { supports p } }`,
    ),
  'years that are closed': (n) =>
    organisation +
    times(
      n,
      (i) =>
        `okrs for support in ${year(i)} { objective o "Go" { kr k "Visits" from 1 to 5 } }\nclosing for support in ${year(i)} on 2026-10-08 { o score 0.3 }`,
    ),
  'years that are checked in': (n) =>
    organisation +
    times(
      n,
      (i) =>
        `okrs for support in ${year(i)} { objective o${i} "Go" { kr k "Visits" from 1 to 5 } }\ncheck-in 2026-08-14 for support in ${year(i)} { o${i}.k 3 }`,
    ),
  'years that are carried on': (n) =>
    organisation +
    times(n, (i) => `okrs for support in ${year(i)} { objective o "Go" { carried from support.o in ${year(i) - 1} } }`),
  exceptions: (n) => set(times(n, (i) => `// okr-ignore missing-owner: x\nobjective o${i} "Go"`)),
  'half a goal': (n) => set(times(n, () => 'objective "Go" { kr "B" from')),
};
