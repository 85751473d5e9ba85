import { describe, expect, test } from 'vitest';
import { leadingVerb, objectiveMeasure } from './wording.ts';

describe('leadingVerb', () => {
  test.each([
    ['Maintain 99.9% uptime', 'keeping'],
    ['Carry on as we are', 'keeping'],
    ['Carry out a survey', 'activity'],
    ['Improve the mood', 'movement'],
    ['Design: build the new page', 'output'],
  ])('%s', (title, kind) => {
    expect(leadingVerb(title)?.kind).toBe(kind);
  });

  test.each(['Uptime of 99.9%', 'Support tickets', 'Kunden gewinnen und halten', ''])('none: "%s"', (title) => {
    expect(leadingVerb(title)).toBeNull();
  });
});

describe('objectiveMeasure', () => {
  test.each([
    'Reach $5M ARR',
    'Cut operating costs by a third',
    'Lower response times to under two hours',
    'Win five public tenders',
    'Win three of the five big tenders',
    'Serve twice as many families',
    'Two new markets',
    'Fewer than five returns per thousand',
    'Grow revenue by 40%',
    'Get 500 customers',
    'Double revenue',
    'Triple our user base',
    '10x our reach',
    'Open 3 offices',
    'Increase NPS to 60',
    'Increase NPS from 40 to 60',
    'Be in the top 3',
    'Hire 20 engineers',
    'Halve churn',
    'Cut costs in half',
    'Zero accidents',
    'Deliver within 24 hours',
    'Sales numbers up 30%',
    'Reach one million users',
    'Reach 1 million users',
    'Raise €2m',
    'Five new markets',
    'Expand to three countries',
    'Answer every call in 30 seconds',
  ])('states a quantity: %s', (title) => {
    const found = objectiveMeasure(title);
    expect(found).not.toBeNull();
    expect(title.slice(found?.span.start, found?.span.end)).toBe(found?.text);
  });

  test.each([
    'Become #1 in our market',
    'Become the number one choice for families',
    'Provide 24/7 care',
    'Make S3 our only store',
    'Train everyone for the 10K run',
    'Run a 10K',
    'Grow up by 2027',
    'Own the 2026 season',
    'Build one team',
    'Be the one-stop shop',
    'Delight every customer',
    'No customer left behind',
    'All employees feel at home',
    'Launch version 3',
    'Achieve ISO 27001',
    'Become a Fortune 500 supplier',
    'Celebrate our 10th anniversary in style',
    'Win the Q3 launch',
    'Web 3.0 for everyone',
    'Industry 4.0 leader',
    'Win over Gen Z',
    'Be best in class',
    'Make B2B easy',
    'Lead in 5G',
    'Move to Tier 1',
    'Survive year one',
    'Zero trust everywhere',
    'Zero-waste kitchen',
    'Put safety first',
    'A world-class 360 view of the customer',
    'Double down on quality',
    'Offer two-factor login',
    'First 90 days feel great',
    'Make the first 30 days delightful',
    'Fix the top-of-funnel',
    'Become the first choice',
    'Prepare for 2027',
    'Be ready for the 2028 Olympics',
    '2027 will be our year',
  ])('states none: %s', (title) => {
    expect(objectiveMeasure(title)).toBeNull();
  });
});
