import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOkr } from '../../parse.ts';
import { garbledText, okrText } from '../testing/generate.ts';
import { applyEdits, project } from '../testing/kit.ts';
import { formattingEdits, rangeFormattingEdits } from './edits.ts';
import { formatText } from './format.ts';
import { sameMeaning } from './meaning.ts';

/** Time of our own work, so that a busy machine does not look like a slow reader. */
const cpuMs = () => process.cpuUsage().user / 1000;

const neat = `/// The year.
cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins monthly }

company acme    "Acme Retail"
team    support "Customer Support" in acme
person  maya    "Maya Ortiz"       in support { lead liam }

okrs for support in 2026-Q3 {
    draft       // not yet agreed
    owner maya  // inherited

    objective trust "Earn back trust" {
        committed
        supports acme.loyalty weight 2, growth.reach in 2026-Q3
        #marketing #first-visit

        kr csat    "Help desk rating"              from 3.9 of 5 to 4.4 of 5 { owner liam  weight 2 }
        kr resolve "Time from complaint to answer" from 6 days to 36 hours by 2026-08-31
        kr audit   "Consumer-rights audit passed"  yes/no
        kr         "Reduce refund turnaround from 9 to 4 days by end of August"

        initiative "Replace the phone menu" for csat { owner liam  link "https://tracker.example/ABC-123" }
        guardrail  "Refund rate" at most 4%
    }

    objective "Open the north" { standalone because "pilot for one quarter" }
}

checkin 2026-08-14 for support in 2026-Q3 {
    trust.csat     4.1 of 5  confidence 70%  "New phone menu live"
    trust.resolve  3.5 days  confidence 40%
    trust.audit    no
}

closing for growth in 2026-Q4 on 2027-01-08 {
    reach         score 0.7 modify  learned "The tour works"
    reach.recall  score 0.2 defer
}
`;

describe('the layout', () => {
  test('a neat text stays as it is', () => {
    expect(formatText(neat)).toBe(neat);
  });

  test('the same text on a few long lines comes out the same but for blank lines and comments', () => {
    const bare = neat
      .replace(/ *\/\/\/? .*$/gm, '')
      .replace(/\n\n+/g, '\n')
      .trimStart();
    expect(formatText(bare.replace(/\s*\n\s*/g, ' '))).toBe(bare);
  });

  test('one fact a line, one statement a line', () => {
    expect(
      formatText('okrs for a in 2026 { owner b draft objective x "X" { kr "1" to 2 kr "2" to 3 } } team c "C" in a'),
    ).toBe(`okrs for a in 2026 {
    owner b
    draft
    objective x "X" {
        kr "1" to 2
        kr "2" to 3
    }
}
team c "C" in a
`);
  });

  test('at most one blank line is kept, none behind { and before }', () => {
    expect(formatText('okrs for a in 2026 {\n\n\n  draft\n\n\n\n  owner b\n\n}\n\n\n')).toBe(
      'okrs for a in 2026 {\n    draft\n\n    owner b\n}\n',
    );
  });

  test('canonical spellings, and names that look like them stay', () => {
    expect(formatText('check-in 2026-08-14 for check-in in 2026 { }\n')).toBe(
      'checkin 2026-08-14 for check-in in 2026 {}\n',
    );
    expect(formatText('cycle c from 2026-01-01 to 2026-02-01 { check-ins weekly }')).toBe(
      'cycle c from 2026-01-01 to 2026-02-01 { checkins weekly }\n',
    );
  });

  test('a long list keeps the breaks of its author', () => {
    const text = `okrs for a in 2026 {
    objective x "X" {
        supports b.one,
            c.two,
            d.three
    }
}
`;
    expect(formatText(text)).toBe(text);
  });

  test('comments stay with what they speak of', () => {
    const text = `okrs for a in 2026 { // whose
    // above
    objective x "X" { // behind the brace
        /* in between */
        kr "K" to 3  // short
        kr "Longer title" to 30  // long
        // last
    } // end
}
`;
    expect(formatText(text)).toBe(`okrs for a in 2026 {  // whose
    // above
    objective x "X" {  // behind the brace
        /* in between */
        kr "K"            to 3   // short
        kr "Longer title" to 30  // long
        // last
    }  // end
}
`);
  });

  test('columns of East Asian letters are counted double', () => {
    expect(formatText('team a "東京" in c\nteam b "Oslo!" in c\n')).toBe('team a "東京"  in c\nteam b "Oslo!" in c\n');
  });

  test('line endings and the mark at the beginning stay', () => {
    expect(formatText('\ufeffteam a "A"\r\nteam  bb "B"')).toBe('\ufeffteam a  "A"\r\nteam bb "B"\r\n');
  });

  test('nothing stays nothing', () => {
    expect(formatText('')).toBe('');
    expect(formatText(' \n\n ')).toBe('');
  });
});

