import type { Span } from '../model/span.ts';

const coupled: readonly RegExp[] = [
  /\b(?:bonus(?:es)?|salar(?:y|ies)|pay rises?|pay raises?|raises|compensation|commissions?|promotions?)\s+(?:(?:is|are|will be|being|payments?|payouts?|paid|pay)\s+)*(?:for|if|when|depends? on|linked to|tied to|based on|upon|once|unless)\b[^.]{0,40}?\b(?:okrs?|key results?|objectives?|goals?|targets?|reach(?:ed|ing)?|hit(?:ting)?|achiev\w{1,6}|met|meeting)\b/i,
  /\b(?:link|tie|couple|connect|base)\w{0,3}\s[^.]{0,40}?\b(?:okrs?|key results?|objectives?|goal attainment|goals?)\b[^.]{0,40}?\b(?:bonus(?:es)?|salar(?:y|ies)|pay|compensation|ratings?)\b/i,
  /\b(?:link|tie|couple|connect|base)\w{0,3}\s[^.]{0,40}?\b(?:bonus(?:es)?|salar(?:y|ies)|pay|compensation|ratings?)\b[^.]{0,40}?\b(?:okrs?|key results?|objectives?|goal attainment|goals?)\b/i,
  /\b(?:earn|get|receive|secure|unlock|trigger|pay out|pays out|payout of)\s+(?:(?:my|our|the|their|a|an|full|annual|yearly|quarterly|team|year-end)\s+){0,4}(?:bonus(?:es)?|pay rise|pay raise|salary increase|promotion)\b/i,
  /\b(?:counts?|relevant|used|required) (?:towards?|for|in) (?:(?:the|my|our|your|annual|yearly)\s+){0,2}(?:performance (?:rating|review|appraisal)|bonus(?:es)?|salary|pay review)\b/i,
];

/** The words of a text that make pay or a rating depend on reaching a goal, or null. English only. */
export function payIn(text: string): Span | null {
  const read = text.slice(0, 500);
  // all patterns need one of these words, and nearly no text holds one
  if (!/bonus|salar|\bpay|compensation|commission|promotion|rating|appraisal|raises/i.test(read)) return null;
  for (const pattern of coupled) {
    const found = pattern.exec(read);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}
