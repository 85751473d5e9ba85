/** The view as a whole: takes messages from the extension and deeds of the reader, and keeps one page in step with both. */
import { element, setAttribute, setChildren, setText } from './dom/element.ts';
import { explanationOf } from './dom/explanation.ts';
import { Header } from './dom/header.ts';
import { emptyNotice, errorNotice, loadingNotice, nothingFoundNotice } from './dom/notice.ts';
import { TreeList } from './dom/tree-list.ts';
import { type TreeCommand, TypeAhead, treeCommand, typedRow } from './keyboard.ts';
import { offeredCycles } from './model/cycles.ts';
import { follower, rowAt } from './model/locate.ts';
import { type Outline, type OutlineNode, outlineOf, placeOf } from './model/outline.ts';
import { isFiltered, restored, toSave, type UiState, withoutFilters } from './model/ui-state.ts';
import { hasGoals, indexOfShown, type View, viewOf } from './model/view.ts';
import type { HostMessage, SourcePlace, TreeMessage, ViewMessage } from './protocol.ts';
import { type RowText, rowText } from './row-text.ts';
import { counted, oneLine } from './words.ts';

/** The extension's side, and the drawer in which the editor keeps the state of the view. */
export interface Host {
  post(message: ViewMessage): void;
  load(): unknown;
  save(state: unknown): void;
}

/** Trees with more objectives than this start with the key results folded away. */
const smallTree = 60;
const savePause = 150;
const sayPause = 500;

export class CascadeApp {
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #header: Header;
  readonly #list = new TreeList('Goals, from the company to its people');
  readonly #alert = element('div', 'alert');
  readonly #spoken = element('div', 'spoken');
  readonly #typing = new TypeAhead();
  #ui: UiState;
  #view: View | null = null;
  #openedWhileFiltering = new Map<string, boolean>();
  #wanted: { readonly uri: string; readonly offset: number } | null = null;
  #allCycles: { readonly message: TreeMessage; readonly outline: Outline } | null = null;
  #explanation: HTMLElement | null = null;
  #explanationOf = '';
  #saving = 0;
  #saying = 0;
  #scrollAtStart: number;

