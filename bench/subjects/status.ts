/** What our server says of itself. */
import { type ServerStatus, statusNotification } from '../../packages/server/src/protocol.ts';
import type { LspServer } from '../measure/lsp.ts';

/** The next time that it says that it reads no more, and knows so many files at least. Ask before what causes it is sent. */
export function hasRead(server: LspServer, atLeast: number): Promise<true> {
  return server.heard(({ method, params }) => {
    if (method !== statusNotification) return null;
    const { reading, files } = params as ServerStatus;
    return !reading && files >= atLeast ? true : null;
  });
}
