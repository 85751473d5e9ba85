export type Style = 'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'bold';

/** Puts text into a style, or leaves it as it is where no colours are wanted. */
export type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [36, 39], // cyan: plain blue is hard to read on black
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22],
};

export const inColor: Paint = (style, text) => {
  const [on, off] = codes[style];
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
};

export const plain: Paint = (_style, text) => text;

export interface ColorWish {
  /** `--color` and `--no-color`. */
  readonly asked: boolean | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** The option wins, then NO_COLOR and FORCE_COLOR, then whether somebody is looking. */
export function paintFor(wish: ColorWish): Paint {
  const { asked, environment } = wish;
  if (asked !== null) return asked ? inColor : plain;
  if (environment['NO_COLOR']) return plain;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? plain : inColor;
  return wish.isTerminal && environment['TERM'] !== 'dumb' ? inColor : plain;
}
