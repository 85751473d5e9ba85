import { checkProject } from '@okr-language/core';
import { expect, test } from 'vitest';
import { acme, project } from '../testing/kit.ts';
import { hover } from './hover.ts';

const weak = `okrs for support in 2026-Q3 {
    objective tr<|>ust "Earn back [trust](command:evil) of callers" {
        kr "Be nicer"
        kr csat "Help desk rating" to 4.4 of 5
    }
}`;

function shown(marked: string, withFindings = true): { text: string; asked: number } {
  const files = project({ 'a.okr': acme, 'b.okr': marked });
  let asked = 0;
  const findings = () => {
    asked++;
    return checkProject(files.cascade);
  };
  const result = hover(withFindings ? { ...files, findings } : files, files.position);
  const contents = result?.contents;
  return { text: contents && typeof contents === 'object' && 'value' in contents ? contents.value : '', asked };
}

test('an objective tells its strength, the weakest dimension and every line', () => {
  const { text, asked } = shown(weak);
  expect(asked).toBe(1);
  expect(text).toMatch(/Strength\\: \d+\\, needs work in [a-z ,\\]+\. Weakest\\: \w+ \d+ \\\(“/);
  for (const name of ['Focus', 'Clarity', 'Measurability', 'Ambition', 'Ownership', 'Alignment', 'Cadence']) {
    expect(text).toContain(`- ${name} **`);
  }
  expect(text).toContain('−30 “Be nicer”: This key result has no number\\.');
  expect(text).toContain('(`kr-no-number`)');
  expect(text).toContain('−10 “Help desk rating”: This key result has no starting value\\.');
  expect(text).not.toContain('](command');
});

test('its title, and a path that leads to it, tell the same', () => {
  const { text } = shown(weak);
  expect(shown(weak.replace('<|>', '').replace('Earn', 'Ea<|>rn')).text).toBe(text);
  expect(shown(weak.replace('<|>', '').replace('kr csat', 'supports acme.loyal<|>ty kr csat')).text).toContain(
    'Strength',
  );
});

test('without findings nothing is said of strength, and other things do not ask for them', () => {
  expect(shown(weak, false).text).not.toContain('Strength');
  const { text, asked } = shown(weak.replace('<|>', '').replace('kr csat', 'kr cs<|>at'));
  expect(text).toContain('Help desk rating');
  expect([text.includes('Strength'), asked]).toEqual([false, 0]);
});
