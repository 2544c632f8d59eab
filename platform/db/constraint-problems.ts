/**
 * Which problem a violated constraint means. Each module maps the names of its own constraints; what is not mapped is a
 * fault of the program.
 */
import type { Problem, ProblemMaker } from "../problem.ts";

const makers = new Map<string, ProblemMaker>();

// Integrity violations: 23502 not null … 23505 unique, 23514 check.
const integrityClass = /^23/;

/** @throws Error when a constraint is mapped twice */
export function mapConstraints(problems: Record<string, ProblemMaker>): void {
  for (const [name, maker] of Object.entries(problems)) {
    if (makers.has(name)) throw new Error(`Constraint ${name} is mapped twice`);
    makers.set(name, maker);
  }
}

/** The problem of a database error that names a mapped constraint. DETAIL holds values of rows and is never read. */
export function findConstraintProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("code" in error) || !integrityClass.test(String(error.code)))
    return undefined;
  for (const name of namesIn(error)) {
    const maker = makers.get(name);
    if (maker) return maker({}, error);
  }
  return undefined;
}

/**
 * Citus leaves the constraint field empty and names shards (`household_pk_102008`), so the quoted names of the message
 * count too, with the suffix cut off. The sentence around them depends on the server's language.
 */
function* namesIn(error: Error): Generator<string> {
  const named = "constraint" in error && typeof error.constraint === "string" ? [error.constraint] : [];
  const quoted = [...error.message.matchAll(/["«“]([^"»”]+)["»”]/g)].map((match) => match[1] ?? "");
  for (const name of [...named, ...quoted]) {
    yield name;
    yield name.replace(/_\d{6,}$/, "");
  }
}
