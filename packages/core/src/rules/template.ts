import type { Fix, TextEdit } from '../findings/finding.ts';

/** A fix that writes a frame; the pieces of its text that `fill` names, in their order, are for the author to replace. */
export function template(title: string, edit: TextEdit, ...fill: readonly string[]): Fix {
  return { title, kind: 'unsafe', preferred: false, edits: [{ ...edit, fill }] };
}
