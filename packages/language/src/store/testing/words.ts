/** Which names and titles stand in a file: what a search through ten thousand files goes by, gathered by itself to hold the sieve to it. */
import type {
  Guardrail,
  Initiative,
  KeyResult,
  Name,
  Objective,
  OkrFile,
  Quoted,
  Reference,
  Statement,
} from '@okr-language/core';

export interface Words {
  /** Each name that is declared or referred to, as it is written. */
  readonly names: ReadonlySet<string>;
  /** Names and titles by which people look for what is declared, and tags and owners as they are written. */
  readonly texts: ReadonlySet<string>;
}

export function wordsOf(file: OkrFile): Words {
  const words = new Collector();
  for (const statement of file.statements) words.statement(statement);
  return words;
}

type MaybeName = Name | null;

class Collector implements Words {
  readonly names = new Set<string>();
  readonly texts = new Set<string>();

  statement(statement: Statement): void {
    switch (statement.kind) {
      case 'cycle':
        this.#declared(statement.name, statement.title);
        return;
      case 'unit':
        this.#declared(statement.name, statement.title);
        this.#mentioned(statement.parent, statement.lead);
        return;
      case 'kpi':
        this.#declared(statement.name, statement.title);
        this.#mentioned(statement.unit);
        this.#owners(statement.owners);
        return;
      case 'okrs':
        this.#declared(statement.unit, null);
        this.#mentioned(statement.cycle);
        this.#owners(statement.owners);
        for (const objective of statement.objectives) this.#objective(objective);
        this.#initiatives(statement.initiatives);
        this.#guardrails(statement.guardrails);
        return;
      case 'checkin':
        this.#mentioned(statement.unit, statement.cycle);
        for (const { target } of statement.readings) this.#path(target);
        return;
      case 'closing':
        this.#mentioned(statement.unit, statement.cycle);
        for (const { target } of statement.entries) this.#path(target);
        return;
    }
  }

  #objective(objective: Objective): void {
    this.#goal(objective);
    for (const keyResult of objective.keyResults) this.#goal(keyResult);
    this.#guardrails(objective.guardrails);
  }

  #goal(goal: Objective | KeyResult): void {
    this.#declared(goal.name, goal.title);
    this.#owners(goal.owners);
    for (const tag of goal.tags) this.texts.add(tag.text);
    for (const { reference } of goal.supports) this.#path(reference);
    for (const path of goal.dependsOn) this.#path(path);
    this.#path(goal.carriedFrom);
    this.#initiatives(goal.initiatives);
  }

  #initiatives(initiatives: readonly Initiative[]): void {
    for (const { name, title, owners, for: paths } of initiatives) {
      this.#declared(name, title);
      this.#owners(owners);
      for (const path of paths) this.#path(path);
    }
  }

  #guardrails(guardrails: readonly Guardrail[]): void {
    for (const { name, title, owners } of guardrails) {
      this.#declared(name, title);
      this.#owners(owners);
    }
  }

  #path(path: Reference | null): void {
    if (!path) return;
    for (const { text } of path.segments) this.names.add(text);
    this.#mentioned(path.cycle);
  }

  #declared(name: MaybeName, title: Quoted | null): void {
    if (name) {
      this.names.add(name.text);
      this.texts.add(name.text);
    }
    if (title) this.texts.add(title.text);
  }

  #owners(owners: readonly Name[]): void {
    for (const { text } of owners) {
      this.names.add(text);
      this.texts.add(text);
    }
  }

  #mentioned(...names: readonly MaybeName[]): void {
    for (const name of names) if (name) this.names.add(name.text);
  }
}
