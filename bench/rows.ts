/** The targets, and how each is computed from what was measured. */
import { type Spread, spreadOf } from './measure/statistics.ts';
import { files, type Unit } from './written.ts';

/** What was measured, by key, one figure a round; and why something was not, by the beginning of its keys. */
export interface Measured {
  readonly figures: Readonly<Record<string, readonly number[]>>;
  readonly remarks: Readonly<Record<string, string>>;
}

/** The sizes of a run, in files: the smallest, a middle one and the largest. */
export interface Sizes {
  readonly small: number;
  readonly middle: number;
  readonly large: number;
}

export interface Figure {
  readonly label: string;
  readonly unit: Unit;
  /** Not more than this; null where nothing is asked. */
  readonly must: number | null;
  readonly reach: number | null;
  /** Null where there is nothing to tell from. */
  readonly measured: Spread | null;
  /** Why it was not measured, or what else is to be said. */
  readonly remark: string | null;
}

export interface Row {
  readonly number: number;
  readonly what: string;
  readonly figures: readonly Figure[];
}

type Limits = readonly [must: number | null, reach: number | null];

export function rowsOf(book: Measured, { small, middle, large }: Sizes): readonly Row[] {
  const ratio = (label: string, key: string, against: string, [must, reach]: Limits, scale = 1): Figure => {
    const over = book.figures[key] ?? [];
    const under = book.figures[against] ?? [];
    // Figures of one round stand beside each other: a noisy minute is noisy for both.
    const ratios = over.slice(0, under.length).map((value, round) => (value / (under[round] as number)) * scale);
    const remark = ratios.length > 0 ? null : remarkOn(book, [key, against]);
    return { label, unit: 'ratio', must, reach, measured: spreadOf(ratios), remark };
  };
  const plain = (label: string, key: string, unit: 'ms' | 'bytes' | 'share', [must, reach]: Limits): Figure => {
    const values = book.figures[key] ?? [];
    const remark = values.length > 0 ? null : remarkOn(book, [key]);
    return { label, unit, must, reach, measured: spreadOf(values), remark };
  };
  /** Whether something came to its end; a remark says why not. */
  const works = (label: string, key: string): Figure => {
    const isDone = (book.figures[`${key}/cpu`] ?? []).length > 0;
    const measured = isDone ? spreadOf([0]) : key in book.remarks ? spreadOf([1]) : null;
    return {
      label,
      unit: 'works',
      must: 0,
      reach: null,
      measured,
      remark: isDone ? null : remarkOn(book, [`${key}/`]),
    };
  };
  // Some peers are not measured at the largest size; ours is then compared at the largest that they were.
  const largest = (peer: string) =>
    [large, middle, small].find((size) =>
      Object.keys(book.figures).some((key) => key.startsWith(`${peer}/${size}/`)),
    ) ?? large;
  const yaml = largest('yaml-server');
  const langium = largest('langium');
  const ajv = largest('ajv');
  const likec4 = largest('likec4');
  const cramped = [...Object.keys(book.figures), ...Object.keys(book.remarks)].find((key) =>
    key.startsWith('check-cramped/'),
  );
  const crampedSize = Number(cramped?.split('/')[1] ?? 150_000);

  return [
    {
      number: 1,
      what: 'Cold `okr check` against `ajv` + `yaml`',
      figures: [ratio(`CPU, ${files(ajv)}`, `check/${ajv}/cpu`, `ajv/${ajv}/cpu`, [1 / 2.5, 1 / 12])],
    },
    {
      number: 2,
      what: 'Cold `okr check` against stock Langium',
      figures: [
        ratio(`CPU, ${files(langium)}`, `check/${langium}/cpu`, `langium/${langium}/cpu`, [1 / 2.5, 1 / 10]),
        ratio(
          `for comparison: against the bare lexer, CPU, ${files(large)}`,
          `check/${large}/cpu`,
          `lexer/${large}/cpu`,
          [null, null],
        ),
        ratio(
          `for comparison: against \`likec4 validate\`, CPU, ${files(likec4)}`,
          `check/${likec4}/cpu`,
          `likec4/${likec4}/cpu`,
          [null, null],
        ),
      ],
    },
    {
      number: 3,
      what: 'Server with the folder open against `yaml-language-server` with all files open',
      figures: [
        ratio(`CPU, ${files(yaml)}`, `server/${yaml}/ready-cpu`, `yaml-server/${yaml}/ready-cpu`, [1 / 8, 1 / 40]),
        ratio(`peak memory, ${files(yaml)}`, `server/${yaml}/ready-peak`, `yaml-server/${yaml}/ready-peak`, [
          1 / 15,
          1 / 20,
        ]),
        ratio(
          `for comparison: every further start, from the kept index, CPU, ${files(yaml)}`,
          `start-warm/${yaml}/cpu`,
          `yaml-server/${yaml}/ready-cpu`,
          [null, null],
        ),
        ratio(
          `for comparison: a cold \`okr check\`, which keeps nothing for edits, CPU, ${files(yaml)}`,
          `check/${yaml}/cpu`,
          `yaml-server/${yaml}/ready-cpu`,
          [null, null],
        ),
      ],
    },
    {
      number: 4,
      what: 'Second `okr check`, nothing changed, against the first',
      figures: [ratio(`CPU, ${files(large)}`, `check-again/${large}/cpu`, `check-first/${large}/cpu`, [1 / 5, 1 / 15])],
    },
    {
      number: 5,
      what: 'CPU a file',
      figures: [
        ratio(
          `${files(large)} against ${files(middle)}`,
          `check/${large}/cpu`,
          `check/${middle}/cpu`,
          [1.25, 1],
          middle / large,
        ),
      ],
    },
    {
      number: 6,
      what: 'Edit to diagnostics, a file that nobody links to',
      figures: [
        ratio(
          `p50, ${files(large)} against ${files(small)}`,
          `server/${large}/edit-p50`,
          `server/${small}/edit-p50`,
          [1.15, 1],
        ),
        ratio(
          `p95, ${files(large)} against ${files(small)}`,
          `server/${large}/edit-p95`,
          `server/${small}/edit-p95`,
          [1.5, 1.2],
        ),
        ...[small, middle, large].map((size) =>
          plain(`p50, ${files(size)}`, `server/${size}/edit-p50`, 'ms', [null, null]),
        ),
      ],
    },
    {
      number: 7,
      what: 'Edit of the hot file against a file that nobody links to',
      figures: [
        ratio(`p50, ${files(large)}`, `server/${large}/edit-hot-p50`, `server/${large}/edit-p50`, [1.5, 1.2]),
        ratio(`CPU, ${files(large)}`, `server/${large}/edit-hot-cpu`, `server/${large}/edit-cpu`, [1.5, 1.2]),
      ],
    },
    {
      number: 8,
      what: 'Edit while the files are being read against afterwards',
      figures: [ratio(`p50, ${files(large)}`, `server/${large}/edit-during`, `server/${large}/edit-p50`, [1.5, 1.2])],
    },
    {
      number: 9,
      what: 'First diagnostic of the open file, from the start of the process',
      figures: [
        ratio(`against a trivial server, ${files(small)}`, `server/${small}/first`, 'trivial/first', [2.2, 1.4]),
        ratio(`${files(large)} against ${files(small)}`, `server/${large}/first`, `server/${small}/first`, [1.1, 1.05]),
        ratio(
          'for comparison: the very first start on a machine, before anything of the server is kept, against a trivial server',
          `server/${small}/first-start`,
          'trivial/first',
          [null, null],
        ),
      ],
    },
    {
      number: 10,
      what: 'Memory of the server',
      figures: [
        ratio(
          `${files(large)} against ${files(small)}`,
          `server/${large}/ready-memory`,
          `server/${small}/ready-memory`,
          [4, 2.5],
        ),
        plain(
          `a key result, ${files(large)}, growth since ${files(small)}`,
          `server/${large}/memory-a-key-result`,
          'bytes',
          [600, 250],
        ),
      ],
    },
    {
      number: 11,
      what: 'Completion of a parent',
      figures: [
        ratio(
          `p95, ${files(large)} against ${files(small)}`,
          `server/${large}/completion-p95`,
          `server/${small}/completion-p95`,
          [2, null],
        ),
        plain(`answer, ${files(large)}`, `server/${large}/completion-bytes`, 'bytes', [64 * 1_024, null]),
      ],
    },
    {
      number: 12,
      what: 'Warm start of the server from a kept index against a cold one',
      figures: [
        ratio(`CPU, ${files(large)}`, `start-warm/${large}/cpu`, `start-cold/${large}/cpu`, [1 / 5, 1 / 12]),
        ratio(`time until all is told, ${files(large)}`, `start-warm/${large}/wall`, `start-cold/${large}/wall`, [
          null,
          null,
        ]),
      ],
    },
    {
      number: 13,
      what: 'Roll-up of the cascade',
      figures: [
        plain(`all objectives and sets, ${files(large)}`, `roll-up/${large}/cpu`, 'ms', [10, null]),
        plain('the same with all key results from their readings', `roll-up/${large}/with-readings`, 'ms', [
          null,
          null,
        ]),
        plain('one changed key result', `roll-up/${large}/one`, 'ms', [0.1, null]),
      ],
    },
    {
      number: 14,
      what: '`okr check` with 256 open files and 1 GB of heap',
      figures: [
        works(files(crampedSize), `check-cramped/${crampedSize}`),
        plain('CPU', `check-cramped/${crampedSize}/cpu`, 'ms', [null, null]),
        plain('time', `check-cramped/${crampedSize}/wall`, 'ms', [null, null]),
        plain('memory', `check-cramped/${crampedSize}/peak`, 'bytes', [null, null]),
      ],
    },
    {
      number: 15,
      what: 'Text analysis in a cold `okr check`: what reads the words of titles',
      figures: [
        plain(`of all CPU, ${files(middle)}`, `shares/${middle}/text`, 'share', [0.35, null]),
        ...(
          [
            ['the syntax', 'syntax'],
            ['files as plain data', 'lowering'],
            ['the cascade', 'cascade'],
            ['all other rules', 'rules'],
            ['keeping files and choosing what belongs together', 'keeping'],
          ] as const
        ).map(([what, part]) => plain(`for comparison: ${what}`, `shares/${middle}/${part}`, 'share', [null, null])),
      ],
    },
  ];
}

function remarkOn(book: Measured, keys: readonly string[]): string {
  for (const key of keys) {
    for (const [prefix, remark] of Object.entries(book.remarks)) if (key.startsWith(`${prefix}/`)) return remark;
  }
  return 'not measured in this run';
}

export type Verdict = 'reached' | 'met' | 'missed' | 'open';

/** `open` where nothing was measured or nothing is asked. */
export function verdictOn({ measured, must, reach }: Figure): Verdict {
  if (measured === null || must === null) return 'open';
  if (reach !== null && measured.median <= reach) return 'reached';
  return measured.median <= must ? 'met' : 'missed';
}
