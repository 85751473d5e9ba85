/** The engine's findings, file by file and kept up to date, against those of the whole project worked out at once. */
import { deepStrictEqual } from 'node:assert/strict';
import { buildCascade, checkProject, type Finding, type OkrFile } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { SlicedProject } from '../../../packages/language/src/slices/project.ts';
import { cases } from '../../../packages/language/src/slices/testing/cases.ts';
import { edited, edits } from '../../../packages/language/src/slices/testing/projects.ts';
import type { Suite } from '../suite.ts';

const uriOf = (file: number) => `file:///w/${file}.okr`;

let steps = 0;

export const slices: Suite = {
  name: 'slices',
  holds: 'after each edit, checking only the files that wait finds what checking the whole project finds',
  shortRuns: 300,
  property: () =>
    fc.property(cases, edits, ({ texts, config, today }, changes) => {
      const parsed = new Map<string, OkrFile>();
      const counts = { slices: 0, checked: 0, whole: 0 };
      const project = new SlicedProject({
        fileOf: (uri) => parsed.get(uri) ?? null,
        // These files declare fewer units than are usually kept apart, and hold fewer cycles and closings than are usually put in order.
        ...(texts.length % 2 === 0 ? { unitFiles: { fewest: 1, most: 3 }, few: texts.length % 4 } : {}),
        config,
        today,
        counts,
      });
      const kept = new Map<string, readonly Finding[]>();
      const now = [...texts];
      const put = (file: number, text: string | null) => {
        const uri = uriOf(file);
        const before = parsed.get(uri) ?? null;
        now[file] = text ?? '';
        if (text !== null) {
          const after = parseOkr(uri, text);
          parsed.set(uri, after);
          project.put(uri, before, after);
        } else if (before) {
          parsed.delete(uri);
          kept.delete(uri);
          project.remove(uri, before);
        }
      };
      const settle = () => {
        steps++;
        for (const uri of [...project.waiting]) kept.set(uri, project.check([uri]).get(uri) ?? []);
        const whole = checkProject(buildCascade(parsed, config, today));
        for (const uri of parsed.keys()) deepStrictEqual([uri, kept.get(uri)], [uri, whole.get(uri)]);
      };
      for (const [file, text] of texts.entries()) put(file, text);
      settle();
      for (const edit of changes) {
        put(edit.file, edited(now[edit.file] ?? '', edit, now));
        settle();
      }
    }),
  steps: () => steps,
};
