import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSentence } from './read.ts';
import type { SentenceMeasure } from './sentence.ts';
import {
  measured,
  measuredByADay,
  measuredFromABaseline,
  measuredFromABaselineByADay,
  unmeasured,
  unmeasuredByADay,
} from './sentences.testdata.ts';

/** Time of our own work, so that a busy machine does not look like a slow reader. */
const cpuMs = () => process.cpuUsage().user / 1000;

/** Which of measure, baseline and deadline a sentence states: `M`, `B`, `D`, each `-` where not. */
function stated(text: string): string {
  const { measure, deadline } = readSentence(text);
  return `${measure ? 'M' : '-'}${measure?.baseline ? 'B' : '-'}${deadline ? 'D' : '-'}`;
}

describe('what a sentence states', () => {
  const expectAll = (sentences: readonly string[], expected: string) => {
    const wrong = sentences.filter((text) => stated(text) !== expected).map((text) => `${stated(text)} ${text}`);
    expect(wrong).toEqual([]);
  };
  test('a measure', () => expectAll(measured, 'M--'));
  test('a measure with a baseline', () => expectAll(measuredFromABaseline, 'MB-'));
  test('a measure and a deadline', () => expectAll(measuredByADay, 'M-D'));
  test('all three', () => expectAll(measuredFromABaselineByADay, 'MBD'));
  test('nothing', () => expectAll(unmeasured, '---'));
  test('a deadline only', () => expectAll(unmeasuredByADay, '--D'));
});

/** A measure in one line: form, baseline, lower edge and target as written. */
function inShort({ form, baseline, low, target }: SentenceMeasure): string {
  const start = baseline?.kind === 'amount' ? baseline.amount.text : baseline?.text;
  return [form, start && `(${start})`, low?.text, target?.text].filter(Boolean).join(' ');
}

describe('the measure', () => {
  test.each([
    ['Reduce refund turnaround from 9 to 4 days by end of August', 'from-to (9) 4 days'],
    ['Raise NPS to 50 from 32', 'from-to (32) 50'],
    ['Conversion 22%→36%', 'from-to (22%) 36%'],
    ['Breakfast rating > 45 (currently 17)', 'from-to (17) 45'],
    ['Release rhythm from monthly to 2× per month', 'from-to (monthly) 2× per month'],
    ['Pile of open cases cut by 40% (currently 96)', 'down (96) 40%'],
    ['Grow sales by 20% over last year', 'up (over last year) 20%'],
    ['Raise income 18%', 'up 18%'],
    ['Direct-debit uptake +9pp', 'up +9pp'],
    ['Double the sign-ups', 'up Double'],
    ['Cut the queue in half', 'down half'],
    ['50% fewer breakdowns', 'down 50%'],
    ['Uptime of at least 99.9%', 'at-least 99.9%'],
    ['No fewer than five hires', 'at-least five'],
    ['500+ guests', 'at-least 500'],
    ['Page load < 300ms', 'at-most 300ms'],
    ['No more than 3 complaints', 'at-most 3'],
    ['Finish in nine hours or less', 'at-most nine hours'],
    ['Reduce time to hire to 30 days', 'at-most 30 days'],
    ['Zero accidents', 'at-most Zero'],
    ['No open critical faults', 'at-most No'],
    ['Refunds between 1% and 3%', 'between 1% 3%'],
    ['Talk to 10-15 customers', 'between 10 15'],
    ['Recruit 3 fundraisers', 'to 3'],
    ['All branches use the new till', 'to All'],
    ['Answer 95% of calls within 24 hours', 'to 95%'],
    ['Answer calls within 24 hours', 'at-most 24 hours'],
    ['At most 1 in 20 visits is missed (it is about 1 in 9 at the moment)', 'from-to (1 in 9) 1 in 20'],
    ['Replies in under 24h (today it is about 3 days)', 'from-to (3 days) 24h'],
    ['Average basket €31 (€24.50 before)', 'from-to (€24.50) €31'],
    ['There is no fault older than 30 days', 'at-most no'],
    ['Höchstens 3 Unfälle in der Gießerei', 'at-most 3'],
    ['Mindestens 40 neue Mitglieder', 'at-least 40'],
    ['Reklamationen um 25 % senken', 'down 25 %'],
    ['Umsatz um 10 % steigern', 'up 10 %'],
    ['Cut lead time from 12 days by 30%', 'down (12 days) 30%'],
    ['Cut lead time by 30% from 12 days', 'down (12 days) 30%'],
    ['Grow donors by 20% from 1,400', 'up (1,400) 20%'],
    ['Grow donors 20% to 1,680', 'to 1,680'],
    ['Double weekly referrals from 40', 'up (40) Double'],
    ['Halve complaints (currently 40)', 'down (40) Halve'],
    ['Cut scrap in half from 8%', 'down (8%) half'],
    ['Increase members by 20% from 5 villages', 'up 20%'],
    ['Double the orders from 5 towns', 'up Double'],
  ])('%s', (text, expected) => {
    const { measure } = readSentence(text);
    expect(measure && inShort(measure)).toBe(expected);
  });

  test('a bare baseline takes the unit of its target', () => {
    const { measure } = readSentence('Cut refund turnaround from 9 to 4 days');
    expect(measure?.baseline).toMatchObject({
      kind: 'amount',
      amount: { value: 9, unit: { kind: 'duration', name: 'day' } },
    });
  });

  test('words for numbers, factors and coverage are amounts', () => {
    expect(readSentence('Open twenty-five shops').measure?.target).toMatchObject({ value: 25 });
    expect(readSentence('Triple the visits').measure?.target).toMatchObject({ value: 200, unit: { kind: 'percent' } });
    expect(readSentence('Every crew has a plan').measure?.target).toMatchObject({
      value: 100,
      unit: { kind: 'percent' },
    });
    expect(readSentence('Two thirds of staff trained').measure?.target?.value).toBeCloseTo(66.7);
  });

  test('its span covers baseline and target with their prepositions', () => {
    const text = 'Bring waits down from 9 to 4 days for all';
    const span = readSentence(text).measure?.span;
    expect(text.slice(span?.start, span?.end)).toBe('from 9 to 4 days');
  });
});

