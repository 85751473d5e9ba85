/** What a key means in the tree, after the ARIA pattern for trees, and typing ahead to a title. */
export type TreeCommand =
  | { readonly name: 'move'; readonly by: number }
  | { readonly name: 'page'; readonly by: number }
  | {
      readonly name:
        | 'first'
        | 'last'
        | 'openOrEnter'
        | 'closeOrLeave'
        | 'openSiblings'
        | 'source'
        | 'explain'
        | 'escape';
    }
  | { readonly name: 'type'; readonly text: string };

const plainKeys: Readonly<Record<string, TreeCommand>> = {
  ArrowDown: { name: 'move', by: 1 },
  ArrowUp: { name: 'move', by: -1 },
  PageDown: { name: 'page', by: 1 },
  PageUp: { name: 'page', by: -1 },
  ArrowRight: { name: 'openOrEnter' },
  ArrowLeft: { name: 'closeOrLeave' },
  Home: { name: 'first' },
  End: { name: 'last' },
  Enter: { name: 'source' },
  ' ': { name: 'explain' },
  '*': { name: 'openSiblings' },
  Escape: { name: 'escape' },
};

/** Null for keys that are not the tree's: those go on to the editor. */
export function treeCommand(event: KeyboardEvent, typing: TypeAhead): TreeCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (event.key === ' ' && typing.text !== '') return { name: 'type', text: typing.add(' ') };
  const command = Object.hasOwn(plainKeys, event.key) ? plainKeys[event.key] : undefined;
  if (command) {
    typing.clear(); // whoever moves on begins a new word
    return command;
  }
  return [...event.key].length === 1 ? { name: 'type', text: typing.add(event.key) } : null;
}

const pause = 700;

/** Letters typed in one go. */
export class TypeAhead {
  #text = '';
  #timer = 0;

  get text(): string {
    return this.#text;
  }

  add(letter: string): string {
    this.#text += letter.toLowerCase();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.clear(), pause);
    return this.#text;
  }

  clear(): void {
    this.#text = '';
  }
}

/**
 * The row that typed letters lead to: the next whose title begins with them, from the current one on and round the end. The
 * same letter again and again steps through all titles that begin with it. −1 where none does.
 */
export function typedRow(titles: (index: number) => string, count: number, current: number, typed: string): number {
  const same = [...typed].every((letter) => letter === typed[0]);
  const wanted = same ? (typed[0] ?? '') : typed;
  const from = same ? current + 1 : Math.max(0, current);
  for (let step = 0; step < count; step++) {
    const index = (from + step) % count;
    if (titles(index).toLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
