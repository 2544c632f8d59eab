/** 如何退 of a household that has left poverty: in which year, what is on record of it and what is not, and how it stands now. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import type { ExitOutcome } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { lineInForce } from "../../design/line-in-force.ts";
import { formatPerHead, formatYuan } from "../../design/numbers.ts";
import { StatusChip, hasLeftPoverty } from "../../design/status-chip.tsx";
import { policyLinesQuery } from "../../server/policies.ts";
import { checkIsMet, guaranteeFields } from "./fields.ts";
import { perHeadGapsOf } from "./income-gaps.ts";

export function ExitDone({ household }: { household: Household }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusChip tone="accent">
        {household.exitYear === null
          ? t("household.five.exitedSometime")
          : t("household.five.exited", { year: household.exitYear })}
      </StatusChip>
      <span className="answer-lines small">
        <span className="soft">{useWordsOnRecord(household)}</span>
        <StateNow household={household} />
      </span>
    </>
  );
}

/** Nobody judges a household that has left; in a year without a standard its status in the book says whether it has. */
export function isExitDone({ exitStatus }: Pick<Household, "exitStatus">, outcome: ExitOutcome): boolean {
  return outcome === "notApplicable" || (outcome === "noStandard" && exitStatus?.code === hasLeftPoverty);
}

/** The book of the year in which a household left, where it is another one and is there. */
export function exitBookOf({
  exitYear,
  year,
  years,
}: Pick<Household, "exitYear" | "year" | "years">): number | undefined {
  return exitYear === null || exitYear === year ? undefined : years.find((one) => one === exitYear);
}

function useWordsOnRecord(household: Household): string {
  const { t } = useTranslation();
  const { exitYear, year } = household;
  if (exitYear === null) return t("household.five.exitYearMissing");
  if (exitYear === year) return t("household.five.exitThisBook");
  return t(exitBookOf(household) ? "household.five.exitBook" : "household.five.exitNoBook", {
    year: exitYear,
  });
}

/** What the book says now of the things that the exit asked: income beside the line of the year, and the six checks. */
function StateNow({ household }: { household: Household }) {
  const { t } = useTranslation();
  const { year } = household;
  return (
    <>
      <span>
        {t("household.five.exitNow", { year })}
        <IncomeNow household={household} />
      </span>
      <span>
        <ChecksNow household={household} />
      </span>
    </>
  );
}

function IncomeNow({ household }: { household: Household }) {
  const { t } = useTranslation();
  const { income, persons, county, year } = household;
  const { data } = useQuery(policyLinesQuery);
  const line = data && lineInForce(data.lines, "poverty", year, county);
  const net = perHeadGapsOf(household).length === 0 ? (income?.net ?? null) : null;
  if (net === null) return t("household.five.incomeUnknown");
  const gap = line?.amount ? line.amount - Math.round(net / persons) : null;
  return (
    <>
      {t("household.five.incomeNow", { yuan: formatPerHead(net, persons) })}
      {line?.amount && t("household.five.besideLine", { yuan: formatYuan(line.amount) })}
      {gap !== null && gap > 0 && (
        <strong className="exit-short">{t("household.five.belowLine", { yuan: formatYuan(gap) })}</strong>
      )}
    </>
  );
}

/** Each outcome with its number; what is not met, or not filled in, by name. */
function ChecksNow({ household: { guarantee } }: { household: Household }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const checks = guaranteeFields.map((name) => {
    const coded = guarantee?.[name];
    return { words: coded ? codeWords(coded) : t("state.unfilled"), isMet: coded?.code === checkIsMet, name };
  });
  const groups = [...Map.groupBy(checks, ({ words }) => words)].map(([words, of]) => {
    const names = of.map(({ name }) => t(`household.guarantee.field.${name}`)).join(t("mark.and"));
    const count = t("household.five.checks", { words, n: of.length });
    return of.every(({ isMet }) => isMet) || of.length === checks.length
      ? count
      : `${count}${t("mark.inBrackets", { text: names })}`;
  });
  return t("household.five.checksNow", { checks: groups.join(t("mark.and")) });
}
