/** What people are shown, in one form: of a server, and of `okr check`. */
import { pathOf } from '@okr-language/files';
import type { Diagnostic } from 'vscode-languageserver';
import type { JsonPlace, JsonReport } from '../../../packages/cli/src/report/json.ts';
import type { Told } from './serving.ts';

const severities = ['error', 'warning', 'information', 'hint'];

/** What a server shows, as `okr check` writes it. */
export function shown(told: Told, root: string): readonly string[] {
  const place = (uri: string, { start, end }: Diagnostic['range']): JsonPlace => ({
    file: (pathOf(uri) ?? uri).slice(root.length + 1),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  return [...told]
    .flatMap(([uri, all]) =>
      all.map(({ code, severity, range, message, relatedInformation }) =>
        JSON.stringify([
          place(uri, range),
          code,
          severities[(severity ?? 1) - 1],
          message,
          (relatedInformation ?? []).map(({ location, message: label }) => [
            place(location.uri, location.range),
            label,
          ]),
        ]),
      ),
    )
    .sort();
}

export function reported({ findings }: JsonReport): readonly string[] {
  const place = ({ file: path, line, column, endLine, endColumn }: JsonPlace) => ({
    file: path,
    line,
    column,
    endLine,
    endColumn,
  });
  return findings
    .map((finding) =>
      JSON.stringify([
        place(finding),
        finding.rule,
        finding.severity,
        finding.message,
        finding.related.map((one) => [place(one), one.label]),
      ]),
    )
    .sort();
}
