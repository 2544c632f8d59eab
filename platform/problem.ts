/**
 * The error catalogue (RFC 9457): every error a person can meet has a stable code, a status and two sentences that say
 * what to do. Each module defines its own entries with `defineProblems`; a code that was once published is never reused.
 */
export interface ProblemKind {
  status: number;
  /** Chinese sentence; `{name}` is filled from the detail. */
  zh: string;
  en: string;
}

/** Values that fill the sentences. Never personal data: details are shown and logged. */
export type ProblemDetail = Record<string, string | number>;

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly detail: ProblemDetail;

  constructor(code: string, kind: ProblemKind, detail: ProblemDetail, cause?: unknown) {
    super(`${code}: ${fill(kind.en, detail)}`, cause === undefined ? {} : { cause });
    this.name = "Problem";
    this.code = code;
    this.status = kind.status;
    this.zh = fill(kind.zh, detail);
    this.en = fill(kind.en, detail);
    this.detail = detail;
  }
}

export type ProblemMaker = (detail?: ProblemDetail, cause?: unknown) => Problem;

const catalogue = new Map<string, ProblemKind>();

/**
 * Adds entries to the catalogue and returns one maker a code: `throw problems["household.not-found"]({ … })`.
 * @throws Error when a code is defined twice
 */
export function defineProblems<Code extends string>(
  kinds: Record<Code, ProblemKind>,
): Record<Code, ProblemMaker> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loop below fills every code
  const makers = {} as Record<Code, ProblemMaker>;
  for (const code in kinds) {
    if (catalogue.has(code)) throw new Error(`Problem code ${code} is defined twice`);
    const kind = kinds[code];
    catalogue.set(code, kind);
    makers[code] = (detail = {}, cause) => new Problem(code, kind, detail, cause);
  }
  return makers;
}

/** All entries defined so far, for the documentation page and for tests. */
export function listProblemKinds(): [code: string, kind: ProblemKind][] {
  return [...catalogue].sort(([a], [b]) => (a < b ? -1 : 1));
}

function fill(sentence: string, detail: ProblemDetail): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ""));
}
