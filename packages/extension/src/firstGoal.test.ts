import { expect, it, vi } from 'vitest';
import { firstGoal } from './firstGoal.ts';

vi.mock('vscode', () => ({
  SnippetString: class {
    readonly value: string;
    constructor(value: string) {
      this.value = value;
    }
  },
}));

/** As it stands when nothing is typed over. */
function written(known: readonly string[] = []): string {
  return firstGoal(new Date('2026-08-15'), known)
    .value.replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace('$0', '');
}

it('is a whole file of its own', () => {
  expect(written()).toMatch(
    /^company acme "Our company"\nperson maya .*\n\nokrs for acme in 2026-Q3 \{\n {4}objective loyalty "/,
  );
});

it('a second one declares nothing again', () => {
  const second = written([written().replaceAll('acme', 'clinic').replaceAll('maya', 'jo')]);
  expect(second).toMatch(/^okrs for clinic in 2026-Q3 \{\n {4}objective "[^"]+" \{\n {8}owner jo\n/);
});
