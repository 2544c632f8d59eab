/**
 * The only error this engine throws or reports. `position` and `length` count UTF-16 units in the text that was read
 * (0, 0 where there is no text); `field` names the part of a rule, e.g. `when` or `examples[2].given.家庭人口`.
 * Both sentences say what was found and what to do.
 */
export interface Span {
  readonly position: number;
  readonly length: number;
}

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export class PolicyError extends Error {
  readonly code: string;
  readonly position: number;
  readonly length: number;
  readonly zh: string;
  readonly en: string;
  readonly field: string | undefined;

  constructor(code: string, span: Span, sentence: Bilingual, field?: string) {
    super(`${code}: ${sentence.en}`);
    this.name = "PolicyError";
    this.code = code;
    this.position = span.position;
    this.length = span.length;
    this.zh = sentence.zh;
    this.en = sentence.en;
    this.field = field;
  }
}

/** For errors that concern no stretch of text. */
export const nowhere: Span = { position: 0, length: 0 };

/** The same error, said to belong to one field of a rule. */
export function inField(error: PolicyError, field: string): PolicyError {
  return new PolicyError(error.code, error, error, field);
}

/** Runs `work`; a PolicyError becomes a value, anything else is a bug and goes on. */
export function attempt<Result>(
  work: () => Result,
): { ok: true; value: Result } | { ok: false; error: PolicyError } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof PolicyError) return { ok: false, error };
    throw error;
  }
}
