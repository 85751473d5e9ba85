import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bin, okr, root } from './okr.ts';

const message = (content: object) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

describe('okr lsp --stdio', () => {
  it('answers an editor and ends with 0 when told to', async () => {
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.write(
      message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    let out = '';
    let answered = 0;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (answered === 0 && out.includes('"id":1')) {
        answered = 1;
        child.stdin.write(message({ method: 'initialized', params: {} }));
        child.stdin.write(message({ id: 2, method: 'shutdown' }));
      } else if (answered === 1 && out.includes('"id":2')) {
        answered = 2;
        child.stdin.write(message({ method: 'exit' }));
      }
    });
    expect(await ended).toBe(0);
    expect(out).toContain('"capabilities"');
  });

  it('refuses a day that is none, as the other commands do', async () => {
    const { code, out, err } = await okr(['lsp', '--stdio', '--today', '2026-13-01']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('write a day of the calendar');
  });
});
