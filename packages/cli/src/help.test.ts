import { describe, expect, it } from 'vitest';
import { helpText } from './help.ts';
import { commands, specs } from './options.ts';

describe('the help', () => {
  it('names every command', () => {
    const text = helpText(null);
    for (const name of commands) expect(text).toContain(`  ${name}`);
  });

  it('names every option of a command and its exit codes', () => {
    for (const name of commands) {
      const text = helpText(name);
      for (const option of specs[name].options) expect(text).toContain(`--${option.name}`);
      expect(text).toContain('Exit codes');
    }
  });

  it('fits a terminal of 80 columns', () => {
    for (const about of [null, ...commands]) {
      for (const line of helpText(about).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});
