/** The server on a machine with Node: over standard input and output, or over the channel that an editor opened to it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { asStarted, giveBack, growSlowly, watchGrowth } from './memory.ts';
import { nodeDisk } from './nodeDisk.ts';
import { startServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all);

// A defect in a callback must not take the server away from all the files that it serves.
process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${error.stack ?? error.message}`));
process.on('unhandledRejection', (reason) => connection.console.error(`unhandled: ${String(reason)}`));

let started = () => {};

/** Has something done once, soon after the start, when nobody types. */
export function whenStarted(act: () => void): void {
  started = act;
}

/** The first answers come before. */
const growsFromMs = 300;
growSlowly();
setTimeout(watchGrowth, growsFromMs).unref();

const argument = process.argv.indexOf('--today');
startServer(
  connection,
  nodeDisk((message) => connection.console.error(message)),
  (argument >= 0 ? process.argv[argument + 1] : undefined) ?? process.env['OKR_TODAY'] ?? null,
  { started: () => asStarted(started), giveBack },
);
