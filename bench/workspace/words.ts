/** Invented goals and names, to be combined. */
export const departmentWords = [
  'product',
  'operations',
  'care',
  'market',
  'people',
  'finance',
  'supply',
  'stores',
  'service',
  'research',
];
/** No name begins with a keyword: the stock lexer of a peer would split `indigo` into `in` and `digo`. */
export const teamWords = [
  'harbor',
  'meadow',
  'lantern',
  'summit',
  'cedar',
  'comet',
  'delta',
  'ember',
  'falcon',
  'garnet',
  'hazel',
  'iris',
  'juniper',
  'kestrel',
  'linden',
  'maple',
  'nimbus',
  'orchid',
  'pebble',
  'quartz',
];
export const firstNames = [
  'Maya',
  'Liam',
  'Sigrid',
  'Wei',
  'Priya',
  'Bruno',
  'Hanne',
  'Kofi',
  'Elif',
  'Samir',
  'Nadia',
  'Mateo',
  'Greta',
  'Oskar',
  'Ylva',
  'Zoë',
];
export const lastNames = [
  'Ortiz',
  'Chen',
  'Moen',
  'Nair',
  'Costa',
  'Solberg',
  'Mensah',
  'Demir',
  'Haddou',
  'Petrova',
  'Ruiz',
  'Holm',
  'Vinje',
  'Lund',
  'Müller',
];

export const objectiveIds = ['trust', 'reach', 'calm', 'pace', 'craft', 'pride', 'focus'];
export const keyResultIds = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

/** Parts of titles. Combined they give some hundred thousand different ones, as people would write. */
export const hopes = ['Make', 'Let', 'See', 'Watch'];
export const things = [
  'the first visit feel like the tenth',
  'every promise become one that people plan around',
  'the busy season feel like any other week',
  'new colleagues stay for years',
  'the evening shift become as safe as the morning',
  'our partners talk about us before we do',
  'the catalogue become a joy to look through',
  'a repair become something people boast about',
  'the numbers speak before the meeting begins',
  'nobody wait for an answer',
];
export const purposes = [
  'so that people come back',
  'so that nobody needs to ask twice',
  'so that growth does not depend on luck',
  'because it is what we are here for',
  'so that the neighbours hear of it',
];
export const places = [
  'Aarhus',
  'Bergen',
  'Cadiz',
  'Dresden',
  'Espoo',
  'Faro',
  'Ghent',
  'Haarlem',
  'Innsbruck',
  'Jena',
  'Krakow',
  'Lille',
  'Malmo',
  'Nantes',
  'Oulu',
  'Porto',
  'Rennes',
  'Sligo',
  'Turku',
  'Utrecht',
  'Verona',
  'Wexford',
  'Ystad',
  'Zagreb',
  'the north',
  'the south',
];

export const subjects = [
  'Guests',
  'Families',
  'Schools',
  'Members',
  'First-time buyers',
  'Suppliers',
  'Shops',
  'Orders',
  'Repairs',
  'Subscriptions',
  'Households',
  'Clubs',
  'Answers',
  'Parcels',
  'Bookings',
];
export const behaviours = [
  'that come back within a season',
  'on the promised day',
  'solved at the first contact',
  'with a second item',
  'recommended by a friend',
  'without a complaint',
  'found by search',
  'paid in time',
  'rated with five stars',
  'kept beyond a year',
  'sent from the nearest depot',
  'planned together',
  'without paper',
  'seen on the home page',
];

export const notes = [
  'New phone menu live in two of five regions',
  'Backlog after the outage; two more people from Monday',
  'Steady since the second release',
  'Waiting for the figures of the north',
  'Better than hoped for, one week only',
];
export const works = [
  'Replace the phone menu',
  'Tasting tour in six cities',
  'One page for every supplier',
  'Second shift at the depot',
];

/** The beginning of a key result as it is pasted from a slide; figures and the end follow. */
export const proseVerbs = { up: ['Increase', 'Grow', 'Raise'], down: ['Reduce', 'Cut', 'Lower'] } as const;
export const proseEnds: Readonly<Record<string, string>> = {
  '2026-Q1': 'by end of March',
  '2026-Q2': 'by end of June',
  '2026-Q3': 'by end of August',
  '2026-Q4': 'by end of November',
  FY26: 'by end of October',
};

/** Key results as people should not write them, for rules to find. */
export const vagueKeyResults = ['Happier guests', 'Noticeably better cooperation', 'A warmer welcome'];
export const activityKeyResults = [
  'Launch the new online shop',
  'Hold twelve workshops',
  'Finish the migration to the new system',
  'Publish the handbook',
];
export const objectiveWithMeasure = 'Grow evening visits by 40%';
