import { pathToFileURL } from 'node:url';
import type { TextDocument, Uri } from 'vscode';

/** The address under which the server knows a file. The editor percent-encodes more than Node does, so the two differ. */
export function addressOf(uri: Uri): string {
  return uri.scheme === 'file' ? pathToFileURL(uri.fsPath).href : uri.toString();
}

export function isOkr(document: TextDocument): boolean {
  return document.languageId === 'okr';
}
