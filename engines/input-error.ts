/**
 * What an engine throws when it was given something that it cannot compute with: a negative weight, an empty stratum, a
 * frame that is not sorted. Anything else that is thrown is a mistake of ours. Both sentences say what was found and what
 * to do; `code` is stable and never reused.
 */
export class InputError extends Error {
  readonly code: string;
  readonly zh: string;
  readonly en: string;

  constructor(code: string, sentence: { zh: string; en: string }) {
    super(`${code}: ${sentence.en}`);
    this.name = "InputError";
    this.code = code;
    this.zh = sentence.zh;
    this.en = sentence.en;
  }
}
