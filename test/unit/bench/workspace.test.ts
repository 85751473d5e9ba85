/** The made-up company must be what the benchmarks say it is, or their figures tell nothing. */
import { buildCascade, checkProject, type OkrFile, parseConfig, parseIsoDay } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import { describe, expect, it } from 'vitest';
import { invent, today } from '../../../bench/workspace/invent.ts';
import { configuration, okrText, organisation, unitLine } from '../../../bench/workspace/okr.ts';

const size = 300;
const company = invent(size);
const goals = company.paths.map((_, index) => company.goals(index));
const files = new Map<string, OkrFile>();
for (const [path, text] of Object.entries(organisation(company.units))) files.set(path, parseOkr(path, text));
company.paths.forEach((path, index) => {
  files.set(path, parseOkr(path, okrText(goals[index] as (typeof goals)[number])));
});
const findings = [
  ...checkProject(buildCascade(files, parseConfig(configuration).config, parseIsoDay(today) ?? 0)).values(),
].flat();

describe('the made-up company', () => {
  it('is the same each time, and another one for another seed', () => {
    const texts = (seed: number) => {
      const again = invent(20, seed);
      return again.paths.map((_, index) => okrText(again.goals(index)));
    };
    expect(texts(1)).toEqual(texts(1));
    expect(texts(1)).not.toEqual(texts(2));
  });

  it('declares every unit once, from some size on in a file for each department, which none of them makes too large', () => {
    const { units } = invent(15_000);
    const organised = organisation(units);
    const departments = units.filter(({ level }) => level === 'department');
    expect(Object.keys(organised)).toEqual(['org.okr', ...departments.map(({ id }) => `org/${id}.okr`)]);
    const lines = Object.values(organised).flatMap((text) => text.split('\n').filter(Boolean));
    const [cycle, ...declared] = lines;
    expect(cycle).toMatch(/^cycle /);
    expect(declared.sort()).toEqual(units.map(unitLine).sort());
  });

  it('has the files asked for, each under a path of its own', () => {
    for (const count of [1, 2, 10, size]) {
      const { paths } = invent(count);
      expect(new Set(paths).size).toBe(count);
    }
  });

  it('holds about 5 objectives, 20 key results, 20 readings and 5 to 6 links a file', () => {
    const objectives = goals.flatMap((set) => set.objectives);
    const aFile = (count: number) => count / size;
    expect(aFile(objectives.length)).toBeCloseTo(5, 0);
    expect(Math.abs(aFile(objectives.flatMap((objective) => objective.keyResults).length) - 20)).toBeLessThan(1);
    const readings = goals.flatMap((set) => set.checkins).flatMap((checkin) => checkin.readings);
    expect(Math.abs(aFile(readings.length) - 20)).toBeLessThan(1);
    const links = aFile(objectives.flatMap((objective) => [...objective.supports, ...objective.dependsOn]).length);
    expect(links).toBeGreaterThan(5);
    expect(links).toBeLessThan(6);
  });

  it('has one file that many link to, and one that nobody does', () => {
    const linked = goals.map((set) =>
      set.objectives
        .flatMap(({ supports, dependsOn }) => [...supports, ...dependsOn])
        .map((link) => `${link.unit} ${link.cycle}`),
    );
    const linksTo = (index: number) => {
      const { unit, cycle } = goals[index] as (typeof goals)[number];
      return linked.filter((links) => links.includes(`${unit} ${cycle}`)).length;
    };
    expect(linksTo(0) / size).toBeGreaterThan(0.07);
    expect(linksTo(0) / size).toBeLessThan(0.2);
    expect(linksTo(size - 1)).toBe(0);
  });

  it('reads to the end, but for the statements that are half typed on purpose', () => {
    const torn = new Set(company.paths.filter((_, index) => goals[index]?.halfTyped));
    expect(torn.size).toBeGreaterThan(0);
    for (const [path, file] of files) {
      if (torn.has(path)) expect(file.problems.length, path).toBeGreaterThan(0);
      else expect(file.problems, path).toEqual([]);
    }
  });

  it('has some findings a file, of many kinds', () => {
    expect(findings.length / size).toBeGreaterThan(1);
    expect(findings.length / size).toBeLessThan(6);
    const kinds = new Set(findings.map((finding) => finding.rule));
    for (const kind of [
      'date-outside-cycle',
      'duplicate-reading',
      'kr-activity',
      'kr-baseline-equals-target',
      'kr-no-number',
      'kr-unit-mismatch',
      'missing-owner',
      'objective-has-metric',
      'orphan-objective',
      'parent-unresolved',
      'syntax-error',
      'too-few-krs',
      'too-many-krs',
      'too-many-objectives',
      'unknown-name',
      'unknown-owner',
    ]) {
      expect(kinds, kind).toContain(kind);
    }
  });
});
