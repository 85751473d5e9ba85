/** What was measured, by key (`check/1000/cpu`), one figure a round. A subject that failed leaves a remark instead. */
export class Notebook {
  readonly figures = new Map<string, number[]>();
  readonly remarks = new Map<string, string>();

  note(key: string, value: number | null): void {
    if (value === null) return;
    const known = this.figures.get(key);
    if (known) known.push(value);
    else this.figures.set(key, [value]);
  }

  /** Why there is no figure under keys that begin so. */
  remark(prefix: string, text: string): void {
    this.remarks.set(prefix, text);
  }
}
