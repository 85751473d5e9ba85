/** The view as a whole: takes messages from the extension and keeps one page in step with them and with the reader. */
import { element, setAttribute, setChildren, setText } from './dom/element.ts';
import { explanationOf } from './dom/explanation.ts';
import { Header } from './dom/header.ts';
import { emptyNotice, errorNotice, loadingNotice, nothingFoundNotice, searchingNotice } from './dom/notice.ts';
import { TreeList } from './dom/tree-list.ts';
import type { Choice } from './model/choices.ts';
import { offeredCycles } from './model/cycles.ts';
import { follower } from './model/locate.ts';
import type { Outline, OutlineNode } from './model/outline.ts';
import { freshState, restored, sameFilters, toSave, type UiState, withoutFilters } from './model/ui-state.ts';
import { askedFor, hasGoals, indexOfShown, isSearching, type View, viewOf, wantedIn } from './model/view.ts';
import type { ErrorMessage, HostMessage, TreeMessage, ViewMessage } from './protocol.ts';
import { type Desk, Reader } from './reader.ts';
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
/** Letters that follow each other faster are one question. */
const typingPause = 200;

export class CascadeApp implements Desk {
  readonly list = new TreeList('Goals, from the company to its people');
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #header: Header;
  readonly #reader: Reader;
  readonly #heading = element('h1', 'spoken', 'OKR cascade');
  readonly #alert = element('div', 'alert');
  readonly #nothingFound: HTMLElement;
  readonly #searching = searchingNotice();
  readonly #spoken = element('div', 'spoken');
  readonly #scrollAtStart: number;
  #ui: UiState;
  #view: View | null = null;
  #openedWhileFiltering = new Map<string, boolean>();
  /** Where the cursor was when there was no tree yet. */
  #cursor: { readonly uri: string; readonly offset: number } | null = null;
  #explanation: HTMLElement | null = null;
  #explanationContent = '';
  #texts = new Map<OutlineNode, RowText>();
  #saving = 0;
  #asking = 0;
  /** What was last asked for, as text. */
  #asked = JSON.stringify(wantedIn(freshState));
  #saying = 0;

