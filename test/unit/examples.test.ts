/** The examples report exactly what their comments announce: `// fault RULE: …` above the line that shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseIsoDay, positionAt } from '@okr-language/core';
import { formatText, OkrWorkspace } from '@okr-language/language';
import { describe, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

function filesOf(folder: string): [string, string][] {
  return readdirSync(join(examples, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.okr') || name.endsWith('.json'))
    .sort()
    .map((name) => [`file:///${folder}/${name}`, readFileSync(join(examples, folder, name), 'utf8')]);
}

function announced(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const rule = /^\s*\/\/ fault ([a-z-]+):/.exec(line)?.[1];
    if (!rule) return [];
    let shown = at + 1;
    while (/^\s*\/\//.test(lines[shown] ?? '')) shown++;
    return [`${shown + 1} ${rule}`];
  });
}

describe.each(['startup', 'company', 'faults'])('the example %s', (folder) => {
  const files = filesOf(folder);
  const workspace = new OkrWorkspace({ today: parseIsoDay('2026-08-15') ?? 0, folders: [`file:///${folder}`] });
  for (const [uri, text] of files) workspace.set(uri, text);

  it.each(files)('%s shows what its comments announce', (uri, text) => {
    const found = workspace
      .findings(uri)
      .map((finding) => `${positionAt(workspace.lineStarts(uri), finding.span.start).line + 1} ${finding.rule}`);
    expect(found.sort()).toEqual(announced(text).sort());
  });

  it.each(files.filter(([uri]) => uri.endsWith('.okr')))('%s is laid out as the formatter lays out', (_uri, text) => {
    expect(formatText(text)).toBe(text);
  });
});

it('the company has some forty units, two quarters, and progress to show', () => {
  const workspace = new OkrWorkspace({ today: parseIsoDay('2026-08-15') ?? 0, folders: ['file:///company'] });
  for (const [uri, text] of filesOf('company')) workspace.set(uri, text);
  const cascade = workspace.projects()[0]?.cascade;
  expect(cascade?.units.size).toBeGreaterThanOrEqual(40);
  expect([...(cascade?.sets.values() ?? [])].some((set) => set.closing !== null)).toBe(true);
  const health = new Set(cascade?.keyResults.map((keyResult) => keyResult.health.state));
  expect([...health].sort()).toEqual(['atRisk', 'done', 'noNews', 'offTrack', 'onTrack']);
});
