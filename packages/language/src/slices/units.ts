/** The units that a look at a project takes in, with all above them. */
import type { UnitDeclaration } from '@okr-language/core';
import { blocksKey, childrenKey, leadKey, textKey, unitKey } from './keys.ts';
import type { Look } from './look.ts';

export class Units {
  readonly #look: Look;
  readonly #forReaders: boolean;
  readonly #isWide: boolean;
  /** Units whose way to the top is known. */
  readonly #settled = new Set<string>();
  readonly #depths = new Map<string, number | null>();
  readonly #known = new Map<string, boolean>();
  readonly #leads: string[] = [];
  /** Units that were taken because they are in another one. */
  readonly #taken = new Set<string>();
  readonly #declarations = new Map<string, UnitDeclaration | null>();

  /** `forReaders` also takes who leads a unit and what is in it. `isWide` notes too where a name might be a unit for the goals it has. */
  constructor(look: Look, { forReaders, isWide }: { readonly forReaders: boolean; readonly isWide: boolean }) {
    this.#look = look;
    this.#forReaders = forReaders;
    this.#isWide = isWide;
  }

  /** Takes the leads of all units so far, if anybody wants to see them. */
  takeLeads(): void {
    for (let lead = this.#leads.pop(); lead !== undefined; lead = this.#leads.pop()) this.take(lead);
  }

  /** Whether a unit is declared or has goals. Asked of the first name of every path. */
  isKnown(name: string): boolean {
    let isKnown = this.#known.get(name);
    if (isKnown === undefined) {
      isKnown = this.#look.table.isHeld(unitKey(name)) || this.#look.table.isHeld(blocksKey(name));
      this.#known.set(name, isKnown);
    }
    return isKnown;
  }

  /** A unit and all above it. */
  take(name: string): void {
    if (this.#settled.has(name)) return;
    const path = new Set<string>();
    let at: string | undefined = name;
    while (at !== undefined && !this.#settled.has(at) && !path.has(at)) {
      path.add(at);
      this.#takeUnit(at);
      at = this.declarationOf(at)?.parent?.text;
    }
    // Where a circle of units is cut depends on their places, and these are no part of what a key says.
    if (at !== undefined && path.has(at)) this.#readTexts(at);
    for (const passed of path) this.#settled.add(passed);
  }

  #takeUnit(name: string): void {
    this.#look.keys.add(unitKey(name));
    if (this.#forReaders) this.#look.keys.add(leadKey(name));
    const declaration = this.#declared(name, (statement, uri) => {
      this.#look.selection.take(uri, statement);
      if (statement.lead && this.#forReaders) this.#leads.push(statement.lead.text);
    });
    this.#declarations.set(name, declaration);
    if (this.#forReaders) this.#takeChildren(name);
    if (declaration) {
      this.#known.set(name, true);
      return;
    }
    // A unit that has goals is known by them; that counts only where a path leads nowhere without.
    if (this.#isWide) this.#look.keys.add(blocksKey(name));
    if (!this.isKnown(name)) return;
    let isTaken = false;
    this.#look.each(blocksKey(name), (statement, _, uri) => {
      if (!isTaken) this.#look.selection.take(uri, statement);
      isTaken = true;
    });
  }

  /** What is in a unit. Whether a declaration counts is told by all that have its name. */
  #takeChildren(of: string): void {
    this.#look.each(childrenKey(of), (child) => {
      const { name } = child as UnitDeclaration;
      if (!name || this.#taken.has(name.text)) return;
      this.#taken.add(name.text);
      this.#look.eachUnit(name.text, (declaration, uri) => this.#look.selection.take(uri, declaration));
    });
  }

  #readTexts(start: string): void {
    let at: string | undefined = start;
    do {
      this.#look.table.eachHolder(unitKey(at), (uri) => this.#look.keys.add(textKey(uri)));
      at = this.declarationOf(at)?.parent?.text;
    } while (at !== undefined && at !== start);
  }

  /** The declaration that counts: the first one. */
  declarationOf(name: string): UnitDeclaration | null {
    let declaration = this.#declarations.get(name);
    if (declaration === undefined) {
      declaration = this.#declared(name);
      this.#declarations.set(name, declaration);
    }
    return declaration;
  }

  /** Shows all declarations of a unit; gives the one that counts. */
  #declared(name: string, show?: (declaration: UnitDeclaration, uri: string) => void): UnitDeclaration | null {
    let first: UnitDeclaration | null = null;
    let firstUri = '';
    this.#look.eachUnit(name, (declaration, uri) => {
      show?.(declaration, uri);
      if (first && firstUri <= uri) return;
      first = declaration;
      firstUri = uri;
    });
    return first;
  }

  /** Steps from a unit to the top; null where units lie in each other, there or above. */
  depthOf(unit: string): number | null {
    const path: string[] = [];
    let at = unit;
    let depth = this.#depths.get(at);
    while (depth === undefined) {
      path.push(at);
      // Who comes by again on the way up goes round in a circle.
      this.#depths.set(at, null);
      const parent = this.declarationOf(at)?.parent?.text;
      if (parent === undefined || !this.#look.table.isHeld(unitKey(parent))) {
        depth = -1;
        break;
      }
      at = parent;
      depth = this.#depths.get(at);
    }
    for (let passed = path.pop(); passed !== undefined; passed = path.pop()) {
      if (depth !== null) depth++;
      this.#depths.set(passed, depth);
    }
    return depth;
  }
}
