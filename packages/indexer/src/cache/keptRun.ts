/** What the last check of some projects found, so that the next one need not check what is still the same. */
import { createHash } from 'node:crypto';
import type { Finding, Position } from '@okr-language/core';
import type { PlacedFinding } from '../placed.ts';
import { lineOf, linesIn } from './lines.ts';
import { openSealed, writeSealed } from './sealed.ts';

export interface CheckedFile {
  /** Address of its project's folder. */
  readonly root: string;
  readonly uri: string;
  readonly findings: readonly PlacedFinding[];
}

/** A short text that is different as soon as anything is different that findings depend on. */
export function digestOf(parts: Iterable<unknown>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
  return hash.digest('base64');
}

/** A line of JSON each: the digest, then every file, before it the texts that it is the first to use. */
type WrittenFile = readonly [root: number, uri: string, findings: readonly WrittenFinding[]];
type WrittenPosition = readonly [line: number, character: number];
type WrittenFinding = readonly [
  rule: number,
  severity: number,
  span: readonly [start: number, end: number],
  place: readonly [WrittenPosition, WrittenPosition],
  message: readonly [what: string, why: number, todo: number],
  data: Finding['data'],
  related: readonly (readonly [
    uri: number,
    span: readonly [number, number],
    label: number,
    place: readonly [WrittenPosition, WrittenPosition],
  ])[],
];

/** Null where nothing of that digest is kept. Made one by one, while it is gone through. */
export function readRun(path: string, version: string, about: string, digest: string): Iterable<CheckedFile> | null {
  const sealed = openSealed(path, version, about);
  if (!sealed) return null;
  sealed.close();
  try {
    const [of] = linesIn(sealed.head);
    if (JSON.parse(of ?? 'null') !== digest) return null;
    return { [Symbol.iterator]: () => filesIn(after(1, linesIn(sealed.head))) };
  } catch {
    return null;
  }
}

function* filesIn(lines: Iterable<string>): Generator<CheckedFile> {
  const texts: string[] = [];
  const text = (index: number) => texts[index] as string;
  for (const line of lines) {
    const value = JSON.parse(line) as string | WrittenFile;
    if (typeof value === 'string') {
      texts.push(value);
    } else {
      const [root, uri, findings] = value;
      yield { root: text(root), uri, findings: findings.map((written) => findingOf(written, uri, text)) };
    }
  }
}

function findingOf(
  [rule, severity, span, place, [what, why, todo], data, related]: WrittenFinding,
  uri: string,
  text: (index: number) => string,
): PlacedFinding {
  return {
    finding: {
      rule: text(rule),
      severity: text(severity) as Finding['severity'],
      uri,
      span: spanOf(span),
      message: { what, why: text(why), todo: text(todo) },
      related: related.map(([other, at, label]) => ({ uri: text(other), span: spanOf(at), label: text(label) })),
      data,
    },
    ...placeOf(place),
    related: related.map(([, , , at]) => placeOf(at)),
  };
}

/** Takes the findings of a whole run file by file and keeps them outside of the heap: in the form in which they are written. */
export class RunWriter implements Iterable<CheckedFile> {
  readonly #lines: Buffer[] = [];
  readonly #texts = new Map<string, number>();

  push({ root, uri, findings }: CheckedFile): void {
    const file: WrittenFile = [this.#text(root), uri, findings.map((placed) => this.#written(placed))];
    this.#lines.push(lineOf(file));
  }

  /** What was taken, made anew each time. */
  *[Symbol.iterator](): Generator<CheckedFile> {
    yield* filesIn(eachText(this.#lines));
  }

  /** Puts what was taken in place of what the run before found; says whether that was possible. */
  write(path: string, version: string, about: string, digest: string): Promise<boolean> {
    return writeSealed(path, version, about, [lineOf(digest), ...this.#lines]);
  }

  #written({ finding, start, end, related }: PlacedFinding): WrittenFinding {
    const { rule, severity, span, message, data } = finding;
    return [
      this.#text(rule),
      this.#text(severity),
      [span.start, span.end],
      [pairOf(start), pairOf(end)],
      [message.what, this.#text(message.why), this.#text(message.todo)],
      data,
      finding.related.map((other, index) => {
        const at = related[index] ?? { start, end };
        const place = [pairOf(at.start), pairOf(at.end)] as const;
        return [this.#text(other.uri), [other.span.start, other.span.end], this.#text(other.label), place];
      }),
    ];
  }

  #text(value: string): number {
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    this.#lines.push(lineOf(value));
    this.#texts.set(value, this.#texts.size);
    return this.#texts.size - 1;
  }
}

function* after<T>(count: number, all: Iterable<T>): Generator<T> {
  let index = 0;
  for (const one of all) if (index++ >= count) yield one;
}

function* eachText(lines: readonly Buffer[]): Generator<string> {
  for (const line of lines) yield line.toString('utf8');
}

function pairOf({ line, character }: Position): WrittenPosition {
  return [line, character];
}

function spanOf([start, end]: readonly [number, number]) {
  return { start, end };
}

function placeOf([start, end]: readonly [WrittenPosition, WrittenPosition]) {
  return { start: positionOf(start), end: positionOf(end) };
}

function positionOf([line, character]: WrittenPosition): Position {
  return { line, character };
}
