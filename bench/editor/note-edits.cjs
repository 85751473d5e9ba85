/**
 * Loaded into the language server: it notes when an edit of a file comes and when findings of it go, in milliseconds of the clock that the page has
 * too.
 */
const { appendFileSync } = require('node:fs');

const file = process.env.OKR_EDITS_TO;
if (file && process.send) {
  let lines = '';
  const note = (what, uri) => {
    lines += `${JSON.stringify({ what, uri, at: performance.timeOrigin + performance.now() })}\n`;
  };
  process.on('message', ({ method, params }) => {
    if (method === 'textDocument/didChange') note('came', params.textDocument.uri);
  });
  const send = process.send;
  process.send = function sendAndNote(message, ...more) {
    if (message.method === 'textDocument/publishDiagnostics') note('went', message.params.uri);
    return send.call(this, message, ...more);
  };
  setInterval(() => {
    if (lines !== '') appendFileSync(file, lines);
    lines = '';
  }, 500).unref();
}