  constructor(root: HTMLElement, host: Host) {
    this.#root = root;
    this.#host = host;
    this.#ui = restored(host.load());
    this.#scrollAtStart = this.#ui.scroll;
    this.#reader = new Reader(this);
    this.#header = new Header({
      change: (ui) => this.put(ui),
      project: (project) => host.post({ type: 'project', root: project }),
      toTree: () => this.list.focusTabStop(),
    });
    this.#nothingFound = nothingFoundNotice(() => {
      this.put(withoutFilters(this.#ui));
      this.#header.search.focus();
    });
    this.#spoken.setAttribute('role', 'status');
    this.list.root.addEventListener('scroll', () => this.#saveSoon(), { passive: true });
    root.className = 'cascade';
    this.#showOnly(loadingNotice());
  }

  start(): void {
    this.post({ type: 'ready' });
  }

  get view(): View | null {
    return this.#view;
  }

  get ui(): UiState {
    return this.#ui;
  }

  post(message: ViewMessage): void {
    this.#host.post(message);
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'loading':
        if (this.#view) setAttribute(this.list.tree, 'aria-busy', true);
        else this.#showOnly(loadingNotice());
        break;
      case 'empty':
        this.#showEmpty();
        break;
      case 'error':
        this.#showError(message);
        break;
      case 'tree':
        if (message.tree.part || hasGoals(message.tree)) this.#showTree(message);
        else this.#showEmpty();
        break;
      case 'focus':
        this.#takeKeyboard();
        break;
      case 'reveal':
        if (this.#view) this.#reader.reveal(message.uri, message.offset);
        else this.#cursor = message;
    }
  }

  put(ui: UiState): void {
    const refiltered = !sameFilters(ui, this.#ui);
    if (refiltered) this.#openedWhileFiltering = new Map();
    this.#ui = ui;
    if (this.#view) this.#refresh(this.#view.message);
    if (refiltered) this.#sayHowMany();
    this.#askForRows();
    this.#saveSoon();
  }

  openWhileFiltering(keys: readonly string[], open: boolean): void {
    for (const key of keys) this.#openedWhileFiltering.set(key, open);
  }

  /** Rows are worded once: scrolling asks again and again. */
  textOf(node: OutlineNode): RowText {
    let text = this.#texts.get(node);
    if (!text) {
      text = rowText(node, (this.#view as View).context);
      this.#texts.set(node, text);
    }
    return text;
  }

  #showTree(message: TreeMessage): void {
    const before = this.#view;
    if (before && before.message.root !== message.root) this.#turnToProject(message);
    const next = viewOf(message, this.#ui, this.#openedWhileFiltering, before);
    const { objectivesOpen } = this.#ui;
    this.#ui = { ...this.#ui, objectivesOpen: objectivesOpen ?? next.totals.objectives <= smallTree };
    if (before) this.#ui = carriedOver(this.#ui, before.outline, next.outline);
    else {
      const { root } = this.list;
      setChildren(this.#root, [
        this.#heading,
        this.#header.root,
        this.#alert,
        root,
        this.#nothingFound,
        this.#searching,
        this.#spoken,
      ]);
    }
    const wasSearching = before !== null && isSearching(before);
    this.#view = next;
    this.#texts = new Map();
    setChildren(this.#alert, []);
    this.#refresh(message);
    const isAnswer = JSON.stringify(askedFor(message)) === JSON.stringify(wantedIn(this.#ui));
    setAttribute(this.list.tree, 'aria-busy', message.tree.part && !isAnswer ? true : null);
    if (wasSearching && !isSearching(this.#view)) this.#sayHowMany();
    if (!before && this.#scrollAtStart > 0) this.list.scrollTop = this.#scrollAtStart;
    if (this.#cursor) this.#reader.reveal(this.#cursor.uri, this.#cursor.offset);
    this.#cursor = null;
    this.#reader.arrived();
    this.#askForRows();
  }

  /** What units and people of the last project were filtered by goes, unless this one has them too; and nothing has been asked of it. */
  #turnToProject(message: TreeMessage): void {
    const { units, owners } = viewOf(message, { ...this.#ui, unit: null, owner: null }, new Map(), null);
    const known = (choices: readonly Choice[], chosen: string | null) =>
      choices.some(({ value }) => value === chosen) ? chosen : null;
    this.#ui = { ...this.#ui, unit: known(units, this.#ui.unit), owner: known(owners, this.#ui.owner) };
    this.#asked = JSON.stringify(wantedIn(freshState));
  }

  /** To the row where it was last; where there is none, to what stands in its place. */
  #takeKeyboard(): void {
    if (this.#view?.rows.length) this.list.focusTabStop();
    else if (this.#view) this.#header.search.focus();
    else this.#root.querySelector('button')?.focus();
  }

  /** Of a large tree only some rows are there: asks for those that the reader wants to see by now. */
  #askForRows(): void {
    clearTimeout(this.#asking);
    if (!this.#view?.message.tree.part) return;
    const wanted = wantedIn(this.#ui);
    const asked = JSON.stringify(wanted);
    if (asked === this.#asked) return;
    const ask = () => {
      this.#asked = asked;
      setAttribute(this.list.tree, 'aria-busy', true);
      this.post({ type: 'wanted', wanted });
    };
    if (wanted.filter?.text) this.#asking = window.setTimeout(ask, typingPause);
    else ask();
  }

  /** Brings the page in step with the state. */
  #refresh(message: TreeMessage): void {
    const before = this.#view;
    const view = viewOf(message, this.#ui, this.#openedWhileFiltering, before);
    if (view.outline !== before?.outline) this.#texts = new Map();
    this.#view = view;
    const searching = isSearching(view);
    this.#header.show({
      ui: this.#ui,
      cycles: offeredCycles(message.tree),
      chosenCycle: view.cycle,
      units: view.units,
      owners: view.owners,
      totals: searching ? null : view.totals,
      projects: message.projects.map((project) => ({ value: project, text: folderName(project) })),
      project: message.root,
    });
    const shown = indexOfShown(view, this.#ui.selected);
    const selected = view.rows[shown]?.node.key === this.#ui.selected ? this.#ui.selected : null;
    this.list.root.hidden = view.rows.length === 0;
    this.#nothingFound.hidden = view.rows.length > 0 || searching;
    this.#searching.hidden = view.rows.length > 0 || !searching;
    this.list.show({
      rows: view.rows,
      tabStop: view.rows.length > 0 ? Math.max(0, shown) : -1,
      selected,
      textOf: (row) => this.textOf(row.node),
      explanation: selected !== null && this.#ui.explains ? this.#explanationFor(view, selected) : null,
    });
  }

  /** The same element while it says the same, so that an update leaves the focus in it. */
  #explanationFor(view: View, key: string): HTMLElement | null {
    const node = view.outline.byKey.get(key);
    if (!node) return null;
    const made = explanationOf(node, view.context, {
      jump: (id) => this.#reader.jump(id),
      open: (place) => this.#reader.openPlace(place, false),
    });
    // What its buttons do is part of what it says: places move as the text above them grows.
    const content = JSON.stringify([key, made?.outerHTML, 'row' in node ? node.row.place : null]);
    if (content !== this.#explanationContent) {
      this.#explanationContent = content;
      this.#explanation = made;
    }
    return this.#explanation;
  }

  #showEmpty(): void {
    this.#view = null;
    this.#showOnly(emptyNotice(() => this.post({ type: 'createFirst' })));
  }

  /** The last tree stays in sight beneath the message: what it showed is still better than nothing. */
  #showError(error: ErrorMessage): void {
    const notice = errorNotice(error, (place) => this.#reader.openPlace(place, false));
    if (this.#view) setChildren(this.#alert, [notice]);
    else this.#showOnly(notice);
  }

  #showOnly(notice: HTMLElement): void {
    setChildren(this.#root, [this.#heading, notice]);
  }

  #sayHowMany(): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      const view = this.#view;
      const objectives = view?.rows.filter((row) => row.node.kind === 'objective').length ?? 0;
      const isWaiting = view !== null && isSearching(view);
      setText(this.#spoken, isWaiting ? 'Searching' : `${counted(objectives, 'objective')} shown`);
    }, sayPause);
  }

  #saveSoon(): void {
    clearTimeout(this.#saving);
    this.#saving = window.setTimeout(() => {
      this.#host.save(toSave({ ...this.#ui, scroll: this.list.scrollTop }));
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

function folderName(uri: string): string {
  const name = uri.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return oneLine(decodeURIComponent(name)) || uri;
  } catch {
    return oneLine(name);
  }
}
