import { pathToFileURL } from 'node:url';
import type { TextDocument, Uri } from 'vscode';

/** The address under which the server knows a file. The editor percent-encodes more than Node does, so the two differ. */
export function addressOf(uri: Uri): string {
  return uri.scheme === 'file' ? pathToFileURL(uri.fsPath).href : uri.toString();
}

export function isOkr(document: TextDocument): boolean {
  return document.languageId === 'okr';
}

/**
 * Whether an address lies in the folder of another one. What leads up again (`..`, also percent-encoded, also twice) lies nowhere, and
 * neither does what is no address.
 */
export function liesIn(address: string, folder: string): boolean {
  const inside = folder.endsWith('/') ? folder : `${folder}/`;
  if (!address.startsWith(inside)) return false;
  let path = address.slice(inside.length);
  try {
    for (let decoded = decodeURIComponent(path); decoded !== path; decoded = decodeURIComponent(path)) path = decoded;
  } catch {
    // A bare % is part of a name; what was decoded so far is what is looked at.
  }
  return !path.split(/[/\\]/).includes('..') && !path.includes('\0');
}
