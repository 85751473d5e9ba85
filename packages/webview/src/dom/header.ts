/** Cycle, filters and totals above the tree. The totals are filters themselves. */
import type { CycleChoice, HealthState } from '@okr-language/core';
import { ALL_CYCLES } from '../model/cycles.ts';
import type { Totals } from '../model/totals.ts';
import { isFiltered, type UiState, withoutFilters } from '../model/ui-state.ts';
import { counted, healthOrder, healthWords, inFigures, oneLine, percent } from '../words.ts';
import { element, setAttribute, setShown, setText } from './element.ts';
import { clearIcon, filterIcon, healthIcon, hintIcon } from './icons.ts';
import { type Option, Select } from './select.ts';

export interface HeaderContent {
  readonly ui: UiState;
  readonly cycles: readonly CycleChoice[];
  readonly chosenCycle: string;
  readonly units: readonly Option[];
  readonly owners: readonly Option[];
  /** Null while nobody knows how much answers the filters. */
  readonly totals: Totals | null;
  readonly projects: readonly Option[];
  readonly project: string;
}

export interface HeaderActions {
  change(ui: UiState): void;
  project(root: string): void;
  /** The keyboard leaves the filter for the tree. */
  toTree(): void;
}

export class Header {
  readonly root = element('header', 'header');
  readonly search = element('input', 'search');
  readonly #project: Select;
  readonly #cycle: Select;
  readonly #unit: Select;
  readonly #owner: Select;
  readonly #more = element('button', 'more');
  readonly #clear = element('button', 'clear');
  readonly #objectives = element('span', 'objectives');
  readonly #health = new Map<HealthState, Toggle>();
  readonly #unaligned: Toggle;
  readonly #findings: Toggle;
  readonly #elapsed = element('span', 'elapsed');
  #ui!: UiState;

  constructor(actions: HeaderActions) {
    const change = (part: Partial<UiState>) => actions.change({ ...this.#ui, ...part });
    this.#project = new Select('Project', (root) => actions.project(root));
    this.#cycle = new Select('Cycle', (cycle) => change({ cycle }));
    this.#cycle.root.classList.add('cycle');
    this.#unit = new Select('Unit', (unit) => change({ unit: unit || null }));
    this.#owner = new Select('Owner', (owner) => change({ owner: owner || null }));
    this.#buildSearch(change, actions);

    this.#more.type = 'button';
    this.#more.setAttribute('aria-label', 'Filter by unit and owner');
    this.#more.append(filterIcon());
    this.#more.addEventListener('click', () => change({ moreFilters: !this.#ui.moreFilters }));

    this.#clear.type = 'button';
    this.#clear.append(clearIcon(), 'Clear');
    this.#clear.setAttribute('aria-label', 'Clear all filters');
    this.#clear.addEventListener('click', () => {
      actions.change(withoutFilters(this.#ui));
      this.search.focus();
    });

    for (const health of healthOrder) {
      this.#health.set(
        health,
        new Toggle(healthIcon(health), healthWords[health], () => {
          const { health: chosen } = this.#ui;
          change({ health: chosen.includes(health) ? chosen.filter((one) => one !== health) : [...chosen, health] });
        }),
      );
    }
    this.#unaligned = new Toggle(null, 'unaligned', () => change({ unaligned: !this.#ui.unaligned }));
    this.#findings = new Toggle(hintIcon(), 'To look at', () => change({ findings: !this.#ui.findings }));
    this.#findings.root.classList.add('to-look-at');

    const totals = element(
      'div',
      'totals',
      this.#objectives,
      ...[...this.#health.values()].map((toggle) => toggle.root),
      this.#unaligned.root,
      this.#findings.root,
      this.#clear,
      this.#elapsed,
    );
    totals.setAttribute('role', 'group');
    totals.setAttribute('aria-label', 'Totals; each shows only its own goals');
    const filters = element('div', 'filters', this.#unit.root, this.#owner.root);
    const controls = element('div', 'controls', this.#project.root, this.#cycle.root, this.search, this.#more, filters);
    this.root.append(controls, totals);
  }

  show(content: HeaderContent): void {
    const { ui, totals } = content;
    this.#ui = ui;
    setShown(this.#project.root, content.projects.length > 1);
    this.#project.show(content.projects, content.project);
    this.#cycle.show(
      [
        ...content.cycles.map((cycle) => ({ value: cycle.name, text: oneLine(cycle.title || cycle.name) })),
        { value: ALL_CYCLES, text: 'All cycles' },
      ],
      content.chosenCycle,
    );
    this.#unit.show([{ value: '', text: 'All units' }, ...content.units], ui.unit ?? '');
    this.#owner.show([{ value: '', text: 'All owners' }, ...content.owners], ui.owner ?? '');
    if (this.search.value !== ui.text) this.search.value = ui.text;
    setAttribute(this.#more, 'aria-expanded', ui.moreFilters);
    setAttribute(this.#more, 'data-set', ui.unit !== null || ui.owner !== null ? '' : null);
    setAttribute(this.root, 'data-more', ui.moreFilters ? '' : null);

    setText(this.#objectives, totals ? counted(totals.objectives, 'objective') : 'Searching…');
    for (const [health, toggle] of this.#health) toggle.show(totals?.health[health], ui.health.includes(health));
    this.#unaligned.show(totals?.unaligned, ui.unaligned);
    this.#findings.show(totals?.findings, ui.findings);
    setShown(this.#clear, isFiltered(ui));
    setText(this.#elapsed, elapsedWords(content.cycles.find((cycle) => cycle.name === content.chosenCycle) ?? null));
  }

  #buildSearch(change: (part: Partial<UiState>) => void, actions: HeaderActions): void {
    const { search } = this;
    search.type = 'text';
    search.placeholder = 'Filter goals…';
    search.spellcheck = false;
    search.setAttribute('aria-label', 'Filter goals by their words');
    search.addEventListener('input', () => change({ text: search.value }));
    search.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape' && search.value !== '') {
        change({ text: '' });
        event.preventDefault();
      } else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') {
        actions.toTree();
        event.preventDefault();
      }
    });
  }
}

/** A total that is a filter: pressed, it shows only what it counts. It goes when there is nothing to count. */
class Toggle {
  readonly root = element('button', 'total');
  readonly #count = element('span', 'count');
  constructor(icon: Element | null, word: string, press: () => void) {
    this.root.type = 'button';
    this.root.title = word;
    if (icon) this.root.append(icon);
    this.root.append(this.#count, element('span', icon ? 'word' : '', ` ${word}`));
    this.root.addEventListener('click', press);
  }

  /** Without a count it is not known yet. */
  show(count: number | undefined, pressed: boolean): void {
    setShown(this.root, (count ?? 0) > 0 || pressed);
    setText(this.#count, count === undefined ? '' : inFigures(count));
    setAttribute(this.root, 'aria-pressed', pressed);
  }
}

function elapsedWords(cycle: CycleChoice | null): string {
  if (!cycle || cycle.elapsed === null) return '';
  if (cycle.elapsed <= 0) return 'not begun';
  return cycle.elapsed >= 1 ? 'time is over' : `${percent(cycle.elapsed)} of the time gone`;
}