describe('of a key result whose figures stand in fields', () => {
  test.each([
    'Readmissions within 30 days',
    'Quotes sent within a week',
    'Machines sold before 2020 with a service contract',
    'Girls who finish school by 2030',
    'Volunteers who stay until June',
  ])('a time says what is measured: %s', (title) => {
    expect(readSentence(title, true).deadline).toBeNull();
  });

  test.each(['Readmissions by end of August', 'Ramps built by June 2027', 'Refunds (Q3)'])(
    'a day is due: %s',
    (title) => {
      expect(readSentence(title, true).deadline).not.toBeNull();
    },
  );
});

describe('the deadline', () => {
  test.each([
    ['Win 20 growers by end of August', 'by end of August'],
    ['Win 20 growers this quarter.', 'this quarter'],
    ['Win 20 growers within six months', 'within six months'],
    ['Before Q4 ends, win 20 growers', 'Before Q4 ends'],
    ['Win 20 growers (EOQ)', 'EOQ'],
    ['Win 20 growers by the end of the spring term', 'by the end of the spring term'],
    ['Win 20 growers before the AGM', 'before the AGM'],
    ['Win 20 growers by launch day', 'by launch day'],
    ['Win 20 growers over the coming 5 months', 'over the coming 5 months'],
    ['Win 20 growers no later than 15 October', 'no later than 15 October'],
    ['Umsatz von 1,2 Mio. € auf 1,5 Mio. € bis 31.08.2026', 'bis 31.08.2026'],
  ])('%s', (text, expected) => {
    const { deadline } = readSentence(text);
    expect(deadline?.text).toBe(expected);
    expect(text.slice(deadline?.span.start, deadline?.span.end)).toBe(expected);
  });
});

