import type { RuleOption } from './rule.ts';

/** An option that takes a whole number. */
export function whole(name: string, value: number, minimum: number, maximum: number, description: string): RuleOption {
  return { name, type: 'integer', default: value, minimum, maximum, description };
}

/** An option that takes a share, 0 to 1. */
export function share(name: string, value: number, description: string): RuleOption {
  return { name, type: 'number', default: value, minimum: 0, maximum: 1, description };
}
