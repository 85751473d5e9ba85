import { notices, rules } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../arguments.ts';
import { widthOf } from '../terminal/width.ts';
import { showRules } from './command.ts';

async function run(line: string, columns: number | null = null) {
  const invocation = readArguments(line.split(' '), {});
  if (invocation.command !== 'rules') throw new Error(`not okr rules: ${line}`);
  let out = '';
  const said: string[] = [];
  const code = await showRules(invocation, {
    cwd: '/',
    environment: {},
    columns,
    date: '2026-08-15',
    out: (text) => {
      out += text;
    },
    say: (text) => said.push(text),
    status: null,
    taken: () => Promise.resolve(),
    interrupted: () => Promise.resolve(),
  });
  return { code, out, said };
}

describe('okr rules', () => {
  it('lists every rule and notice with level and summary, one a line for a pipe', async () => {
    const { code, out } = await run('rules');
    expect(code).toBe(0);
    for (const { meta } of rules) {
      const line = out.split('\n').find((one) => one.trim().startsWith(`${meta.name} `));
      expect(line).toContain(meta.summary);
      expect(line).toContain(` ${meta.level} `);
    }
    for (const { code: name } of notices) expect(out).toContain(`  ${name} `);
  });

  it('fits the terminal', async () => {
    const { out } = await run('rules --no-color', 90);
    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(90);
  });

  it('shows the levels of a profile', async () => {
    expect((await run('rules')).out).toMatch(/ missing-owner +warning /);
    expect((await run('rules --profile strict')).out).toMatch(/ missing-owner +error /);
    expect((await run('rules kr-no-number --profile structure-only')).out).toContain('off unless you turn it on');
  });

  it.each(rules.map(({ meta }) => meta))('says what the page of $name says', async (meta) => {
    const { code, out } = await run(`rules ${meta.name}`);
    expect(code).toBe(0);
    const flat = (text: string) => text.replace(/\s+/g, ' ');
    for (const text of [meta.title, meta.summary, meta.why, meta.advice, meta.limits, ...meta.sources]) {
      expect(flat(out)).toContain(flat(text));
    }
    for (const { title } of [...meta.examples.invalid, ...meta.examples.valid])
      expect(flat(out)).toContain(flat(title));
    for (const { name } of meta.options) expect(out).toContain(`  \`${name}\` (usually`);
  });

  it('explains what is reported without a rule', async () => {
    expect((await run('rules syntax-error')).out).toContain('This can be read');
  });

  it('says what an unknown name may have meant, and ends with 2', async () => {
    const near = await run('rules kr-no-numbr');
    expect(near).toEqual({
      code: 2,
      out: '',
      said: ['There is no rule "kr-no-numbr": did you mean kr-no-number?'],
    });
    const far = await run('rules zzzzzzzzz --format json');
    expect(far).toEqual({ code: 2, out: '', said: ['There is no rule "zzzzzzzzz": okr rules lists all of them.'] });
  });

  it('gives the same as JSON', async () => {
    const all = JSON.parse((await run('rules --format json')).out);
    expect(all.version).toBe(1);
    expect(all.rules).toHaveLength(rules.length + notices.length);
    const one = JSON.parse((await run('rules kr-no-number --format json --profile structure-only')).out);
    expect(one.rules).toEqual([
      expect.objectContaining({
        name: 'kr-no-number',
        kind: 'rule',
        level: 'off',
        english: true,
        category: 'key-result',
      }),
    ]);
    expect(one.rules[0].examples.invalid.length).toBeGreaterThan(0);
  });
});
