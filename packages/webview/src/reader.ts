/** What the reader does in the tree, by key or pointer, and where the cursor of the text leads. */
import type { TreeList } from './dom/tree-list.ts';
import { type TreeCommand, TypeAhead, treeCommand, typedRow } from './keyboard.ts';
import { rowAt } from './model/locate.ts';
import { type Outline, type OutlineNode, outlineOf, placeOf } from './model/outline.ts';
import { isFiltered, type UiState, withoutFilters } from './model/ui-state.ts';
import { indexOfShown, type View } from './model/view.ts';
import type { VisibleRow } from './model/visible.ts';
import type { SourcePlace, TreeMessage, ViewMessage } from './protocol.ts';
import type { RowText } from './row-text.ts';

/** What stands on the desk: the view as it is, and the way to change it. */
export interface Desk {
  readonly list: TreeList;
  /** Null before the first tree. */
  readonly view: View | null;
  readonly ui: UiState;
  /** Takes on this state, shows it and keeps it. */
  put(ui: UiState): void;
  /** Opens or closes rows for as long as the filter stays as it is. */
  openWhileFiltering(keys: readonly string[], open: boolean): void;
  textOf(node: OutlineNode): RowText;
  post(message: ViewMessage): void;
}

export class Reader {
  readonly #desk: Desk;
  readonly #typing = new TypeAhead();
  /** Where a link leads whose row is not there yet. */
  #awaited: string | null = null;
  #everything: { readonly message: TreeMessage; readonly outline: Outline } | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    const { root } = desk.list;
    root.addEventListener('click', (event) => this.#pressed(event));
    root.addEventListener('dblclick', (event) => this.#pressedTwice(event));
    root.addEventListener('keydown', (event) => this.#keyed(event));
  }

  openPlace({ uri, line, character }: SourcePlace, preserveFocus: boolean): void {
    this.#desk.post({ type: 'open', uri, line, character, preserveFocus });
  }

  /** To the other end of a link, whatever hides it. */
  jump(key: string): void {
    if (this.#uncover(key, true)) this.#select(key, true);
    else this.#askFor(key);
  }

  /** Another tree is there: perhaps what was awaited stands in it. */
  arrived(): void {
    const key = this.#awaited;
    if (key === null || !this.#desk.view?.outline.byKey.has(key)) return;
    this.#awaited = null;
    if (this.#uncover(key, true)) this.#select(key, true);
  }

  /** Of a large tree the row may be somewhere else: its set is opened. */
  #askFor(key: string): void {
    const { view, ui } = this.#desk;
    const [unit, cycle] = key.split('/');
    if (!view?.message.tree.part || unit === undefined || cycle === undefined) return;
    this.#awaited = key;
    const knows = view.message.tree.cycles.some(({ name }) => name === cycle);
    const isShown = view.outline.nodes.some((node) => node.kind === 'unit' && node.set?.cycle === cycle);
    const opened = { ...ui.opened, [`~unit/${unit}`]: true, [`${unit}/${cycle}`]: true };
    this.#desk.put({ ...withoutFilters(ui), opened, ...(knows && !isShown ? { cycle } : {}) });
  }

  /** The cursor in the text: its row is chosen, and comes to sight if the filters let it. */
  reveal(uri: string, offset: number): void {
    const { view } = this.#desk;
    if (!view) return;
    const here = rowAt(view.outline, uri, offset);
    const isGoal = here !== null && here.kind !== 'unit';
    const found = isGoal ? here : (rowAt(this.#allCycles(view.message), uri, offset) ?? here);
    if (found && this.#uncover(found.key, false)) this.#select(found.key, false);
  }

  #pressed(event: MouseEvent): void {
    const found = this.#rowUnder(event);
    if (!found) return;
    const { row, target } = found;
    const { node } = row;
    const { ui, list } = this.#desk;
    const onTwistie = list.rowElement(node.key)?.twistie.contains(target) === true;
    if (onTwistie && row.open !== null) {
      this.#setOpen([node], !row.open);
      return;
    }
    if (placeOf(node) === null && node.kind !== 'pointer') {
      this.#select(node.key, true);
      this.#setOpen([node], row.open !== true);
      return;
    }
    const explains = ui.selected === node.key ? !ui.explains : true;
    this.#desk.put({ ...ui, selected: node.key, explains });
    this.#select(node.key, true);
    this.#openSource(node, true);
  }

  #pressedTwice(event: MouseEvent): void {
    const found = this.#rowUnder(event);
    if (found) this.#openSource(found.row.node, false);
  }

  /** Null where the explanation was pressed: that is there to be read and copied. */
  #rowUnder({ target }: MouseEvent): { row: VisibleRow; target: Element } | null {
    const { view, list } = this.#desk;
    if (!(target instanceof Element) || !view) return null;
    const row = view.rows[indexOfShown(view, list.keyOf(target))];
    return row ? { row, target } : null;
  }

  #keyed(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.target.getAttribute('role') !== 'treeitem') {
      if (event.key !== 'Escape') return;
      this.#desk.list.focusTabStop(); // from a link in the explanation back to its row
      event.preventDefault();
      return;
    }
    const command = treeCommand(event, this.#typing);
    if (!command) return;
    event.preventDefault();
    const key = this.#desk.list.keyOf(event.target);
    if (key === null) return;
    if (key !== this.#desk.ui.selected) this.#desk.put({ ...this.#desk.ui, selected: key });
    const { view } = this.#desk;
    if (view) this.#obey(command, view, indexOfShown(view, key));
  }

  #obey(command: TreeCommand, view: View, index: number): void {
    const row = view.rows[index];
    if (!row) return;
    const { node } = row;
    const last = view.rows.length - 1;
    const to = (wanted: number) => {
      const there = view.rows[Math.min(last, Math.max(0, wanted))];
      if (there) this.#select(there.node.key, true);
    };
    switch (command.name) {
      case 'move':
        to(index + command.by);
        break;
      case 'page':
        to(index + command.by * this.#desk.list.page);
        break;
      case 'first':
        to(0);
        break;
      case 'last':
        to(last);
        break;
      case 'openOrEnter':
        if (row.open === false) this.#setOpen([node], true);
        else if (row.open) to(index + 1);
        break;
      case 'closeOrLeave':
        if (row.open) this.#setOpen([node], false);
        else if (node.parent) this.#select(node.parent.key, true);
        break;
      case 'openSiblings': {
        const closed = view.rows.filter((one) => one.node.parent === node.parent && one.open === false);
        const nodes = closed.map((one) => one.node);
        this.#setOpen(nodes, true);
        break;
      }
      case 'source':
        if (placeOf(node) === null && node.kind !== 'pointer') this.#setOpen([node], row.open !== true);
        else this.#openSource(node, false);
        break;
      case 'explain':
        this.#toggleExplanation(node.key);
        break;
      case 'escape':
        // The innermost first: what is open beneath the row, then what narrows all rows.
        if (this.#desk.list.isExplaining) this.#toggleExplanation(node.key);
        else if (isFiltered(this.#desk.ui)) this.#desk.put(withoutFilters(this.#desk.ui));
        break;
      case 'type': {
        const found = typedRow((at) => this.#titleAt(view, at), view.rows.length, index, command.text);
        if (found >= 0) to(found);
      }
    }
  }

  #titleAt(view: View, index: number): string {
    const row = view.rows[index];
    return row ? this.#desk.textOf(row.node).title : '';
  }

  #toggleExplanation(key: string): void {
    const { ui } = this.#desk;
    this.#desk.put({ ...ui, selected: key, explains: ui.selected === key ? !ui.explains : true });
    this.#select(key, true);
  }

  /** Chooses a row that shows and brings it into sight. */
  #select(key: string, focus: boolean): void {
    const { ui, list } = this.#desk;
    if (ui.selected !== key) this.#desk.put({ ...ui, selected: key });
    const { view } = this.#desk;
    if (view) list.scrollTo(indexOfShown(view, key));
    if (focus) list.focusTabStop();
  }

  #setOpen(nodes: readonly OutlineNode[], open: boolean): void {
    const { ui } = this.#desk;
    const keys = nodes.map((node) => node.key);
    if (isFiltered(ui)) this.#desk.openWhileFiltering(keys, open);
    this.#desk.put({ ...ui, opened: { ...ui.opened, ...Object.fromEntries(keys.map((key) => [key, open])) } });
  }

  #openSource(node: OutlineNode, preserveFocus: boolean): void {
    const place = placeOf(node);
    if (node.kind === 'pointer') this.jump(node.target);
    else if (place) this.openPlace(place, preserveFocus);
  }

  /** Opens what lies above a row and turns to its cycle; with `force` also drops the filters. False where it cannot be shown. */
  #uncover(key: string, force: boolean): boolean {
    const desk = this.#desk;
    if (!desk.view) return false;
    if (!desk.view.outline.byKey.has(key)) {
      const cycle = cycleOf(this.#allCycles(desk.view.message).byKey.get(key) ?? null);
      if (cycle === null) return false;
      desk.put({ ...desk.ui, cycle });
    }
    if (this.#isShown(key)) return true;
    this.#openAbove(key);
    if (this.#isShown(key) || !force) return this.#isShown(key);
    desk.put(withoutFilters(desk.ui));
    this.#openAbove(key);
    return this.#isShown(key);
  }

  #openAbove(key: string): void {
    const above: OutlineNode[] = [];
    for (let up = this.#desk.view?.outline.byKey.get(key)?.parent; up; up = up.parent) above.push(up);
    this.#setOpen(above, true);
  }

  #isShown(key: string): boolean {
    const { view } = this.#desk;
    return view?.rows[indexOfShown(view, key)]?.node.key === key;
  }

  #allCycles(message: TreeMessage): Outline {
    if (this.#everything?.message !== message) this.#everything = { message, outline: outlineOf(message.tree, null) };
    return this.#everything.outline;
  }
}

/** The cycle of the set that a row stands in. */
function cycleOf(node: OutlineNode | null): string | null {
  for (let up = node; up; up = up.parent) {
    if (up.kind === 'objective' || up.kind === 'set') return up.row.cycle;
    if (up.kind === 'unit') return up.set?.cycle ?? null;
  }
  return null;
}
