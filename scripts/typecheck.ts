/** Checks the types of every package and of the tests, two at a time. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

const atATime = 2;

const projects = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'test', 'bench'];

function check(project: string): Promise<boolean> {
  return new Promise((resolve) => {
    const tsc = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', project], {
      cwd: root,
    });
    let said = '';
    for (const stream of [tsc.stdout, tsc.stderr]) stream.on('data', (data) => (said += data));
    tsc.on('close', (code) => {
      console.log(code === 0 ? `${project}: fine` : `${project}:\n${said}`);
      resolve(code === 0);
    });
  });
}

async function work(): Promise<boolean> {
  let fine = true;
  for (let project = projects.shift(); project !== undefined; project = projects.shift()) {
    fine = (await check(project)) && fine;
  }
  return fine;
}

const results = await Promise.all(Array.from({ length: atATime }, work));
process.exitCode = results.every(Boolean) ? 0 : 1;
