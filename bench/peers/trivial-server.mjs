/** The least that a server built on vscode-languageserver can do: one diagnostic for each text it is given. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document: { uri, version, lineCount } }) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  connection.sendDiagnostics({ uri, version, diagnostics: [{ range, message: `${lineCount} lines` }] });
});
documents.listen(connection);
connection.listen();
