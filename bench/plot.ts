/** A plain line chart as SVG, both axes logarithmic: sizes and times of programs span several powers of ten. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly low: number; readonly high: number }[];
}

export interface Chart {
  readonly title: string;
  readonly xName: string;
  readonly yName: string;
  readonly lines: readonly Line[];
}

const width = 720;
const height = 400;
const frame = { left: 70, right: 190, top: 46, bottom: 50 };
/** Colours that people who see few of them still tell apart, with shapes besides. */
const colours = ['#0b6e99', '#c2570c', '#5b3ea8', '#2e7d32', '#8a8a8a', '#b3261e'];

export function svgOf({ title, xName, yName, lines: all }: Chart): string {
  const lines = all.filter((line) => line.points.length > 0);
  const points = lines.flatMap((line) => line.points);
  const x = scale(
    points.map((point) => point.x),
    frame.left,
    width - frame.right,
  );
  const y = scale(
    points.flatMap(({ low, high }) => [low, high]),
    height - frame.bottom,
    frame.top,
  );
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${frame.left}" y="24" font-size="15" font-weight="600">${escaped(title)}</text>`,
  ];
  for (const tick of x.ticks) {
    parts.push(
      `<line x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${frame.top}" y2="${height - frame.bottom}" stroke="#e4e4e4"/>`,
      `<text x="${x.at(tick)}" y="${height - frame.bottom + 18}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
    );
  }
  for (const tick of y.ticks) {
    parts.push(
      `<line x1="${frame.left}" x2="${width - frame.right}" y1="${y.at(tick)}" y2="${y.at(tick)}" stroke="#e4e4e4"/>`,
      `<text x="${frame.left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${tick.toLocaleString('en')}</text>`,
    );
  }
  parts.push(
    `<text x="${(frame.left + width - frame.right) / 2}" y="${height - 12}" text-anchor="middle">${escaped(xName)}</text>`,
    `<text transform="translate(18 ${(frame.top + height - frame.bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(yName)}</text>`,
  );
  const names = spread(lines.map((line) => y.at(line.points.at(-1)?.y ?? 1)));
  lines.forEach((line, index) => {
    const colour = colours[index % colours.length] as string;
    const path = line.points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x.at(point.x)} ${y.at(point.y)}`).join('');
    parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const point of line.points) {
      const [at, middle] = [x.at(point.x), y.at(point.y)];
      parts.push(
        `<line x1="${at}" x2="${at}" y1="${y.at(point.low)}" y2="${y.at(point.high)}" stroke="${colour}"/>`,
        index % 2 === 0
          ? `<circle cx="${at}" cy="${middle}" r="4" fill="${colour}"/>`
          : `<rect x="${at - 4}" y="${middle - 4}" width="8" height="8" fill="${colour}"/>`,
      );
    }
    const end = x.at(line.points.at(-1)?.x ?? 1);
    parts.push(
      `<text x="${end + 10}" y="${(names[index] as number) + 4}" fill="${colour}">${escaped(line.name)}</text>`,
    );
  });
  return `${[...parts, '</svg>'].join('\n')}\n`;
}

function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number) => Math.round(from + ((Math.log10(value) - low) / (high - low)) * (to - from));
  return { at, ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)) };
}

/** Heights for the names of the lines, pushed apart so that none covers another. */
function spread(heights: readonly number[]): readonly number[] {
  const placed = [...heights];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const index of [...heights.keys()].sort((a, b) => (heights[a] as number) - (heights[b] as number))) {
    lowest = Math.max(heights[index] as number, lowest + 15);
    placed[index] = lowest;
  }
  return placed;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
