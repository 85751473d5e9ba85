/** Words for what can be counted and says little: products of the work, and figures that flatter. */

/** Phrases, parted by commas. */
export const outputPhrases =
  'lines of code,story points,storypoints,commits,jira tickets,hours logged,hours worked,billable tasks,slides,velocity,hours of training';

/** What a team produces in the course of its work. */
export const products: ReadonlySet<string> = new Set(
  (
    'feature features story stories tickets bugs issues tasks prs requests cases tests releases deployments reports posts articles newsletters e-mails ' +
    'emails mails leaflets flyers brochures letters workshops webinars trainings sessions meetings calls demos visits inspections audits interviews ' +
    'documents pages presentations videos campaigns events surveys podcasts episodes'
  ).split(' '),
);

/** Phrases, parted by commas. */
export const vanityPhrases =
  'page views,pageviews,video views,views,impressions,likes,followers,fans,downloads,app downloads,website hits,page hits,social reach,post reach,' +
  'mentions,retweets,reposts,website visits,page visits,app installs,installs,registered users,newsletter subscribers,subscribers,shares,' +
  'website traffic,web traffic,unique visitors,unique visits,community members,social media reach';

/** The words with which phrases begin. */
export function firstWords(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split(',').map((phrase) => phrase.trim().split(' ')[0] as string));
}
