import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';

export const featureCapabilities: ServerCapabilities = {};

export function serveFeatures(_connection: Connection, _session: Session, _log: Log): void {}
