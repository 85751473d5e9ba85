import type {
  CascadeTree,
  HealthState,
  KeyResultRow,
  ObjectiveRow,
  ProgressFigure,
  RowPlace,
  SetRow,
  UnitRow,
} from '@okr-language/core';

const place = (uri: string): RowPlace => ({ uri, start: 0, end: 10, line: 2, character: 4 });

function progress(value: number, health: HealthState): ProgressFigure {
  return { value, raw: null, expected: 0.5, state: 'measured', health, explanation: 'So it is.', parts: [] };
}

const open = {
  name: null,
  owners: [],
  ambition: 'committed',
  supports: [],
  supportedBy: [],
  dependsOn: [],
  score: null,
  decision: null,
  tags: [],
} as const;

export function keyResult(
  title: string,
  measure: string,
  value: number,
  health: HealthState,
  uri = 'file:///p/a.okr',
): KeyResultRow {
  const target = { value: 1, unit: '', text: '1' };
  return {
    ...open,
    kind: 'keyResult',
    id: title,
    title,
    place: place(uri),
    measure: { form: 'to', baseline: null, target, low: null, source: 'clause', text: measure },
    deadline: { text: '2026-09-30', date: '2026-09-30', source: 'inherited' },
    weight: 1,
    progress: progress(value, health),
    readings: [],
    daysSinceReading: null,
    start: '2026-07-01',
    initiatives: [],
  };
}

export function objective(title: string, keyResults: readonly KeyResultRow[], uri = 'file:///p/a.okr'): ObjectiveRow {
  return {
    ...open,
    kind: 'objective',
    id: title,
    title,
    unit: 'acme',
    cycle: '2026-Q3',
    place: place(uri),
    draft: false,
    progress: progress(0.38, 'atRisk'),
    deadline: null,
    standalone: null,
    unaligned: false,
    keyResults,
    initiatives: [],
    guardrails: [],
  };
}

export function set(objectives: readonly ObjectiveRow[], uri = 'file:///p/a.okr'): SetRow {
  return {
    kind: 'set',
    id: 'acme/2026-Q3',
    unit: 'acme',
    cycle: '2026-Q3',
    draft: false,
    closed: false,
    place: place(uri),
    progress: progress(0.38, 'atRisk'),
    objectives,
    initiatives: [],
    guardrails: [],
  };
}

export function unit(
  name: string,
  sets: readonly SetRow[],
  units: readonly UnitRow[] = [],
  uri = 'file:///p/org.okr',
): UnitRow {
  return { kind: 'unit', id: name, name, title: `Unit ${name}`, level: 'team', place: place(uri), sets, units };
}

export function tree(roots: readonly UnitRow[], rest: Partial<CascadeTree> = {}): CascadeTree {
  return { today: '2026-08-15', cycles: [], roots, unaligned: [], homeless: [], ...rest };
}
