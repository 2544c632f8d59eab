/** Which field of the form a verdict rests on: from what is wrong one press leads to where it is mended. */
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import {
  fieldMark,
  guaranteeFields,
  incomeLines,
  livingSections,
  memberFields,
  memberPart,
} from "./fields.ts";

/** A place in the form; without a field the first one of its tab is meant. */
export interface FieldPlace {
  tab: "members" | "income" | "living" | "guarantee";
  /** As `data-field` of its input says it. */
  field: string | null;
}

type Resting = Pick<RuleVerdict, "memberId" | "facts" | "outcome"> & {
  parts: readonly Pick<RuleVerdict["parts"][number], "outcome" | "said">[];
};

/** @returns null where nothing that the form takes decides the rule */
export function fieldBehind({ memberId, facts, outcome, parts }: Resting): FieldPlace | null {
  const entered = facts.filter(({ change }) => change === "entered");
  const failing = parts.flatMap((part) => (part.outcome === "fail" ? (part.said?.zh ?? []) : []));
  // To verify is what nobody has entered; to mend is the value that the words of the fail name.
  const isMeant = ({ value, shown }: RuleVerdict["facts"][number]): boolean =>
    outcome === "fail" ? failing.some((words) => words.includes(shown.zh)) : value === null;
  const sorted = entered.toSorted((a, b) => Number(isMeant(b)) - Number(isMeant(a)));
  for (const { code } of sorted) {
    const place = placeOf(nameOf(code), memberId);
    if (place) return place;
  }
  // What is computed comes from all that stands on one tab.
  const names = facts.map(({ code }) => nameOf(code));
  const tab = (["income", "members"] as const).find((one) => names.some((name) => computed[one].has(name)));
  return tab ? { tab, field: null } : null;
}

const living = Object.values(livingSections).flat();
const incomes = ["grossIncome", "netIncome", "referenceIncome", "property", "transfer"];
const computed = {
  income: new Set([...incomes, ...incomes.map((name) => `${name}PerHead`)]),
  members: new Set(["dropouts", "schoolDropout", "uninsured", "uninsuredMember", "labourers"]),
};
const memberNames: Record<string, string> = { onMinimumLiving: "minimumLiving", onDestitute: "destitute" };

function placeOf(name: string, memberId: string | null): FieldPlace | null {
  if (memberId !== null) {
    const field = memberNames[name] ?? name;
    const isField = memberFields.some((one) => one.name === field);
    return isField ? { tab: "members", field: fieldMark(memberPart(memberId), field) } : null;
  }
  if (living.some((one) => one.name === name))
    return { tab: "living", field: fieldMark("livingCondition", name) };
  const checked = guaranteeFields.find((one) => `${one}Checked` === name);
  if (checked) return { tab: "guarantee", field: fieldMark("guarantee", checked) };
  const line = incomeLines.find((one) => one === name);
  return line ? { tab: "income", field: fieldMark("income", line) } : null;
}

/** `household.house_grade` → `houseGrade`. */
function nameOf(code: string): string {
  return code
    .slice(code.indexOf(".") + 1)
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
