/** One item in the status bar: how the goals stand, and whether they are being checked at all. */
import type { ServerStatus } from '@okr-language/server/protocol';
import { Disposable, StatusBarAlignment, type StatusBarItem, ThemeColor, window } from 'vscode';
import { isOkr } from './address.ts';
import type { Client } from './client.ts';

export function showStatus(client: Client): Disposable {
  const item = window.createStatusBarItem('okr.status', StatusBarAlignment.Left);
  item.name = 'OKR Language';
  const showWhereItBelongs = () => {
    const editor = window.activeTextEditor ?? window.visibleTextEditors[0];
    if (editor && isOkr(editor.document)) item.show();
    // A view has the keyboard: what was shown stays.
    else if (editor) item.hide();
  };
  write(item, null, client.starting);
  showWhereItBelongs();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(showWhereItBelongs),
    client.onStatus((status) => write(item, status, client.starting)),
  );
}

function write(item: StatusBarItem, status: ServerStatus | null, starting: boolean): void {
  const stopped = status === null && !starting;
  item.backgroundColor = stopped ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.command = stopped ? 'okr.restartServer' : 'okr.showCascade';
  if (stopped) {
    item.text = '$(warning) OKRs: not checked';
    item.tooltip = 'Your OKR files are not being checked. Click to start the checker again.';
  } else if (status === null || status.reading) {
    item.text = '$(sync~spin) OKRs: reading';
    item.tooltip = 'Your OKR files are being read.';
  } else {
    const { files } = status;
    item.text = `$(type-hierarchy-sub) OKRs: ${findingsIn(status)}`;
    item.tooltip = `${count(files, 'OKR file')} checked. Click to show the cascade.`;
  }
}

/** Hints only where there is nothing worse: a place of a few words counts what matters most. */
export function findingsIn({ errors, warnings, hints }: Pick<ServerStatus, 'errors' | 'warnings' | 'hints'>): string {
  const worse = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  return worse.filter(Boolean).join(', ') || (hints > 0 ? count(hints, 'hint') : 'all clear');
}

/** `1 error`, `10,000 OKR files`: as core counts, of which the extension imports nothing. */
function count(number: number, word: string): string {
  return `${number.toLocaleString('en-US')} ${word}${number === 1 ? '' : 's'}`;
}
