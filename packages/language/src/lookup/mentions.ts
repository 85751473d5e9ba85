/** Where in the project a thing is named: only files are read that may name it, some at a time. */
import type { Cascade, Declared, Place } from '@okr-language/core';
import { declarationPlace } from '../lsp/lookup.ts';
import { carriedKey, closingKey, initiativeKey, linkKey, needKey, readingKey } from '../slices/keys.ts';
import { probeFor } from '../store/sieve.ts';
import type { Directory } from './directory.ts';

/** Lets others come in between when it has been long enough; rejects where nobody waits for the answer any more. */
export type Pause = () => Promise<void>;

/** Files that are looked at together; neighbours have much in common. */
const filesAtOnce = 8;

/** The words that stand in every file which names a thing; `called` stands for its own name. Null for a thing without a name. */
function wordsToName(declared: Declared, called: string | null): readonly string[] | null {
  if (!called) return null;
  switch (declared.kind) {
    case 'objective':
      return [declared.set.unitName, called];
    case 'keyResult':
      return declared.objective.name ? [declared.objective.set.unitName, declared.objective.name, called] : [called];
    case 'initiative':
    case 'guardrail':
      return [(declared.in.kind === 'set' ? declared.in : setAround(declared.in)).unitName, called];
    default:
      return [called];
  }
}

/** The keys of which every file stands under one that names a goal; null for anything else, which any file may name. */
function keysToName(declared: Declared, called: string): readonly string[] | null {
  if (declared.kind !== 'objective' && declared.kind !== 'keyResult') return null;
  const objective = declared.kind === 'objective' ? declared : declared.objective;
  const unit = objective.set.unitName;
  // In its own unit a path may begin with the objective, or beside a key result with this.
  const names = declared.kind === 'objective' ? [called] : [called, objective.name ?? ''];
  const links = names.flatMap((name) => [linkKey, needKey, carriedKey, initiativeKey].map((key) => key(unit, name)));
  return [...links, readingKey(unit), closingKey(unit)];
}

/** Addresses of the files that may name a thing, in order; `called` stands for its own name. */
export async function filesNaming(
  { table, files, mayHold }: Directory,
  declared: Declared,
  pause: Pause,
  called = nameOf(declared),
): Promise<readonly string[]> {
  const words = wordsToName(declared, called);
  if (!words || called === null) return [];
  // Goals of a block that names no unit yet are looked up without one.
  const probe = probeFor(words.filter((word) => word !== ''));
  const keys = keysToName(declared, called);
  const found: string[] = [];
  let passed = 0;
  for (const uri of keys ? new Set(keys.flatMap((key) => table.holders(key))) : [...files]) {
    if (mayHold(uri, probe)) found.push(uri);
    if (++passed % 1000 === 0) await pause();
  }
  return found.sort();
}

/** Files in lots that are looked at together: as many as fit into a turn. */
export function* lotsOf(uris: readonly string[], atOnce = filesAtOnce): Generator<readonly string[]> {
  for (let at = 0; at < uris.length; at += atOnce) yield uris.slice(at, at + atOnce);
}

/** Shows every reference to a thing, by file and then in the order of the text. */
export async function eachReference(
  directory: Directory,
  declared: Declared,
  pause: Pause,
  show: (place: Place) => void,
): Promise<void> {
  for (const some of lotsOf(await filesNaming(directory, declared, pause))) {
    const cascade = directory.near(some, 'rules');
    for (const uri of some) for (const place of placesIn(cascade, uri, declared)) show(place);
    await pause();
  }
}

function placesIn({ references }: Cascade, uri: string, declared: Declared): readonly Place[] {
  const spans = new Map<number, Place>();
  for (const { path, segmentTargets } of references.get(uri) ?? []) {
    for (const [i, target] of segmentTargets.entries()) {
      const span = path.segments[i]?.span;
      if (span && target && isSame(target, declared)) spans.set(span.start, { uri, span });
    }
  }
  return [...spans.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Whether two things, each of a cascade of its own, are declared at the same place. */
function isSame(a: Declared, b: Declared): boolean {
  if (a.kind !== b.kind) return false;
  const [here, there] = [declarationPlace(a), declarationPlace(b)];
  if (!here || !there) return here === there && nameOf(a) === nameOf(b);
  return here.uri === there.uri && here.span.start === there.span.start;
}

function nameOf(declared: Declared): string | null {
  if (declared.kind === 'guardrail') return declared.node.name?.text ?? null;
  return declared.name;
}

function setAround(goal: Exclude<Extract<Declared, { kind: 'initiative' | 'guardrail' }>['in'], { kind: 'set' }>) {
  return goal.kind === 'objective' ? goal.set : goal.objective.set;
}
