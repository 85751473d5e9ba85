import type { Config } from '../config/config.ts';
import type { Day } from '../dates/day.ts';
import type { Explanation } from './cascade.ts';

/** What figures depend on besides the goals. */
export interface Asked {
  readonly today: Day;
  readonly config: Config;
}

type Explain<Subject> = (subject: Subject, asked: Asked) => Explanation;

/**
 * An explanation that is put into words when somebody asks for it, from the finished cascade: most are never shown, and a
 * large project has hundreds of thousands.
 */
export function explainLater<Subject>(explain: Explain<Subject>, subject: Subject, asked: Asked): Explanation {
  return new LateExplanation(explain, subject, asked);
}

class LateExplanation<Subject> implements Explanation {
  readonly #explain: Explain<Subject>;
  readonly #subject: Subject;
  readonly #asked: Asked;

  constructor(explain: Explain<Subject>, subject: Subject, asked: Asked) {
    this.#explain = explain;
    this.#subject = subject;
    this.#asked = asked;
  }

  get summary(): string {
    return this.toJSON().summary;
  }

  get parts(): readonly string[] {
    return this.toJSON().parts;
  }

  toJSON(): Explanation {
    return this.#explain(this.#subject, this.#asked);
  }
}

/** One sentence, without parts. */
export function sentence(summary: string): Explanation {
  return { summary, parts: [] };
}
