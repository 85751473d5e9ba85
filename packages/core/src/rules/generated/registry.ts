// Written by `npm run generate`. Do not edit.
import type { Rule } from '../rule.ts';
import { krNoNumber } from '../catalogue/kr-no-number.ts';

export const rules: readonly Rule[] = [krNoNumber];
