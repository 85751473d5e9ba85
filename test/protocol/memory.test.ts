/** Memory of the built server over some hundred edits; a soak of fifteen minutes is `npm run soak -- --suite memory`. */
import { describe, expect, it } from 'vitest';
import { keptFlags } from '../../bench/kept.ts';
import { describePoint, describeVerdict, soakMemory } from '../fuzz/memory/soak.ts';

/** Half of what must be found. The figures lie some 30 kB around the line, which is 300 bytes for each of these edits. */
const most = 1_000;

/** Code that is compiled meanwhile would be more than what is looked for. */
const days = (leak: number) => soakMemory({ files: 12, leak, measurements: 10, each: { steps: 50 }, node: keptFlags });

describe('the memory of the server', () => {
  it('does not grow by what is typed, asked, saved, closed, renamed and brought back, and would be seen to grow by 2 kB an edit', {
    timeout: 240_000,
  }, async () => {
    const [sound, leaking] = await Promise.all([days(0), days(2_048)]);
    const told = [...sound.points.map(describePoint), describeVerdict(sound)].join('\n');
    expect(sound.slope, told).toBeLessThan(most);
    expect(leaking.slope, describeVerdict(leaking)).toBeGreaterThan(most);
  });
});
