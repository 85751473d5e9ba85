/**
 * Text from files on its way to a terminal. Titles may be in any language, but they may not steer the terminal: control characters
 * and the marks that turn the direction of writing round are shown as signs instead of being obeyed.
 */
export function safeText(text: string): string {
  return text.replace(steering, signFor);
}

/** As `safeText`, on one line: line breaks become spaces. */
export function safeLine(text: string): string {
  return safeText(lineBreak.test(text) ? text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ') : text);
}

/** Hardly any text has one, and looking for the white space around it takes ten times as long. */
const lineBreak = /[\r\n\u2028\u2029]/;

/** Data as JSON, indented. What would steer a terminal is written as `\u001b`: whoever reads the data gets it as it was. */
export function safeJson(data: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return JSON.stringify(data, replacer, 2).replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** C0 but for tab and line feed, DEL, C1, and the overrides, embeddings and isolates of the bidirectional algorithm. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function signFor(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code); // ␀ … ␟
  return code === 0x7f ? '␡' : '\uFFFD';
}
