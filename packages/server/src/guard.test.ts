import { expect, it } from 'vitest';
import { contain } from './guard.ts';

it('answers with the fallback, logs what happened and serves the next request', async () => {
  const log: string[] = [];
  let calls = 0;
  const handler = contain(
    'hover',
    (line) => log.push(line),
    null,
    (text: string) => {
      if (++calls === 1) throw new Error('broken');
      return text;
    },
  );
  expect(await handler('one')).toBeNull();
  expect(log[0]).toMatch(/^hover: Error: broken/);
  expect(await handler('two')).toBe('two');
});