describe('what cannot be read stays as it is, the rest is laid out', () => {
  test('half-typed lines', () => {
    const text = `okrs for support in 2026-Q3 {
  objective trust "Earn back" {
  owner maya committed
      supports acme.
      kr csat    "Help
   kr resolve "Time"  from 6 days to 36   hours {owner   liam}
  }
 team x "X" in
okrs for growth in 2026-Q3 {
objective foo "Bar" {
   kr x "Y" from 3 to 4
    }
     }
`;
    expect(formatText(text)).toBe(`okrs for support in 2026-Q3 {
    objective trust "Earn back" {
        owner maya
        committed
      supports acme.
      kr csat    "Help
        kr resolve "Time" from 6 days to 36 hours { owner liam }
    }
 team x "X" in
okrs for growth in 2026-Q3 {
    objective foo "Bar" {
        kr x "Y" from 3 to 4
    }
}
`);
  });

  test.each([
    ['no text at all', 'a\0b  {'],
    ['only braces', '}}}  {{ }'],
    ['nested without end', '{ '.repeat(4000)],
    ['an open comment', 'team  a "A"\n/* never   closed\n  team b'],
  ])('%s', (_, text) => {
    expect(formatText(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

/** Everything but white space, with the spellings that the formatter unifies. */
function content(text: string): string {
  return text.replace(/\s/g, '').replaceAll('check-in', 'checkin');
}

test('which block was left open stays as plain as it was', () => {
  const text = `okrs for betta in 2026-Q3 {
    objective one "Earn back trust" {
        kr "Rating"   from 1 to 2
}

okrs for acme in 2026-Q3 {
  objective big "Become the shop people come back to" { kr "Rate" from 31% to 45% }
}
`;
  const told = (written: string) => parseOkr('', written).problems.map(({ message }) => message);
  const formatted = formatText(text);
  expect(told(text)).toHaveLength(1);
  expect(told(formatted)).toEqual(told(text));
  expect(formatted).toContain('        kr "Rating"   from 1 to 2\n}\n');
  expect(formatted).toContain('    objective big');
});

describe('a line that an okr-ignore is about keeps all that stands on it', () => {
  test.each([
    'kr x "Launch"  { owner p checkin 2026-08-10 4 }  // okr-ignore kr-activity: agreed',
    'kr x "Launch" { owner p checkin 2026-08-10 4 }  /* okr-ignore kr-activity: agreed */',
    '// okr-ignore kr-activity: agreed\n        kr x "Launch" { owner p checkin 2026-08-10 4 }',
    'kr x "A" to 1  kr y "B" to 2  // okr-ignore kr-activity: agreed',
    'kr x "Launch"\n            to 4 by 2026-09-30  // okr-ignore date-outside-cycle: agreed',
  ])('%s', (statement) => {
    const around = (middle: string) => `okrs for a in 2026 {\n    objective x "X" {\n        ${middle}\n    }\n}\n`;
    expect(formatText(around(statement))).toBe(around(statement));
    expect(formatText(around(statement).replaceAll('    ', '  '))).toBe(around(statement));
  });

  test('and is laid out where it stays one', () => {
    expect(formatText('  team   a "A" // okr-ignore x: y\n')).toBe('team a "A"  // okr-ignore x: y\n');
    expect(formatText('team a "A" { lead b } // why\nokrs for a in 2026 { owner b draft } // why\n')).toBe(
      'team a "A" { lead b }  // why\nokrs for a in 2026 {\n    owner b\n    draft\n}  // why\n',
    );
  });
});

describe('for any text', () => {
  const runs = { numRuns: 300 };

  test('a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(okrText, garbledText), (text) => {
        const once = formatText(text);
        expect(formatText(once)).toBe(once);
      }),
      runs,
    );
  });

  test('no character is lost or added', () => {
    fc.assert(
      fc.property(fc.oneof(okrText, garbledText, fc.string()), (text) => {
        expect(content(formatText(text))).toBe(content(text));
      }),
      runs,
    );
  });

  test('the meaning stays', () => {
    fc.assert(
      fc.property(fc.oneof(okrText, garbledText), (text) => {
        expect(sameMeaning(parseOkr('', text), parseOkr('', formatText(text)))).toBe(true);
      }),
      runs,
    );
  });

  test('what is right is laid out: lines are indented by four spaces and hold no blanks at their ends', () => {
    const isTidy = (line: string): boolean =>
      line === line.trimEnd() && (/^ *\*|\/\*\*/.test(line) || (/^ */.exec(line)?.[0].length ?? 0) % 4 === 0);
    let leftAlone = 0;
    fc.assert(
      fc.property(okrText, (text) => {
        if (parseOkr('', text).problems.length > 0) return;
        const formatted = formatText(text);
        if (formatted.split(/\r?\n/).every(isTidy)) return;
        expect(formatted).toBe(text); // a name torn from its value, which no layout could keep
        leftAlone++;
      }),
      runs,
    );
    expect(leftAlone).toBeLessThan(runs.numRuns / 20);
  });

  test('line endings stay', () => {
    fc.assert(
      fc.property(okrText, (text) => {
        const formatted = formatText(text);
        if (text.includes('\r\n')) expect(formatted.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        else expect(formatted).not.toContain('\r');
      }),
      runs,
    );
  });

  test('the edits lead to the same text and touch white space only', () => {
    fc.assert(
      fc.property(fc.oneof(okrText, garbledText), (text) => {
        expect(applyEdits(text, formattingEdits(text))).toBe(formatText(text));
      }),
      runs,
    );
  });
});

test('the lines of a block comment move with it, and only once', () => {
  const text = 'okrs for a in b {\n  /* Notes:\n     - first\n       deeper */\n  owner c\n}\n';
  const once = 'okrs for a in b {\n    /* Notes:\n       - first\n         deeper */\n    owner c\n}\n';
  expect(formatText(text)).toBe(once);
  expect(formatText(once)).toBe(once);
});

test('a range is formatted without touching other lines', () => {
  const files = project('team  a "A"\n  team b    "B"<|>\nteam  c "C"\n');
  const edits = rangeFormattingEdits(files.text, { start: files.position, end: files.position });
  expect(applyEdits(files.text, edits)).toBe('team  a "A"\nteam b "B"\nteam  c "C"\n');
});

test('time grows with the length of the text, not with its square', { timeout: 60_000 }, () => {
  const objective = 'objective "X" { kr "K" from 1 to 2 { owner b } kr "L" to 3 // c\n }\n';
  const timeOf = (count: number) => {
    const text = `okrs for a in 2026 {\n${objective.repeat(count)}}`;
    const start = cpuMs();
    expect(formatText(text)).toContain('        kr "K" from 1 to 2 { owner b }');
    return cpuMs() - start;
  };
  timeOf(300);
  const small = Math.min(timeOf(300), timeOf(300), timeOf(300));
  expect(timeOf(3000)).toBeLessThan(small * 60);
});
