/** A list to choose from. Its options are rebuilt only when they differ, so that an update never closes it under the pointer. */
import { element, setAttribute } from './element.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
}

export class Select {
  readonly root = element('select');
  #shown = '';

  constructor(label: string, choose: (value: string) => void) {
    this.root.setAttribute('aria-label', label);
    this.root.addEventListener('change', () => choose(this.root.value));
  }

  /** What is chosen is always among the options: a blank list tells nobody what it filters by. */
  show(offered: readonly Option[], chosen: string): void {
    const isOffered = offered.some(({ value }) => value === chosen);
    const options = isOffered ? offered : [...offered, { value: chosen, text: chosen }];
    const signature = JSON.stringify(options);
    if (signature !== this.#shown) {
      this.#shown = signature;
      this.root.replaceChildren(
        ...options.map(({ value, text }) => {
          const option = element('option', '', text);
          option.value = value;
          return option;
        }),
      );
    }
    if (this.root.value !== chosen) this.root.value = chosen;
    setAttribute(this.root, 'data-set', chosen === '' ? null : '');
  }
}