  constructor(root: HTMLElement, host: Host) {
    this.#root = root;
    this.#host = host;
    this.#ui = restored(host.load());
    this.#scrollAtStart = this.#ui.scroll;
    this.#header = new Header({
      change: (ui) => this.#change(ui),
      project: (project) => host.post({ type: 'project', root: project }),
      toTree: () => this.#list.focusTabStop(),
    });
    this.#spoken.setAttribute('role', 'status');
    this.#list.tree.addEventListener('click', (event) => this.#pressed(event));
    this.#list.tree.addEventListener('dblclick', (event) => this.#pressedTwice(event));
    this.#list.tree.addEventListener('keydown', (event) => this.#keyed(event));
    this.#list.tree.addEventListener('scroll', () => this.#saveSoon(), { passive: true });
    root.className = 'cascade';
    this.#only(loadingNotice());
  }

  start(): void {
    this.#host.post({ type: 'ready' });
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'loading':
        if (this.#view) setAttribute(this.#list.tree, 'aria-busy', true);
        else this.#only(loadingNotice());
        return;
      case 'empty':
        this.#showEmpty();
        return;
      case 'error': {
        const notice = errorNotice(message, (place) => this.#openPlace(place, false));
        // The last tree stays in sight beneath the message: what it showed is still better than nothing.
        if (this.#view) setChildren(this.#alert, [notice]);
        else this.#only(notice);
        return;
      }
      case 'tree':
        this.#receiveTree(message);
        return;
      case 'reveal':
        this.#wanted = { uri: message.uri, offset: message.offset };
        this.#reveal();
    }
  }

  #receiveTree(message: TreeMessage): void {
    if (!hasGoals(message.tree)) {
      this.#showEmpty();
      return;
    }
    const before = this.#view;
    const next = viewOf(message, this.#ui, this.#openedWhileFiltering, before);
    if (this.#ui.objectivesOpen === null)
      this.#ui = { ...this.#ui, objectivesOpen: next.totals.objectives <= smallTree };
    if (before) this.#ui = carriedOver(this.#ui, before.outline, next.outline);
    this.#view = next;
    setChildren(this.#alert, []);
    setAttribute(this.#list.tree, 'aria-busy', null);
    if (!before) setChildren(this.#root, [this.#header.root, this.#alert, this.#list.tree, this.#spoken]);
    this.#refresh(message);
    if (!before && this.#scrollAtStart > 0) this.#list.scrollTop = this.#scrollAtStart;
    if (this.#wanted) this.#reveal();
  }

  /** Shows the tree as the state now says. */
  #refresh(message: TreeMessage): void {
    const view = viewOf(message, this.#ui, this.#openedWhileFiltering, this.#view);
    this.#view = view;
    this.#header.show({
      ui: this.#ui,
      cycles: offeredCycles(message.tree),
      chosenCycle: view.cycle,
      units: view.units,
      owners: view.owners,
      totals: view.totals,
      projects: message.projects.map((project) => ({ value: project, text: folderName(project) })),
      project: message.root,
    });
    const shown = indexOfShown(view, this.#ui.selected);
    const selected = view.rows[shown]?.node.key === this.#ui.selected ? this.#ui.selected : null;
    this.#list.show({
      rows: view.rows,
      tabStop: shown >= 0 ? shown : view.rows.length > 0 ? 0 : -1,
      selected,
      textOf: (row) => this.#textOf(view, row.node),
      explanation: selected === null || !this.#ui.explains ? null : this.#explanationFor(view, selected),
    });
    this.#showNothingFound(view.rows.length === 0);
  }

  #texts = new WeakMap<View['context'], Map<string, RowText>>();

  /** Rows are worded once per tree: scrolling asks again and again. */
  #textOf(view: View, node: OutlineNode): RowText {
    let texts = this.#texts.get(view.context);
    if (!texts) {
      texts = new Map();
      this.#texts.set(view.context, texts);
    }
    const cacheKey = `${view.cycle}\n${node.key}`;
    let text = texts.get(cacheKey);
    if (!text) {
      text = rowText(node, view.context);
      texts.set(cacheKey, text);
    }
    return text;
  }

  /** Kept while it says the same, so that an update leaves the focus in it. */
  #explanationFor(view: View, key: string): HTMLElement | null {
    const node = view.outline.byKey.get(key);
    if (!node) return null;
    const made = explanationOf(node, view.context, {
      jump: (id) => this.#jump(id),
      open: (place) => this.#openPlace(place, false),
    });
    const content = made ? `${key}\n${made.innerHTML}` : '';
    if (content !== this.#explanationOf) {
      this.#explanationOf = content;
      this.#explanation = made;
    }
    return this.#explanation;
  }

  #showEmpty(): void {
    this.#view = null;
    this.#only(emptyNotice(() => this.#host.post({ type: 'createFirst' })));
  }

  #only(notice: HTMLElement): void {
    setChildren(this.#root, [notice]);
  }

  #nothingFound: HTMLElement | null = null;

  #showNothingFound(shown: boolean): void {
    if (shown && !this.#nothingFound) {
      this.#nothingFound = nothingFoundNotice(() => {
        this.#change(withoutFilters(this.#ui));
        this.#header.search.focus();
      });
      this.#list.tree.after(this.#nothingFound);
    } else if (!shown) {
      this.#nothingFound?.remove();
      this.#nothingFound = null;
    }
    this.#list.tree.hidden = shown;
  }

  /** The reader changed something in the header. */
  #change(ui: UiState): void {
    const refiltered = !sameFilters(ui, this.#ui);
    if (refiltered) this.#openedWhileFiltering = new Map();
    this.#ui = ui;
    if (this.#view) this.#refresh(this.#view.message);
    if (refiltered) this.#sayHowMany();
    this.#saveSoon();
  }

  #sayHowMany(): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      if (!this.#view) return;
      const objectives = this.#view.rows.filter((row) => row.node.kind === 'objective').length;
      setText(this.#spoken, `${counted(objectives, 'objective')} shown`);
    }, sayPause);
  }

  #select(index: number, focus: boolean): void {
    const row = this.#view?.rows[index];
    if (!this.#view || !row) return;
    if (row.node.key !== this.#ui.selected) {
      this.#ui = { ...this.#ui, selected: row.node.key };
      this.#refresh(this.#view.message);
      this.#saveSoon();
    }
    this.#list.scrollTo(index);
    if (focus) this.#list.focusTabStop();
  }

  #setOpen(nodes: readonly OutlineNode[], open: boolean): void {
    if (!this.#view) return;
    if (isFiltered(this.#ui)) for (const node of nodes) this.#openedWhileFiltering.set(node.key, open);
    const opened = { ...this.#ui.opened };
    for (const node of nodes) opened[node.key] = open;
    this.#ui = { ...this.#ui, opened };
    this.#refresh(this.#view.message);
    this.#saveSoon();
  }

  #pressed(event: MouseEvent): void {
    const found = this.#rowOf(event);
    if (!found) return;
    const { index, node, target } = found;
    const row = this.#list.rowElement(node.key);
    if (row?.twistie.contains(target) && this.#view?.rows[index]?.open !== null) {
      this.#setOpen([node], this.#view?.rows[index]?.open !== true);
      return;
    }
    if (node.kind === 'alongside' || node.kind === 'section') {
      this.#select(index, true);
      this.#setOpen([node], this.#view?.rows[index]?.open !== true);
      return;
    }
    const again = this.#ui.selected === node.key;
    this.#ui = { ...this.#ui, selected: node.key, explains: again ? !this.#ui.explains : true };
    if (this.#view) this.#refresh(this.#view.message);
    this.#select(index, true);
    this.#openSource(node, true);
    this.#saveSoon();
  }

  #pressedTwice(event: MouseEvent): void {
    const found = this.#rowOf(event);
    if (found) this.#openSource(found.node, false);
  }

  /** The row whose line was pressed; not its explanation, which is there to be read and copied. */
  #rowOf(event: MouseEvent): { index: number; node: OutlineNode; target: Element } | null {
    const { target } = event;
    if (!(target instanceof Element) || !this.#view || target.closest('.explanation')) return null;
    const index = indexOfShown(this.#view, this.#list.keyOf(target));
    const row = this.#view.rows[index];
    return row ? { index, node: row.node, target } : null;
  }

  #keyed(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.target.getAttribute('role') !== 'treeitem') {
      if (event.key !== 'Escape') return;
      this.#list.focusTabStop();
      event.preventDefault();
      return;
    }
    const command = treeCommand(event, this.#typing);
    if (!command) return;
    event.preventDefault();
    this.#obey(command);
  }

  #obey(command: TreeCommand): void {
    const view = this.#view;
    const key = this.#list.keyOf(document.activeElement ?? document.body);
    if (!view || key === null) return;
    const index = indexOfShown(view, key);
    const row = view.rows[index];
    if (!row) return;
    const last = view.rows.length - 1;
    const to = (wanted: number) => this.#select(Math.min(last, Math.max(0, wanted)), true);
    switch (command.name) {
      case 'move':
        to(index + command.by);
        return;
      case 'page':
        to(index + command.by * this.#list.page);
        return;
      case 'first':
        to(0);
        return;
      case 'last':
        to(last);
        return;
      case 'openOrEnter':
        if (row.open === false) this.#setOpen([row.node], true);
        else if (row.open) to(index + 1);
        return;
      case 'closeOrLeave':
        if (row.open) this.#setOpen([row.node], false);
        else if (row.node.parent) to(indexOfShown(view, row.node.parent.key));
        return;
      case 'openSiblings': {
        const siblings = view.rows.filter((one) => one.node.parent === row.node.parent && one.open === false);
        this.#setOpen(
          siblings.map((one) => one.node),
          true,
        );
        return;
      }
      case 'source':
        if (row.node.kind === 'alongside' || row.node.kind === 'section') this.#setOpen([row.node], row.open !== true);
        else this.#openSource(row.node, false);
        return;
      case 'explain':
        this.#explainOrFold(row.node.key);
        return;
      case 'escape':
        if (isFiltered(this.#ui)) this.#change(withoutFilters(this.#ui));
        else if (this.#ui.explains) this.#explainOrFold(row.node.key);
        this.#list.focusTabStop();
        return;
      case 'type': {
        const found = typedRow((at) => this.#titleAt(at), view.rows.length, index, command.text);
        if (found >= 0) to(found);
      }
    }
  }

  #explainOrFold(key: string): void {
    if (!this.#view) return;
    const explains = this.#ui.selected === key ? !this.#ui.explains : true;
    this.#ui = { ...this.#ui, selected: key, explains };
    this.#refresh(this.#view.message);
    this.#list.scrollTo(indexOfShown(this.#view, key));
    this.#saveSoon();
  }

  #titleAt(index: number): string {
    const row = this.#view?.rows[index];
    return row && this.#view ? this.#textOf(this.#view, row.node).title : '';
  }

  #openSource(node: OutlineNode, preserveFocus: boolean): void {
    const place = placeOf(node);
    if (node.kind === 'pointer') this.#jump(node.target);
    else if (place) this.#openPlace(place, preserveFocus);
  }

  #openPlace({ uri, line, character }: SourcePlace, preserveFocus: boolean): void {
    this.#host.post({ type: 'open', uri, line, character, preserveFocus });
  }

  /** To the other end of a link, whatever hides it. */
  #jump(key: string): void {
    const node = this.#uncover(key, true);
    if (node) this.#select(indexOfShown(this.#view as View, node.key), true);
  }

  /** The cursor in the text: its row is chosen, and comes to sight if it may. Filters stay as they are. */
  #reveal(): void {
    const view = this.#view;
    const wanted = this.#wanted;
    if (!view || !wanted) return;
    this.#wanted = null;
    const here = rowAt(view.outline, wanted.uri, wanted.offset);
    const found =
      here && here.kind !== 'unit' ? here : (rowAt(this.#everything(view.message), wanted.uri, wanted.offset) ?? here);
    const node = found && this.#uncover(found.key, false);
    if (node) this.#select(indexOfShown(this.#view as View, node.key), false);
  }

  /** Opens what lies above a row and turns to its cycle; null where it cannot be shown. */
  #uncover(key: string, force: boolean): OutlineNode | null {
    if (!this.#view) return null;
    const { message } = this.#view;
    if (!this.#view.outline.byKey.has(key)) {
      const cycle = cycleOf(this.#everything(message).byKey.get(key) ?? null);
      if (cycle === null) return null;
      this.#ui = { ...this.#ui, cycle };
      this.#refresh(message);
    }
    const node = this.#view.outline.byKey.get(key);
    if (!node) return null;
    const isShown = () => this.#view?.rows[indexOfShown(this.#view, key)]?.node.key === key;
    if (isShown()) return node;
    const above: OutlineNode[] = [];
    for (let up = node.parent; up; up = up.parent) above.push(up);
    this.#setOpen(above, true);
    if (isShown()) return node;
    if (!force) return null;
    this.#change(withoutFilters(this.#ui));
    this.#setOpen(above, true);
    return node;
  }

  #everything(message: TreeMessage): Outline {
    if (this.#allCycles?.message !== message) this.#allCycles = { message, outline: outlineOf(message.tree, null) };
    return this.#allCycles.outline;
  }

  #saveSoon(): void {
    clearTimeout(this.#saving);
    this.#saving = window.setTimeout(() => {
      this.#host.save(toSave({ ...this.#ui, scroll: this.#list.scrollTop }));
    }, savePause);
  }
}

/** What was selected and opened goes on under the new keys of rows whose titles are being typed. */
function carriedOver(ui: UiState, before: Outline, after: Outline): UiState {
  const now = follower(before, after);
  return {
    ...ui,
    selected: ui.selected === null ? null : now(ui.selected),
    opened: Object.fromEntries(Object.entries(ui.opened).map(([key, open]) => [now(key), open])),
  };
}

/** The cycle of the set that a row stands in. */
function cycleOf(node: OutlineNode | null): string | null {
  for (let up = node; up; up = up.parent) {
    if (up.kind === 'objective' || up.kind === 'set') return up.row.cycle;
    if (up.kind === 'unit') return up.set?.cycle ?? null;
  }
  return null;
}

function sameFilters(a: UiState, b: UiState): boolean {
  const filters = ({ cycle, text, unit, owner, health, unaligned, findings }: UiState) =>
    JSON.stringify([cycle, text, unit, owner, health, unaligned, findings]);
  return filters(a) === filters(b);
}

function folderName(uri: string): string {
  const name = uri.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return oneLine(decodeURIComponent(name)) || uri;
  } catch {
    return oneLine(name);
  }
}
