import type { Health, Progress } from './cascade.ts';

/** Stands for figures until all goals are known and figures can be computed. */
export const pending: { readonly progress: Progress; readonly health: Health } = {
  progress: {
    state: 'unmeasurable',
    value: 0,
    raw: null,
    expected: null,
    explanation: { summary: '', parts: [] },
  },
  health: { state: 'noNews', explanation: { summary: '', parts: [] } },
};
