import { describe, expect, test } from 'vitest';
import { keepingIn } from './keeping.ts';

const said = (title: string, kind: 'objective' | 'keyResult', limited = false) => {
  const span = keepingIn(title, kind, limited);
  return span && title.slice(span.start, span.end).toLowerCase();
};

describe('a key result keeps what is there', () => {
  test.each([
    ['Maintain a rating of 4.5', 'maintain'],
    ['Keep the NPS at 50', 'keep'],
    ['Continue to hold costs under 2% growth', 'continue'],
    ['Hold costs under 2%', 'hold'],
    ['Stay above 90% occupancy', 'stay'],
    ['Keep up the monthly newsletter', 'keep'],
    ['Keep the lights on', 'keep'],
    ['Honour all delivery slots', 'honour'],
    ['Process all refund requests every week', 'process'],
    ['Pay every bill on time', 'pay'],
  ])('%s', (title, verb) => {
    expect(said(title, 'keyResult')).toBe(verb);
  });

  test.each([
    'Keep returns low: from 4% to 2%',
    'Bring and keep 40 partners',
    'Hire and keep 95% of new nurses',
    'Keep 80% of new members for a year',
    'Keep every promised date',
    'Keep complaints below 2% while twice as many guests arrive',
    'Retain 95% of customers',
    'Hold 12 workshops',
    'Process 9 of 10 refund requests within a day',
    'Pay all bills without paper',
    'File expenses faster',
    'Stay with us for 12 months: 60% of families',
    'Uptime of 99.9%',
    'Die Verfügbarkeit bei 99,9 % halten und sichern',
    '',
  ])('is to change, or something else: "%s"', (title) => {
    expect(said(title, 'keyResult')).toBeNull();
  });

  test('the fields may state the limit', () => {
    expect(said('Keep delivery on time', 'keyResult')).toBeNull();
    expect(said('Keep delivery on time', 'keyResult', true)).toBe('keep');
    expect(said('Pay every bill on time', 'keyResult', true)).toBeNull();
  });
});

describe('an objective keeps what is there', () => {
  test.each([
    'Maintain our quality standards',
    'Keep customers satisfied',
    'Keep the website up and running',
    'Continue to run the helpdesk',
    'Run the daily business of the harbour office',
    'Carry on as we are now',
    'Ensure smooth operations',
    'Provide IT support',
    'Stay within budget',
    'Preserve the current position',
    'Keep recruiting volunteers',
    'Comply with fire safety rules',
    'Ensure the smooth running of the ward',
    'Support colleagues with IT questions',
    'Hold our position in the plumbing trade',
    'Ensure compliance with food hygiene rules.',
    'Support the field team with brochures and price lists',
    'Send out the parish newsletter weekly',
    'Hold team meetings every month',
  ])('%s', (title) => {
    expect(said(title, 'objective')).not.toBeNull();
  });

  test.each([
    'Keep our promise to every patient',
    'Maintain the trust of our donors while we double in size',
    'Keep patients safe at home after surgery',
    'Stay the place where apprentices want to learn',
    'Provide care that families recommend',
    'Hold on to the people who make us good',
    'Keep winning back members who had left',
    'Hold the hands of those who are afraid',
    'Support the sales team so that they close faster',
    'Send a letter that donors look forward to every month',
    'Improve quality',
  ])('says more, or something else: %s', (title) => {
    expect(said(title, 'objective')).toBeNull();
  });
});
