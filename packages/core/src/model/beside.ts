/**
 * Something that is worked out once for an object and kept beside it, for as long as the object is there. It stands on the object itself, where nobody
 * sees it: no comparison, no copy and no JSON.
 *
 * A WeakMap would say the same, but whatever one holds outlives the next collection of what was just made, also when nobody can reach its key any more.
 * Files come and go so fast that half of what was thrown away had to be copied first.
 */
export class Beside<Of extends object, T> {
  readonly #key = Symbol();

  get(of: Of): T | undefined {
    return (of as { readonly [key: symbol]: T })[this.#key];
  }

  set(of: Of, value: T): void {
    Object.defineProperty(of, this.#key, { value, writable: true });
  }
}
