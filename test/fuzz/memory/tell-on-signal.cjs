/**
 * Loaded into a server: each SIGUSR2 collects what is no longer used and writes what is left to the file that MEMORY_TO names, one line of JSON
 * a signal. KEEP_OF_EACH_EDIT plants a leak of so many bytes an edit, so that it can be tried whether one is found.
 */
const { appendFileSync } = require('node:fs');

process.on('SIGUSR2', async () => {
  // What is let go by one collection may let others go.
  for (let i = 0; i < 4; i++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, heapTotal, external, rss } = process.memoryUsage();
  appendFileSync(
    process.env.MEMORY_TO,
    `${JSON.stringify({ used: heapUsed + external, reserved: heapTotal + external, rss })}\n`,
  );
});

const leak = Number(process.env.KEEP_OF_EACH_EDIT ?? 0);
if (leak > 0) {
  const kept = [];
  const parse = JSON.parse;
  JSON.parse = (text, ...more) => {
    if (text.includes('"textDocument/didChange"')) kept.push(new Array(leak / 8).fill(kept.length + 0.5));
    return parse(text, ...more);
  };
}
