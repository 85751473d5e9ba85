/** The server half of the embedded VS Code: started on a free port, stopped with everything that it started. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHost } from './install.ts';

export interface ServerOptions {
  /** A folder of its own: settings, state, logs and temporary files go there. */
  readonly dataFolder: string;
  readonly extensionsFolder?: string;
  /** 0 (as when not given) takes a free one. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** For suites: a page's address may name extensions under development and tests, and VS Code shows no messages and asks nothing. */
  readonly automated?: boolean;
}

export interface RunningServer {
  readonly port: number;
  /** Everything that the server said. */
  readonly logFile: string;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Quiet and the same every time: nothing is fetched, offered or asked. Each value in the form that this VS Code writes itself: an older form
 * (`false` for `"off"`) it rewrites some seconds after its start, which wakes its JSON and TypeScript extensions; and whenever an
 * extension registers something, the editor lets go of the fixes, lenses and menus that it was just about to show.
 */
export const calmSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
};

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { serverMain } = ensureHost();
  const { dataFolder } = options;
  const userFolder = join(dataFolder, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...calmSettings, ...options.settings }, null, 2));
  const logFile = join(dataFolder, 'server.log');
  const log = createWriteStream(logFile);
  const args = [serverMain, '--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust');
  args.push('--server-data-dir', dataFolder);
  if (options.extensionsFolder) args.push('--extensions-dir', options.extensionsFolder);
  if (options.automated) args.push('--enable-smoke-test-driver');
  const child = spawn(process.execPath, args, {
    env: hostEnvironment(dataFolder, options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that `stop` reaches the extension host and the language server too.
    detached: true,
  });
  running.add(child);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child);
      log.end();
      resolve(code);
    });
  });
  const port = await portOf(child, (text) => log.write(text), ended);
  return {
    port,
    logFile,
    ended,
    stop: async () => {
      signal(child, 'SIGTERM');
      const impatient = setTimeout(() => signal(child, 'SIGKILL'), 3000);
      await ended;
      clearTimeout(impatient);
      signal(child, 'SIGKILL');
    },
  };
}

/** Installs a packaged extension where a server with the same `extensionsFolder` finds it. */
export function installExtension(vsix: string, dataFolder: string, extensionsFolder: string): void {
  const { serverMain } = ensureHost();
  const args = [
    serverMain,
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    '--server-data-dir',
    dataFolder,
  ];
  args.push('--extensions-dir', extensionsFolder, '--install-extension', vsix);
  const run = spawnSync(process.execPath, args, { env: hostEnvironment(dataFolder), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${vsix} could not be installed.\n${run.stdout}\n${run.stderr}`);
}

function hostEnvironment(dataFolder: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  // Sockets and temporary files stay in the folder that is thrown away; the gallery of extensions is unknown to it.
  return {
    ...process.env,
    TMPDIR: dataFolder,
    XDG_RUNTIME_DIR: dataFolder,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...more,
  };
}

function portOf(child: ChildProcess, keep: (text: string) => void, ended: Promise<number | null>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (data: Buffer) => {
      const text = data.toString();
      keep(text);
      said += text;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
      if (said.length > 100_000) said = said.slice(-1000);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((code) => reject(new Error(`The embedded VS Code ended at once (${code}).\n${said}`)));
    setTimeout(() => reject(new Error(`The embedded VS Code did not start within a minute.\n${said}`)), 60_000).unref();
  });
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}
