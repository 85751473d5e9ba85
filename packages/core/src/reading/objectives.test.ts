import { describe, expect, test } from 'vitest';
import { readObjective } from './objectives.ts';

describe('a wish that is empty', () => {
  test.each([
    'Improve quality',
    'Enhance the visitor experience',
    'Expand quicker',
    'Strengthen collaboration',
    'Be more agile',
    'Do recruiting better',
    'Become better at planning',
    'Increase sales this year',
    'Innovation',
    'More sales',
    'Make customers happy',
    'Drive growth',
    'Continuously improve our processes',
    'Leverage synergies across departments',
    'Achieve operational excellence across the whole supply chain',
    'Drive cross-functional excellence',
    'Excellence in public service',
    'Be the best flower shop',
    'Leverage our long experience in tiling to drive synergies and stakeholder value',
    'Product improvements & bug fixes',
    'Be the best in what we do!',
    'Live healthier',
    'Have happy members',
    'Become an agile authority',
    'Conquer the planet',
    'Increase awareness for our museum',
    'Safety first!',
    'Take our bakery to the next level',
  ])('only a wish: %s', (title) => {
    expect(readObjective(title).empty).not.toBeNull();
  });

  test.each([
    'Improve quality so that nobody has to ring twice',
    'Improve the lives of shift workers through predictable rosters',
    'Increase trust between clinicians and managers',
    'Reduce the pain of moving house',
    'Support that feels human',
    'Increase pupil involvement with their choir',
    'Win back the trust of people who left',
    'Make check-in calmer and more dependable',
    'Raise awareness across the region to fill the hall',
    'Become the friendliest shop on our high street',
    'Be the best place to learn a trade',
    'Create a culture of learning from mistakes',
    'Weave care into everything we cook',
    'Live better with pain',
    'Extend the reach of the museum to new neighbourhoods',
    'Become an agile authority that answers within a day',
    'Save the market hall',
    'Raise awareness of our museum among young families',
    'Qualität verbessern und Kunden gewinnen',
    '',
  ])('says more, or something else: "%s"', (title) => {
    expect(readObjective(title).empty).toBeNull();
  });
});

describe('a task', () => {
  test.each([
    ['Roll out the new triage form', 'roll'],
    ['Finish the playground', 'finish'],
    ['Introduce the bed-tracking system by Q1', 'introduce'],
    ['Work on wholesale options', 'work'],
    ['release v4', 'release'],
    ['Set up the purchasing office', 'set'],
    ['Create a new onboarding process', 'create'],
    ['Migrate all services to Kubernetes', 'migrate'],
    ['Have the new till live by Q2', 'have'],
    ['Implementation of the loyalty card', 'implementation'],
    ['Website relaunch', 'relaunch'],
    ['Hire a head of sales', 'hire'],
    ['Organise the harvest fair and the winter market', 'organise'],
    ['Conduct a pay survey for warehouse jobs', 'conduct'],
    ['Build the new science block', 'build'],
    ['Launch the new roster app for the volunteers', 'launch'],
    ['Move the archive to the new building', 'move'],
    ['Organise the summer party for the tennis club', 'organise'],
    ['Move the payroll to Oracle by Q2', 'move'],
    ['Draw up a digital strategy for the district', 'draw'],
    ['Get version 4.2 out of the door', 'get'],
  ])('%s', (title, verb) => {
    expect(readObjective(title).task?.verb).toBe(verb);
  });

  test.each([
    'Build a playground that thrills our neighbourhood',
    'Write down the recipes so that bakers can swap shifts',
    'Launch an awesome first version',
    'Launch a product our grandparents would understand',
    'Hire people smarter than us',
    'Ship fearlessly',
    'Restore our reputation',
    'Plan cities around people, not cars',
    'Publish journalism worth paying for',
    'Retired gear finds a second family',
    'Open our kitchen to the neighbourhood',
    'Finish what we started',
    'Deliver building permits fairly, quickly and transparently',
    'Map out the way home for lost hikers',
    'Put together a band that makes people dance',
    'Get our best ideas out of the door',
    'Deliver memorable concerts',
    'Release the game with a community around it',
    'Improve quality',
    'Support tickets',
    '新しい製品を発売する',
  ])('no bare task: %s', (title) => {
    expect(readObjective(title).task).toBeNull();
  });
});

describe('readObjective', () => {
  test.each([
    ['Increase sales', 'metric'],
    ['Reduce operating costs this year', 'metric'],
    ['Sales numbers up', 'metric'],
    ['Grow the business', 'wish'],
    ['Increase efficiency', 'wish'],
    ['Become better at turning rooms around', 'wish'],
    ['Do good work', 'wish'],
    ['Develop our people', 'wish'],
    ['Enhance collaboration between teams', 'wish'],
    ['Make the company more profitable', 'wish'],
    ['Become data-driven', 'wish'],
    ['Happy customers', 'wish'],
    ['Work smarter', 'wish'],
    ['Develop leadership', 'wish'],
    ['Restore confidence in school meals', null],
  ])('%s: %s', (title, empty) => {
    expect(readObjective(title).empty).toBe(empty);
  });

  test.each([
    ['Build a self-service portal so that nobody has to call', 'portal'],
    ['Launch an app that commuters love', 'app'],
    ['Create a self-service kiosk that shortens queues', 'kiosk'],
    ['Provide a web shop so that restaurants order at any time', 'shop'],
  ])('names the solution: %s', (title, thing) => {
    const span = readObjective(title).solution;
    expect(span && title.slice(span.start, span.end)).toBe(thing);
  });

  test.each([
    'Launch the first ferry that runs on sunlight',
    'Make the platform edge safe for children',
    'Create a system of trust with our suppliers',
    'Open a shop that mends what others throw away',
  ])('names none: %s', (title) => {
    expect(readObjective(title).solution).toBeNull();
  });

  test.each([
    'Win back trust and open the first shops abroad',
    'Raise quality and reduce waste',
    'Become the safest plant in the group and win the automotive market',
    'Secure the supply of chips and make our packaging recyclable',
    'Help refugees into work and professionalise our fundraising',
  ])('two in one: %s', (title) => {
    expect(readObjective(title).joint).not.toBeNull();
  });

  test.each([
    'Make research and development the pride of the house',
    'Become the place where people meet and build things',
    'Make buying and returning a joy',
    'Help customers find and fix the leak',
    'Attract and keep the best teachers',
    'Delight our guests and partners the whole year',
  ])('one: %s', (title) => {
    expect(readObjective(title).joint).toBeNull();
  });
});
