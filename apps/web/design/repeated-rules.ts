/** Rules that ask the same by several standards, together: one matter, however many standards ask it. */
import type { RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";

interface Repeating {
  id: string;
  repeats: readonly string[];
}

export interface Matter<Rule> {
  first: Rule;
  /** Rules that ask it again; each stands with the first matter that it repeats. */
  again: Rule[];
}

/** In the order of the rules. A rule that repeats none of those that are there is a matter of its own. */
export function mattersOf<Rule extends Repeating>(rules: readonly Rule[]): Matter<Rule>[] {
  const repeatedHere = ({ repeats }: Repeating) => rules.find(({ id }) => repeats.includes(id))?.id;
  return rules
    .filter((rule) => repeatedHere(rule) === undefined)
    .map((first) => {
      const isFirst = rules.find(({ id }) => id === first.id) === first;
      return { first, again: isFirst ? rules.filter((rule) => repeatedHere(rule) === first.id) : [] };
    });
}

/** True where exactly the same households fail both: one line with both standards says it all. */
export function failsTheSame(
  first: Pick<RuleCount, "fail">,
  again: Pick<RuleCount, "fail" | "failAgain" | "repeats">,
): boolean {
  return again.repeats.length === 1 && again.failAgain === again.fail && again.fail === first.fail;
}
