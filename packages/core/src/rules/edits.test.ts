import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../findings/finding.ts';
import { addToBlock, blockOf, remove, withDocs } from './edits.ts';

function apply(text: string, edit: TextEdit): string {
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

/** Adds lines to the statement that the whole text is; the title is its first text in quotes. */
function added(text: string, lines: readonly string[], where: 'first' | 'last'): string {
  const from = text.indexOf('"', text.indexOf('"') + 1) + 1;
  const span = { start: text.search(/\S/), end: text.trimEnd().length };
  return apply(text, addToBlock('a.okr', text, { span, from }, lines, where));
}

describe('adding to a block', () => {
  it('makes one where there is none', () => {
    expect(added('  kr "A"', ['owner maya'], 'first')).toBe('  kr "A" { owner maya }');
    expect(added('  objective "A"', ['kr "B"', 'kr "C"'], 'last')).toBe(
      '  objective "A" {\n      kr "B"\n      kr "C"\n  }',
    );
  });

  it('stays on the line of a block on one line', () => {
    expect(added('kr "A" { weight 2 }', ['owner maya'], 'first')).toBe('kr "A" { owner maya weight 2 }');
    expect(added('kr "A" { weight 2 }', ['owner maya'], 'last')).toBe('kr "A" { weight 2  owner maya }');
    expect(added('kr "A" {}', ['owner maya'], 'last')).toBe('kr "A" { owner maya }');
  });

  it('takes over the indentation of the block', () => {
    const text = 'objective "A" {\n\tweight 2\n}';
    expect(added(text, ['owner maya'], 'first')).toBe('objective "A" {\n\towner maya\n\tweight 2\n}');
    expect(added(text, ['owner maya'], 'last')).toBe('objective "A" {\n\tweight 2\n\towner maya\n}');
  });

  it('leaves a comment at the end of the last line to its line', () => {
    expect(added('kr "A" {\n  weight 2 // twice\n}', ['owner maya'], 'last')).toBe(
      'kr "A" {\n  weight 2 // twice\n  owner maya\n}',
    );
  });

  it('keeps the line endings of Windows', () => {
    expect(added('kr "A" {\r\n  weight 2\r\n}', ['owner maya'], 'last')).toBe(
      'kr "A" {\r\n  weight 2\r\n  owner maya\r\n}',
    );
  });
});

describe('the block of a statement', () => {
  it('is not opened by a brace in quotes or in a comment', () => {
    const text = 'kr "A" from 1 "{" /* { */ to 2 "{" { owner maya }';
    expect(blockOf(text, 6, text.length)).toEqual({ open: text.lastIndexOf('{'), close: text.length - 1 });
  });

  it('may not be there', () => {
    expect(blockOf('kr "A {x}"', 10, 10)).toBeNull();
  });
});

describe('taking away', () => {
  const taken = (text: string, what: string) => {
    const start = text.indexOf(what);
    return apply(text, remove('a.okr', text, { start, end: start + what.length }));
  };

  it('takes the line along where nothing else stands on it', () => {
    expect(taken('a\n  b\nc', 'b')).toBe('a\nc');
    expect(taken('a\r\n  b  \r\nc', 'b')).toBe('a\r\nc');
    expect(taken('a\nb', 'b')).toBe('a\n');
  });

  it('leaves no double blank', () => {
    expect(taken('a  b c', 'b')).toBe('a c');
    expect(taken('  b c', 'b')).toBe('   c');
  });
});

it('what documents a statement belongs to it, other comments do not', () => {
  const text = '// a remark\n/// What it is.\n  /// And more.\n\nowner maya';
  const { start } = withDocs(text, { start: text.indexOf('owner'), end: text.length });
  expect(text.slice(0, start)).toBe('// a remark\n');
});
