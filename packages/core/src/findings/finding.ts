import type { Severity } from '../config/config.ts';
import type { Place, Span } from '../model/span.ts';

/** One thing that is wrong at one place. */
export interface Finding {
  /** Rule id, or the code of a file problem. */
  readonly rule: string;
  readonly severity: Severity;
  readonly uri: string;
  /** The smallest stretch of text that shows the fault. */
  readonly span: Span;
  readonly message: FindingMessage;
  /** Other places that explain it, each with a short label. */
  readonly related: readonly (Place & { readonly label: string })[];
  /** Plain JSON for the rule's fix, and nothing else. */
  readonly data: FindingData | null;
}

export type FindingData = { readonly [key: string]: string | number | boolean | null | readonly string[] };

/** Each is one plain sentence that ends with a full stop. */
export interface FindingMessage {
  /** What is wrong: "This objective has 7 key results." */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly todo: string;
}

/** The message as it is shown where there is one line for it. */
export function textOf(message: FindingMessage): string {
  return [message.what, message.why, message.todo].filter(Boolean).join(' ');
}

/** A change to the text of files that mends a finding. */
export interface Fix {
  /** As a menu shows it: "Write `in FY26` after the name". */
  readonly title: string;
  /** `safe` keeps the meaning or states only what is already certain; `unsafe` asks the author to look. */
  readonly kind: 'safe' | 'unsafe';
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** Replace `span` of the file at `uri` with `text`. Edits of one fix do not overlap and all speak of the text before it. */
export interface TextEdit {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
  /** Pieces of `text`, in their order, that the author is to replace: an editor that can goes from one to the next. */
  readonly fill?: readonly string[];
  /** The piece of `text` that is to be looked at and corrected next: an editor that can shows it. */
  readonly look?: Span;
}
