/**
 * The text of a baseline: the findings that a team has accepted, so that only new ones count. One entry a line, sorted, so that two
 * people's changes merge and a review shows what was accepted.
 */

/** Findings that are told apart by nothing here are counted. No line numbers and no messages: both change without the goals changing. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with `/`. */
  readonly file: string;
  readonly rule: string;
  /** Id of the goal or set that the finding is in; empty outside of any. */
  readonly goal: string;
  /** Short hash of the marked text. */
  readonly text: string;
  readonly count: number;
}

/** An entry of one finding. */
export type BaselineKey = Omit<BaselineEntry, 'count'>;

const baselineVersion = 1;

export function keyText({ file, rule, goal, text }: BaselineKey): string {
  return JSON.stringify([file, rule, goal, text]);
}

/** The entries of so many findings, sorted. */
export function entriesOf(keys: readonly BaselineKey[]): readonly BaselineEntry[] {
  return merged(keys.map((key) => ({ ...key, count: 1 })));
}

function merged(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const id = keyText(entry);
    byKey.set(id, { ...entry, count: entry.count + (byKey.get(id)?.count ?? 0) });
  }
  return sorted([...byKey.values()]);
}

export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = sorted(entries).map(({ file, rule, goal, text, count }) =>
    JSON.stringify({ file, rule, goal, text, count }),
  );
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": ${baselineVersion},\n  "accepted": ${list}\n}\n`;
}

/** Null where the text is no baseline of this version. */
export function parseBaseline(text: string): readonly BaselineEntry[] | null {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(whole) || whole['version'] !== baselineVersion || !Array.isArray(whole['accepted'])) return null;
  const entries = whole['accepted'].filter(isEntry);
  // Two branches that were merged may have brought an entry twice.
  return entries.length === whole['accepted'].length ? merged(entries) : null;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { count } = value;
  const texts = [value['file'], value['rule'], value['goal'], value['text']];
  return texts.every((text) => typeof text === 'string') && Number.isInteger(count) && (count as number) > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** By code units, so that the order is the same on every machine. */
function sorted(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const parts = ({ file, rule, goal, text }: BaselineEntry) => [file, rule, goal, text];
  return [...entries].sort((a, b) => {
    const others = parts(b);
    for (const [index, part] of parts(a).entries()) {
      const other = others[index] ?? '';
      if (part !== other) return part < other ? -1 : 1;
    }
    return 0;
  });
}
