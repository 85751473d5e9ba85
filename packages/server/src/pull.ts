/** Diagnostics for a client that asks for them, of one document and of the whole workspace. */
import type {
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { contain, type Log } from './guard.ts';
import { DocumentDiagnosticReportKind } from './lsp.ts';
import type { Session } from './session.ts';

export function servePull(connection: Connection, session: Session, log: Log): void {
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    contain<[DocumentDiagnosticParams], DocumentDiagnosticReport>('diagnostics', log, nothing, (params) => {
      const { textDocument, previousResultId } = params;
      const { diagnostics, resultId } = session.diagnosticsNow(session.known(textDocument.uri));
      return previousResultId === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
    }),
  );

  connection.languages.diagnostics.onWorkspace(
    contain<[{ previousResultIds: { uri: string; value: string }[] }], WorkspaceDiagnosticReport>(
      'workspace diagnostics',
      log,
      { items: [] },
      ({ previousResultIds }) => {
        session.settle();
        const before = new Map(previousResultIds.map(({ uri, value }) => [session.known(uri), value]));
        const uris = new Set([...session.published, ...before.keys()]);
        return {
          items: [...uris].map((uri) => {
            const resultId = session.resultId(uri);
            const at = { uri: session.spelled(uri), version: null, resultId };
            return before.get(uri) === resultId
              ? { ...at, kind: DocumentDiagnosticReportKind.Unchanged }
              : { ...at, kind: DocumentDiagnosticReportKind.Full, items: [...session.diagnosticsNow(uri).diagnostics] };
          }),
        };
      },
    ),
  );
}
