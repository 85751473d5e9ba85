/** Texts that give orders, and what must come of none of them: output that steers a terminal. */
import fc from 'fast-check';

const pieces = fc.oneof(
  fc.constantFrom(
    '\u001b[31m',
    '\u001b]8;;https://evil.example\u0007',
    '\u009b2J',
    '\u0007',
    '\r',
    '\n',
    '\r\n',
    '\u2028',
    '\u202e',
    '\u2066',
    '::error::x',
    '%0A',
    '%25',
    '::set-output name=x::y',
    '<script>',
    '</details>',
    '</failure>',
    ']]>',
    '&amp;',
    '"',
    "'",
    '|',
    '`',
    '``',
    '[x](javascript:alert(1))',
    '![x](https://evil.example/x.png)',
    '@everyone',
    '#1',
    '\ud800',
    '\uffff',
    '\0',
    '--',
    '*',
    '_',
    '~',
    '\\',
    'www.evil.example',
    'https://evil.example',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('plan', ' ', 'über', '目标', '👩‍👩‍👧'),
);
/** Text that gives orders to a terminal, a pipeline, the page of a pull request. */
export const orders = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((found) => found.join(''));
/** What would steer a terminal: control characters but tab and line feed, and the marks that turn the direction of writing round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export function expectCalm(format: string, written: string): void {
  const found = steering.exec(written);
  if (found)
    throw new Error(`${format} lets U+${found[0].charCodeAt(0).toString(16)} through:\n${JSON.stringify(written)}`);
}
