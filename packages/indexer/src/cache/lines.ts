/** Many small values as lines of JSON, which has no line breaks of its own: no text is ever as long as all of them. */
export function lineOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

export function* linesIn(bytes: Buffer): Generator<string> {
  for (let at = 0, end = bytes.indexOf(10); end >= 0; at = end + 1, end = bytes.indexOf(10, at)) {
    yield bytes.toString('utf8', at, end);
  }
}
