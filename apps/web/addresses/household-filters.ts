/** The filters of the household list as they stand in its address. What a person searched for is never among them. */
import type {
  ExitOutcome,
  HouseholdSearch,
  Outcome,
  PeriodState,
} from "../../../domain/verdicts/list/household-list.contract.ts";
import { readList, readOne, readYear } from "./plain-search.ts";

export interface HouseholdFilters {
  year?: number;
  /** Codes of 脱贫属性. */
  status?: string[];
  attribute?: string[];
  cause?: string[];
  /** With or without a helper, or not on record. */
  helped?: YesNoUnknown;
  monitored?: YesNoUnknown;
  /** In a village on the list of poor villages or in another one. */
  poorVillage?: YesNo;
  /** Left poverty in the year of the book, or not. */
  exited?: YesNo;
  exit?: ExitOutcome;
  /** Fails one exit criterion only, or more. */
  failed?: (typeof failedCounts)[number];
  /** With or without a data-quality finding. */
  finding?: YesNo;
  rule?: string;
  outcome?: Outcome;
  /** A period of monitoring, and when it ended. */
  period?: string;
  ended?: PeriodState;
  /** From the last household number to the first; the other way round when absent. */
  order?: "descending";
}

export const yesNo = ["yes", "no"] as const;
export type YesNo = (typeof yesNo)[number];

/** What the books may not say. */
export const yesNoUnknown = [...yesNo, "unknown"] as const;
export type YesNoUnknown = (typeof yesNoUnknown)[number];

export const failedCounts = ["one", "more"] as const;
export const periodStates = ["over", "now", "unknown"] as const;

export const outcomes = ["pass", "fail", "unknown", "notApplicable"] as const;
export const exitOutcomes = [...outcomes, "noStandard"] as const;

export function readHouseholdFilters(search: Record<string, unknown>): HouseholdFilters {
  const rule = typeof search["rule"] === "string" ? search["rule"] : undefined;
  const period = typeof search["period"] === "string" ? search["period"] : undefined;
  const read = {
    year: readYear(search["year"]),
    status: readList(search["status"]),
    attribute: readList(search["attribute"]),
    cause: readList(search["cause"]),
    helped: readOne(yesNoUnknown, search["helped"]),
    monitored: readOne(yesNoUnknown, search["monitored"]),
    poorVillage: readOne(yesNo, search["poorVillage"]),
    exited: readOne(yesNo, search["exited"]),
    exit: readOne(exitOutcomes, search["exit"]),
    failed: readOne(failedCounts, search["failed"]),
    finding: readOne(yesNo, search["finding"]),
    rule,
    outcome: rule === undefined ? undefined : (readOne(outcomes, search["outcome"]) ?? "fail"),
    period,
    ended: period === undefined ? undefined : (readOne(periodStates, search["ended"]) ?? "over"),
    order: readOne(["descending"], search["order"]),
  };
  return withoutAbsent(read);
}

/** The same filters as the server takes them. */
export function searchOf(filters: HouseholdFilters): Omit<HouseholdSearch, "limit"> {
  const { year, status, attribute, cause, helped, monitored, poorVillage } = filters;
  const { exited, exit, failed, finding, rule, outcome, period, ended, order } = filters;
  return withoutAbsent({
    year,
    exitStatus: status,
    attribute,
    cause,
    helped: saidOf(helped),
    monitored: saidOf(monitored),
    poorVillage: poorVillage && poorVillage === "yes",
    exited: exited && exited === "yes",
    exitOutcome: exit,
    exitFailed: failed,
    finding: finding && finding === "yes",
    rule: rule === undefined ? undefined : { id: rule, outcome: outcome ?? "fail" },
    period: period === undefined ? undefined : { id: period, state: ended ?? "over" },
    order,
  });
}

function saidOf(chosen: YesNoUnknown | undefined): HouseholdSearch["helped"] {
  return chosen === "unknown" ? chosen : chosen && chosen === "yes";
}

/** A list of codes that became empty is no filter. */
export function withCodes(
  filters: HouseholdFilters,
  name: "status" | "attribute" | "cause",
  codes: string[],
): HouseholdFilters {
  return codes.length > 0 ? { ...filters, [name]: codes } : without(filters, name);
}

export function without(filters: HouseholdFilters, name: keyof HouseholdFilters): HouseholdFilters {
  const { [name]: _, ...rest } = filters;
  return rest;
}

type Present<Record> = { [Key in keyof Record]?: Exclude<Record[Key], undefined> };

function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  const present: Present<Fields> = { ...fields };
  for (const key in present) if (present[key] === undefined) delete present[key];
  return present;
}
