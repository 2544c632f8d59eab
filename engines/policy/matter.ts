/** Rules that ask again what rules of another standard ask: what a household fails by both is one matter, not two. */
interface Repeating {
  readonly id: string;
  /** Rules of other standards that this one asks again. */
  readonly repeats: readonly string[];
}

/** A rule with the outcome that is looked at, and what of it came out so. */
export interface Told extends Repeating {
  /** The requirements of the rule that have this outcome, in Chinese words; the same words are the same requirement. */
  readonly parts: readonly string[];
}

/** The parts of a rule that came out so, as `Told` has them. */
export function partsWith<Outcome>(
  outcome: Outcome,
  parts: readonly { readonly required: { readonly zh: string }; readonly outcome: Outcome }[],
): string[] {
  return parts.filter((part) => part.outcome === outcome).map(({ required }) => required.zh);
}

export interface Matter<Rule> {
  first: Rule;
  /** Rules that only ask again what others ask, with each of those that asks it. */
  again: Rule[];
}

/**
 * The matters among rules of one household with one outcome, in the order of the rules. A rule that repeats others is no
 * matter of its own only where each of its parts is a part of one of those, too. Each id once.
 */
export function mattersOf<Rule extends Told>(rules: readonly Rule[]): Matter<Rule>[] {
  const again = rules.filter((rule) => isToldElsewhere(rule, rules));
  return rules
    .filter((rule) => !again.includes(rule))
    .map((first) => ({
      first,
      again: again.filter(
        ({ repeats, parts }) =>
          repeats.includes(first.id) &&
          (parts.length === 0 || parts.some((part) => first.parts.includes(part))),
      ),
    }));
}

function isToldElsewhere(rule: Told, rules: readonly Told[]): boolean {
  const repeated = rules.filter(({ id }) => rule.repeats.includes(id));
  return repeated.length > 0 && ownParts(rule, rules).length === 0;
}

/** The parts that no repeated rule among these says. */
export function ownParts({ repeats, parts }: Told, rules: readonly Told[]): string[] {
  const repeated = rules.filter(({ id }) => repeats.includes(id));
  return parts.filter((part) => !repeated.some((first) => first.parts.includes(part)));
}

/**
 * The rules as lines of a table, whatever came out: each stands once, one that repeats others behind the first of them that is
 * there.
 */
export function besideRepeated<Rule extends Repeating>(rules: readonly Rule[]): Matter<Rule>[] {
  const repeatedHere = ({ repeats }: Repeating) => rules.find(({ id }) => repeats.includes(id))?.id;
  return rules
    .filter((rule) => repeatedHere(rule) === undefined)
    .map((first) => {
      const isFirst = rules.find(({ id }) => id === first.id) === first;
      return { first, again: isFirst ? rules.filter((rule) => repeatedHere(rule) === first.id) : [] };
    });
}
