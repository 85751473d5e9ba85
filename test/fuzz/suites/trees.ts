/** `okr tree` and `okr strength` for projects in which anything may stand between quotation marks. */
import {
  buildCascade,
  checkProject,
  defaultConfig,
  lineStartsOf,
  parseIsoDay,
  strengthOf,
  treeOf,
} from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { strengthJsonPieces } from '../../../packages/cli/src/strength/json.ts';
import { rowsOf } from '../../../packages/cli/src/strength/rows.ts';
import { strengthTextPieces } from '../../../packages/cli/src/strength/text.ts';
import { plain } from '../../../packages/cli/src/terminal/paint.ts';
import { oneText } from '../../../packages/cli/src/testing.ts';
import { treeJsonPieces } from '../../../packages/cli/src/tree/json.ts';
import { treeTextPieces } from '../../../packages/cli/src/tree/text.ts';
import { expectCalm, orders } from '../calm.ts';
import { projectTexts, type Texts } from '../generate/project.ts';
import type { Suite } from '../suite.ts';

const today = '2026-08-15';
const cwd = '/plans';

/** Some of the titles give orders instead. */
const withOrders = fc
  .tuple(projectTexts, fc.array(orders, { minLength: 1, maxLength: 4 }))
  .map(([texts, titles]): Texts => {
    let count = 0;
    const entries = Object.entries(texts).map(([path, text]) => [
      path,
      text.replace(/"[^"\n]*"/g, (title) =>
        count++ % 3 === 0 ? `"${(titles[count % titles.length] ?? '').replace(/["\\\r\n]/g, '')}"` : title,
      ),
    ]);
    return Object.fromEntries(entries);
  });

export const trees: Suite = {
  name: 'trees',
  holds: 'no title steers a terminal from the tree or the strength of a project, and both are whole as data',
  shortRuns: 60,
  property: () =>
    fc.property(withOrders, fc.constantFrom(20, 80, 200), (texts, columns) => {
      const uriOf = (path: string) => `file:///plans/${path}`;
      const files = new Map(Object.entries(texts).map(([path, text]) => [uriOf(path), parseOkr(uriOf(path), text)]));
      const cascade = buildCascade(files, defaultConfig, parseIsoDay(today) as number);
      const projects = [{ root: cwd, tree: treeOf(cascade) }];
      expectCalm('tree', oneText(treeTextPieces(projects, { cwd, paint: plain, columns })));
      const treeData = oneText(treeJsonPieces(projects, today, cwd));
      expectCalm('tree as JSON', treeData);
      JSON.parse(treeData);
      const rows = [{ root: cwd, sets: rowsOf(cascade, strengthOf(cascade, checkProject(cascade)), () => true) }];
      expectCalm('strength', oneText(strengthTextPieces(rows, { cwd, paint: plain, columns })));
      const strengthData = oneText(
        strengthJsonPieces(rows, {
          today,
          cwd,
          lineStartsOf: (uri) => lineStartsOf(texts[uri.slice('file:///plans/'.length)] ?? ''),
        }),
      );
      expectCalm('strength as JSON', strengthData);
      JSON.parse(strengthData);
    }),
};