describe('the language', () => {
  test.each([
    'Kundenzufriedenheit deutlich verbessern und halten',
    'Améliorer la satisfaction des clients',
    'Neue Webseite',
    'Nouveau site web',
    'Spustit nový web',
    'Contratar un director',
    'Nettoomsättning 10 %',
    'Mejorar la satisfacción de los clientes',
    '让新员工拥有顺畅安心的入职过程',
    'زيادة رضا العملاء',
    'Повысить удовлетворённость клиентов',
    'Kundetilfredshed skal være højere i alle butikker og på nettet',
  ])('other: %s', (text) => {
    expect(readSentence(text).language).toBe('other');
  });

  test.each([
    'Grow turnover',
    'Pour foundations',
    'NPS 40',
    'Release module Y',
    'Open a café in Málaga',
    'San José churn 3%',
    'Crème brûlée sales from 100 to 200',
    'El Paso depot at 98%',
    'Kindergarten places from 40 to 60',
    '',
  ])('english: "%s"', (text) => {
    expect(readSentence(text).language).toBe('english');
  });

  test('figures that need no words are read in any language', () => {
    expect(readSentence('入职问卷 eNPS 得分 >= 60%').measure).toMatchObject({
      form: 'at-least',
      target: { value: 60 },
    });
    expect(readSentence('Kundenzufriedenheit von 70% auf 85% steigern').measure).toMatchObject({
      form: 'from-to',
      target: { value: 85 },
    });
    expect(readSentence('将转化率从30%提升到50%').measure).toMatchObject({ form: 'from-to', target: { value: 50 } });
    expect(readSentence('Bis 31. Dezember 2026 sind die Kunden zufrieden').measure).toBeNull();
  });

  test.each([
    ['Umsatz von 1,2 Mio. € auf 1,5 Mio. € steigern', 1_200_000, 1_500_000],
    ['Kosten von 10.000 € auf 8.500,50 € senken', 10_000, 8500.5],
    ['Passer la durée du support de 3,5 jours à 2,25 jours', 3.5, 2.25],
    ['将转化率从1,200提升到1,500', 1200, 1500],
  ])('comma and point are read as other languages use them: "%s"', (text, baseline, target) => {
    const { measure, language } = readSentence(text);
    expect(language).toBe('other');
    expect(measure).toMatchObject({
      form: 'from-to',
      baseline: { amount: { value: baseline } },
      target: { value: target },
    });
  });
});

describe('sentences in other languages than English', () => {
  test.each([
    'Reducir las quejas de 90 a 30',
    'Ridurre i reclami da 90 a 30',
    'Reduzir as reclamações de 90 para 30',
    'Снизить число жалоб с 90 до 30',
    'خفض الشكاوى من 90 إلى 30',
    '苦情を90件から30件に減らす',
    '불만을 90건에서 30건으로 줄이기',
    "Şikayetleri 90'dan 30'a düşürmek",
  ])('say from where to where: "%s"', (text) => {
    expect(readSentence(text)).toMatchObject({
      language: 'other',
      measure: { form: 'from-to', baseline: { amount: { value: 90 } }, target: { value: 30 } },
    });
  });

  test.each(['Reducir las quejas en 3 de cada 12 tiendas a 30', 'Kunden in 12 Ländern mit 40 Partnern gewinnen'])(
    'say nothing where words tell which of several figures is meant: "%s"',
    (text) => {
      expect(readSentence(text).measure).toBeNull();
    },
  );
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'from to by 12% 3 days within - → ( ) Q3 end of the this quarter currently at least no all half twice $5M 2026 ISO 27001 one than vs , : . + over'.split(
      ' ',
    ),
  );

  test('never throws, and its spans lie inside the sentence and on their text', () => {
    const sentence = fc.oneof(
      fc.array(words, { maxLength: 20 }).map((list) => list.join(' ')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(sentence, (text) => {
        const { measure, deadline } = readSentence(text);
        const amounts = [
          measure?.target,
          measure?.low,
          measure?.baseline?.kind === 'amount' ? measure.baseline.amount : null,
        ];
        for (const amount of amounts) {
          if (amount) expect(text.slice(amount.span.start, amount.span.end)).toBe(amount.text);
        }
        if (deadline) expect(text.slice(deadline.span.start, deadline.span.end)).toBe(deadline.text);
        if (measure)
          expect(
            measure.span.start >= 0 && measure.span.end <= text.length && measure.span.start < measure.span.end,
          ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('two megabytes of anything cost next to nothing', () => {
    const before = cpuMs();
    for (const piece of [
      'from 3 to ',
      '1,',
      '((((',
      'the end of ',
      'no ',
      '-',
      '3 - ',
      'a',
      '从3到',
      "'s",
      '1/',
      'first half of ',
      '$',
    ]) {
      readSentence(piece.repeat(Math.ceil(2_000_000 / piece.length)));
    }
    expect(cpuMs() - before).toBeLessThan(2000);
  });
});
