/**
 * The rows on the page. Only those in sight stand in the document, so that twenty thousand objectives scroll like twenty; the
 * row that holds the tab stop always does, so that the keyboard never loses it.
 */
import type { VisibleRow } from '../model/visible.ts';
import type { RowText } from '../row-text.ts';
import { element, setAttribute, setChildren, setStyle } from './element.ts';
import { indentOf, RowElement } from './row.ts';

/** Heights in pixels; the style sheet takes them from here. */
const lineHeight = 26;
const unitGap = 6;
const sectionGap = 18;
const beyondSight = 8;

export interface ListContent {
  readonly rows: readonly VisibleRow[];
  /** Index of the row that the Tab key reaches; −1 without rows. */
  readonly tabStop: number;
  readonly selected: string | null;
  /** Text of a row, asked only for rows in sight. */
  readonly textOf: (row: VisibleRow) => RowText;
  /** Stands beneath the selected row; null for none. */
  readonly explanation: HTMLElement | null;
}

export class TreeList {
  /** Scrolls; holds the tree and, beneath the chosen row, its explanation. */
  readonly root = element('div', 'scroller');
  readonly tree = element('div');
  readonly #space = element('div', 'space');
  readonly #elements = new Map<string, RowElement>();
  readonly #keys = new WeakMap<Element, string>();
  #content: ListContent = {
    rows: [],
    tabStop: -1,
    selected: null,
    textOf: () => {
      throw new Error('There is no row.');
    },
    explanation: null,
  };
  /** Where each row begins, and where the last one ends. */
  #tops = new Float64Array(1);
  #previousTops = this.#tops;
  #explanationHeight = 0;
  #explained = -1;
  #frame = 0;

  constructor(label: string) {
    this.tree.setAttribute('role', 'tree');
    this.tree.setAttribute('aria-label', label);
    this.#space.append(this.tree);
    this.root.append(this.#space);
    setStyle(this.root, '--line', `${lineHeight}px`);
    this.root.addEventListener('scroll', () => this.#later(), { passive: true });
    new ResizeObserver(() => this.#later()).observe(this.root);
  }

  /** Shows these rows and keeps what stands at the top of the panel where it stands. */
  show(content: ListContent): void {
    const anchor = this.#anchor();
    const { activeElement } = document;
    const hadFocus = activeElement !== null && this.#space.contains(activeElement);
    const onRow = activeElement?.getAttribute('role') === 'treeitem';
    this.#content = content;
    this.#measure();
    if (anchor) this.#restore(anchor);
    this.#paint();
    // The focus goes with the tab stop; in the explanation it stays while that says the same.
    if (hadFocus && (onRow || !this.#space.contains(document.activeElement))) this.focusTabStop();
  }

  /** Whether an explanation stands beneath the selected row. */
  get isExplaining(): boolean {
    return this.#content.explanation !== null;
  }

  get scrollTop(): number {
    return this.root.scrollTop;
  }

  set scrollTop(top: number) {
    this.root.scrollTop = top;
    this.#paint();
  }

  /** The key of the row that holds this element. */
  keyOf(target: Element): string | null {
    const row = target.closest('[role=treeitem]');
    return row ? (this.#keys.get(row) ?? null) : null;
  }

  rowElement(key: string): RowElement | null {
    return this.#elements.get(key) ?? null;
  }

  focusTabStop(): void {
    const row = this.#content.rows[this.#content.tabStop];
    if (row) this.#elements.get(row.node.key)?.root.focus({ preventScroll: true });
  }

  /** Scrolls as little as needed; a row that was far away comes to the middle. */
  scrollTo(index: number): void {
    const top = this.#tops[index];
    if (top === undefined) return;
    const bottom = this.#tops[index + 1] ?? top + lineHeight;
    const height = this.root.clientHeight;
    const { scrollTop } = this.root;
    const far = bottom < scrollTop - height || top > scrollTop + 2 * height;
    if (far) this.root.scrollTop = top - height / 2;
    else if (top < scrollTop) this.root.scrollTop = top;
    else if (bottom > scrollTop + height) this.root.scrollTop = Math.min(top, bottom - height);
    this.#paint();
  }

  /** How many rows fill the panel. */
  get page(): number {
    return Math.max(1, Math.floor(this.root.clientHeight / lineHeight) - 1);
  }

  #later(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #anchor(): { keys: readonly string[]; from: number; top: number } | null {
    const { rows } = this.#content;
    const { scrollTop } = this.root;
    if (rows.length === 0 || scrollTop === 0) return null;
    const from = this.#indexAt(scrollTop);
    // Should the row at the top be gone, the next one that is still there holds the place.
    const keys = rows.slice(from, from + 60).map((row) => row.node.key);
    return { keys, from, top: scrollTop };
  }

  #restore(anchor: { keys: readonly string[]; from: number; top: number }): void {
    const before = this.#previousTops;
    const order = new Map(anchor.keys.map((key, index) => [key, index]));
    let best = Number.POSITIVE_INFINITY;
    let bestIndex = -1;
    this.#content.rows.forEach((row, index) => {
      const rank = order.get(row.node.key);
      if (rank === undefined || rank >= best) return;
      best = rank;
      bestIndex = index;
    });
    if (bestIndex < 0) return;
    const shift = (this.#tops[bestIndex] ?? 0) - (before[anchor.from + best] ?? 0);
    if (shift !== 0) this.root.scrollTop = anchor.top + shift;
  }

  #measure(): void {
    const { rows, selected, explanation } = this.#content;
    this.#previousTops = this.#tops;
    const tops = new Float64Array(rows.length + 1);
    let top = 0;
    this.#explained = -1;
    rows.forEach((row, index) => {
      tops[index] = top;
      top += lineHeight + gapOf(row, index);
      if (explanation && row.node.key === selected) {
        this.#explained = index;
        top += this.#explanationHeight;
      }
    });
    tops[rows.length] = top;
    this.#tops = tops;
    setStyle(this.#space, 'height', `${top}px`);
  }

  #paint(): void {
    const { rows, tabStop, selected, textOf, explanation } = this.#content;
    const { scrollTop, clientHeight } = this.root;
    const first = Math.max(0, this.#indexAt(scrollTop) - beyondSight);
    const last = Math.min(rows.length - 1, this.#indexAt(scrollTop + clientHeight) + beyondSight);
    const indexes: number[] = [];
    if (tabStop >= 0 && tabStop < first) indexes.push(tabStop);
    for (let i = first; i <= last; i++) indexes.push(i);
    if (tabStop > last) indexes.push(tabStop);

    const shown = new Set<string>();
    const elements: HTMLElement[] = [];
    for (const index of indexes) {
      const row = rows[index];
      if (!row) continue;
      const { key } = row.node;
      shown.add(key);
      let made = this.#elements.get(key);
      if (!made) {
        made = new RowElement();
        this.#elements.set(key, made);
        this.#keys.set(made.root, key);
      }
      made.show(row, textOf(row), key === selected, index === tabStop);
      setStyle(made.root, '--gap', `${gapOf(row, index)}px`);
      setStyle(made.root, 'top', `${this.#tops[index] ?? 0}px`);
      setAttribute(made.root, 'aria-describedby', index === this.#explained && explanation ? explanation.id : null);
      setStyle(made.root, '--below', index === this.#explained ? `${this.#explanationHeight}px` : '0px');
      elements.push(made.root);
    }
    for (const key of this.#elements.keys()) if (!shown.has(key)) this.#elements.delete(key);
    setChildren(this.tree, elements);
    this.#placeExplanation();
  }

  /** Beneath its row. Its height is the one that is not known before it is seen. */
  #placeExplanation(): void {
    const { rows, explanation } = this.#content;
    const row = rows[this.#explained];
    setChildren(this.#space, explanation && row ? [this.tree, explanation] : [this.tree]);
    if (!explanation || !row) return;
    setStyle(explanation, '--level', indentOf(row.node));
    setStyle(explanation, 'top', `${(this.#tops[this.#explained] ?? 0) + gapOf(row, this.#explained) + lineHeight}px`);
    const height = explanation.offsetHeight;
    if (height === this.#explanationHeight) return;
    this.#explanationHeight = height;
    this.#measure();
    this.#paint();
  }

  /** The row at this height. */
  #indexAt(height: number): number {
    let low = 0;
    let high = Math.max(0, this.#content.rows.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] as number) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function gapOf(row: VisibleRow, index: number): number {
  if (row.node.kind === 'section') return sectionGap;
  return row.node.kind === 'unit' && index > 0 ? unitGap : 0;
}
