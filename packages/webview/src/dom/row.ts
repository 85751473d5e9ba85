/** One row of the tree on the page. Its parts are made once; showing another state of it writes only what differs. */
import type { FindingCounts, HealthState, PersonLabel } from '@okr-language/core';
import type { OutlineNode } from '../model/outline.ts';
import type { VisibleRow } from '../model/visible.ts';
import type { Figure, RowText } from '../row-text.ts';
import { healthWords, initials, nameOf, shortAge } from '../words.ts';
import { element, setAttribute, setChildren, setShown, setStyle, setText } from './element.ts';
import { healthIcon, hintIcon, twistieIcon, warningIcon } from './icons.ts';

/** Deeper levels are no longer indented: a narrow panel has to show their titles. */
const deepestIndent = 12;

export function indentOf(node: OutlineNode): number {
  return Math.min(node.level, deepestIndent) - 1;
}

export class RowElement {
  readonly root = element('div');
  readonly #label = element('span', 'spoken');
  readonly #guides = element('span', 'guides');
  readonly #twistie = element('span', 'twistie', twistieIcon());
  readonly #name = element('span', 'name');
  readonly #mark = element('span', 'mark', 'O');
  readonly #title = element('span', 'title');
  readonly #detail = element('span', 'detail');
  readonly #findings = element('span', 'findings');
  readonly #findingsCount = element('span');
  readonly #links = element('span', 'links');
  readonly #bar = element('span', 'bar');
  readonly #fill = element('span', 'fill');
  readonly #pace = element('span', 'pace');
  readonly #percent = element('span', 'percent');
  readonly #health = element('span', 'health');
  readonly #healthWord = element('span', 'word');
  readonly #due = element('span', 'due');
  readonly #who = element('span', 'who');
  readonly #initials = element('span', 'initials');
  readonly #fullName = element('span', 'full-name');
  readonly #age = element('span', 'age');
  #shownHealth: HealthState | null = null;
  #shownLevel: string | null = null;

  constructor() {
    this.root.setAttribute('role', 'treeitem');
    this.#title.dir = 'auto';
    this.#detail.dir = 'auto';
    this.#fullName.dir = 'auto';
    this.#bar.append(this.#fill, this.#pace);
    this.#health.append(this.#healthWord);
    this.#name.append(this.#title, this.#detail, this.#links);
    this.#who.append(this.#initials, this.#fullName);
    const line = element(
      'div',
      'line',
      this.#twistie,
      this.#mark,
      this.#name,
      this.#findings,
      this.#bar,
      this.#percent,
      this.#health,
      this.#due,
      this.#who,
      this.#age,
    );
    line.setAttribute('aria-hidden', 'true'); // the label says it all, in order and in words
    this.root.append(this.#label, this.#guides, line);
  }

  /** Where a press opens and closes the row. */
  get twistie(): Element {
    return this.#twistie;
  }

  show(visible: VisibleRow, text: RowText, selected: boolean, tabStop: boolean): void {
    const { node } = visible;
    const { root } = this;
    setAttribute(root, 'class', `row ${node.kind}${node.kind === 'unit' && node.level > 1 ? ' inner' : ''}`);
    setAttribute(root, 'aria-level', node.level);
    setAttribute(root, 'aria-setsize', visible.siblings);
    setAttribute(root, 'aria-posinset', visible.position);
    setAttribute(root, 'aria-expanded', visible.open);
    setAttribute(root, 'aria-selected', selected);
    setAttribute(root, 'tabindex', tabStop ? 0 : -1);
    setStyle(root, '--level', indentOf(node));
    this.#showGuides(node);

    setText(this.#label, text.label);
    setText(this.#title, text.title);
    setText(this.#detail, text.detail);
    // Either may be cut or have no room.
    setAttribute(this.#name, 'title', [text.title, text.detail].filter(Boolean).join(' · '));
    setAttribute(this.#detail, 'class', text.warns ? 'detail warns' : 'detail');
    setText(this.#links, text.links);
    setShown(this.#mark, node.kind === 'objective');
    this.#showFindings(text.findings);
    this.#showFigure(text.figure);
    setText(this.#due, text.deadline);
    this.#showOwners(text.owners);
    setText(this.#age, text.days === null ? '' : shortAge(text.days));
  }

  #showGuides(node: OutlineNode): void {
    const wanted = indentOf(node);
    while (this.#guides.childElementCount > wanted) this.#guides.lastElementChild?.remove();
    while (this.#guides.childElementCount < wanted) {
      const guide = element('span');
      setStyle(guide, '--nth', this.#guides.childElementCount);
      this.#guides.append(guide);
    }
  }

  #showFindings(findings: FindingCounts | null): void {
    setShown(this.#findings, findings !== null);
    if (!findings) return;
    const level = findings.errors > 0 ? 'errors' : findings.warnings > 0 ? 'warnings' : 'others';
    if (level !== this.#shownLevel) {
      this.#shownLevel = level;
      setChildren(this.#findings, [level === 'others' ? hintIcon() : warningIcon(), this.#findingsCount]);
      setAttribute(this.#findings, 'class', `findings ${level}`);
    }
    setText(this.#findingsCount, String(findings.errors + findings.warnings + findings.others));
  }

  #showFigure(figure: Figure | null): void {
    for (const part of [this.#bar, this.#percent, this.#health]) setAttribute(part, 'data-shown', figure !== null);
    setText(this.#percent, figure?.text ?? '');
    setAttribute(this.#percent, 'class', figure?.faint ? 'percent faint' : 'percent');
    const health = figure?.health ?? null;
    if (health !== this.#shownHealth) {
      this.#shownHealth = health;
      setChildren(this.#health, health ? [healthIcon(health), this.#healthWord] : [this.#healthWord]);
      setText(this.#healthWord, health ? healthWords[health] : '');
      setAttribute(this.#fill, 'class', `fill health-${health ?? 'noNews'}`);
    }
    if (!figure) return;
    setStyle(this.#fill, '--value', figure.value.toFixed(4));
    setShown(this.#pace, figure.pace !== null);
    if (figure.pace !== null) setStyle(this.#pace, '--pace', figure.pace.toFixed(4));
  }

  #showOwners(owners: readonly PersonLabel[]): void {
    const first = owners[0];
    setShown(this.#initials, first !== undefined);
    setText(this.#initials, first ? initials(first) : '');
    setText(this.#fullName, owners.map(nameOf).join(', '));
  }
}
