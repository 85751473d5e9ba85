import { type Severity, textOf } from '@okr-language/core';
import { safeLine } from '../terminal/safe.ts';
import type { Report } from './report.ts';

/**
 * A line a finding, `file:line:column: level: message [rule]`, as compilers write it: for `grep`, and for the problem matcher
 * `$okr` of the VS Code extension, which knows no other levels than these three.
 */
export function* compactPieces({ findings }: Report): Generator<string> {
  for (const { finding, file, start } of findings) {
    const place = `${safeLine(file)}:${start.line + 1}:${start.character + 1}`;
    yield `${place}: ${levelFor[finding.severity]}: ${safeLine(textOf(finding.message))} [${finding.rule}]\n`;
  }
}

const levelFor: Readonly<Record<Severity, 'error' | 'warning' | 'info'>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};
