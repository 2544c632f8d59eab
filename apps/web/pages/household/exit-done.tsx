/** 如何退 of a household that has left poverty: in which year, what is on record of it and what is not, and how it stands now. */
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import type { ExitOutcome } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { formatPerHead } from "../../design/numbers.ts";
import { StatusChip, hasLeftPoverty } from "../../design/status-chip.tsx";
import { guaranteeFields } from "./fields.ts";
import { perHeadGapsOf } from "./income-gaps.ts";

export function ExitDone({ household }: { household: Household }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusChip tone="verified">
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

/** What the book says of the same things that the exit asked. */
function StateNow({ household }: { household: Household }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const { income, guarantee, persons, year } = household;
  const net = perHeadGapsOf(household).length === 0 ? (income?.net ?? null) : null;
  const checks = guaranteeFields.map((name) => {
    const coded = guarantee?.[name];
    return coded ? codeWords(coded) : t("state.unfilled");
  });
  const counts = [...Map.groupBy(checks, (words) => words)].map(([words, { length }]) =>
    t("household.five.checks", { words, n: length }),
  );
  return (
    <span>
      {t("household.five.exitNow", {
        year,
        income:
          net === null
            ? t("household.five.incomeUnknown")
            : t("household.five.incomeNow", { yuan: formatPerHead(net, persons) }),
        checks: counts.join(t("mark.and")),
      })}
    </span>
  );
}
