import { describe, expect, test } from 'vitest';
import { activityOf, leadingVerb, objectiveMeasure } from './wording.ts';

describe('activityOf', () => {
  test.each([
    'Launch the new portal',
    'Launch new portal',
    'Build a data warehouse',
    'Help customers succeed',
    'Consult with legal',
    'Analyze churn reasons',
    'Analyse churn',
    'Participate in industry events',
    'Assess vendor options',
    'Train staff',
    'Train the staff',
    'Design a new logo',
    'Design logo',
    'Ship mobile app',
    'Deploy the service',
    '[P1] Write the manual',
    'Design: Create new templates',
    'We launched the portal',
    "I've held a tasting",
    'Have launched the portal',
    'To launch the portal',
    'Successfully launch the portal',
    'Launched the portal',
    'Launching the portal',
    'Work on the backlog',
    'Move to release 12',
    'Set up a newsletter',
    'Draw up a plan',
    'Roll out the new process',
    'Carry out a survey',
    'Look into funding',
    'Complete the audit',
  ])('work and no figure: %s', (title) => {
    expect(activityOf(title)?.kind).toBe('unmeasured');
  });

  test.each([
    'Train 40 staff',
    'Train all staff',
    'Publish 12 articles',
    'Write 5 blog posts',
    'Conduct 20 interviews',
    'Run 3 campaigns',
    'Host two webinars',
    'Attend 4 conferences',
    'Hold monthly meetings with 5 customers',
    '5 blog posts published',
    '3 webinars held',
  ])('the figure counts the work: %s', (title) => {
    expect(activityOf(title)?.kind).toBe('counted');
  });

  test.each([
    'Launch new portal to raise sign-ups by 25%',
    'Launch X to raise sign-ups by 25%',
    'Build time below 8 minutes',
    'Build time',
    'Release frequency',
    'Release frequency doubled',
    'Support tickets',
    'Support tickets from 900 to 300',
    'Test coverage',
    'Test coverage of 80%',
    'Review score of 4.5',
    'Call volume down 20%',
    'Plan deviation',
    'Help desk rating',
    'Design system adoption',
    'Training hours per employee',
    '3 deals closed',
    '20 customers won',
    'Sign 3 sponsors',
    'Win 4 clients',
    'Increase NPS by 5',
    'Reduce defects',
    'Reduce churn to 3%',
    'Close 10 deals',
    'Acquire 500 users',
    'Reach 40 NPS',
    'Improve satisfaction',
    'Customers are happy',
    'Launch in 3 countries with 500 users each',
    'Publish a calculator that has 9% click-through',
    'Finish the migration for 80% of users',
    'Die Kunden trainieren',
    'Ship 95% of orders on time',
    'Deliver 99% of parcels within 2 days',
    'Answer 90% of calls within 30 seconds',
    'Track record of safety',
    'Record revenue',
    'Record turnout',
    'Report accuracy above 99%',
    'Study completion rate of 90%',
    'Study completion rate',
    'Visit frequency of 3 per month',
    'Meeting hours under 10 per week',
    'Open rate of 40%',
    'Open rate',
    'Click rate',
    'Contact rate',
    'Update lag under a day',
    'Share of wallet up 5%',
    'Order volume',
    'Test pass rate of 99%',
    'Work satisfaction index 80',
    'Purchase frequency',
    'Launch readiness at 100%',
    'Plan accuracy within 5%',
    'Post engagement up 10%',
    'Print quality complaints below 5',
    'Sales team hits 120% of quota',
  ])('no activity: %s', (title) => {
    expect(activityOf(title)).toBeNull();
  });

  test('marks the verb and gives its base form', () => {
    const title = "[P1] We've published the guide";
    const found = activityOf(title);
    expect(found?.verb).toBe('publish');
    expect(title.slice(found?.span.start, found?.span.end)).toBe('published');
  });
});

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
