import { elapsedShare, timeOf } from '../../cascade/time.ts';
import { percent } from '../../cascade/words.ts';
import { inObjective } from '../examples.ts';
import { setOf, statedDeadline } from '../goals.ts';
import { labelOf } from '../marks.ts';
import { hair, hasNote, isDoubted, isOpen, isRunning, isStale, lastHeard, noteData, noteFix } from '../news.ts';
import { defineRule } from '../rule.ts';

const rating = (reading: string) =>
  inObjective(`kr "Customers who write twice" from 400 to 200 { checkin 2026-08-14 ${reading} }`);

export const behindPace = defineRule({
  meta: {
    name: 'behind-pace',
    title: 'Far behind its time, and not a word',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [
      {
        name: 'amber',
        type: 'boolean',
        default: false,
        description: 'Whether key results that are a little behind, those at risk, are reported too, one step milder.',
      },
    ],
    summary:
      'At its last check-in a key result was more than 25 points behind the time that had passed, and no note says why.',
    why: 'Everybody can see the gap. What nobody sees is whether somebody knows the reason and does something about it.',
    sources: ['Microsoft Viva Goals documentation', "OpenOKR's method document, section 3.7"],
    advice: 'Write one sentence with the check-in: why, and what comes next. If it was meant to come late, say that.',
    limits:
      'What counts as far is set in the configuration with `thresholds.atRiskWithin`. Milestones are left alone, for they are at zero until they are done; so are key results ' +
      'without news and those with a low confidence, which have rules of their own.',
    examples: {
      invalid: [
        {
          title: 'Half of the time, nearly nothing of the way',
          files: rating('396'),
          fixed: rating('396 "What stands in the way, and what comes next"'),
        },
        { title: 'A little behind, where that is wanted', options: { amber: true }, files: rating('340') },
      ],
      valid: [
        { title: 'Said why', files: rating('396 "The new form goes live on Monday"') },
        { title: 'A little behind', files: rating('340') },
        {
          title: 'Far enough for a stretch, on its last day',
          today: '2026-09-30',
          files: inObjective(
            'aspirational',
            'kr "Customers who write twice" from 400 to 200 { checkin 2026-09-29 260 }',
          ),
        },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const { onTrackWithin, atRiskWithin } = cascade.config;
    const amber = option<boolean>('amber');
    return {
      readKeyResult(keyResult) {
        if (!isRunning(setOf(keyResult), cascade)) return;
        const { measure, deadline } = keyResult;
        const last = measure?.form === 'yes-no' ? null : lastHeard(keyResult, cascade);
        if (!last || hasNote(last) || isDoubted(keyResult, last, cascade) || isStale(keyResult, cascade)) return;
        if (!isOpen(keyResult, cascade)) return;
        const { progress, health } = keyResult;
        // On its last day an aspirational key result may have come far enough.
        if (progress.state !== 'measured' || health.state === 'onTrack') return;
        // The value is of that day; what has passed since then is no fault of it.
        const expected =
          elapsedShare(
            timeOf(setOf(keyResult).cycle, deadline?.from === 'own' ? statedDeadline(keyResult) : deadline),
            last.day,
          ) ?? 0;
        const behind = expected - progress.value;
        const isFar = behind > atRiskWithin + hair;
        if (!isFar && !(amber && behind > onTrackWithin + hair)) return;
        report({
          uri: last.place.uri,
          span: last.node.valueSpan ?? last.place.span,
          milder: !isFar,
          data: noteData(last),
          message: {
            what: `“${labelOf(keyResult)}” had come ${percent(progress.value)} of its way when ${percent(expected)} of its time had passed.`,
            why: 'Nobody can see whether somebody knows the reason.',
            todo: 'Add a note: why, and what comes next.',
          },
        });
      },
    };
  },

  fix: noteFix,
});
