/** Periods of monitoring that have ended, each with its document and article; each count opens to its households. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import type { PeriodState } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { PeriodCount } from "../../../../domain/verdicts/periods/period.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatCount, formatMonth } from "../../design/numbers.ts";
import { StatusChip, type Tone } from "../../design/status-chip.tsx";
import { ToDoList } from "../../design/to-do.tsx";

const tones: Record<PeriodCount["kind"], Record<PeriodState, Tone>> = {
  deadline: { over: "must", now: "doubt", unknown: "doubt" },
  earliest: { over: "accent", now: "accent", unknown: "doubt" },
};
const states = ["over", "now", "unknown"] as const;

export function PeriodsToDo({ today }: { today: Today }) {
  const { t } = useTranslation();
  const [first] = today.periods;
  if (!first) return null;
  return (
    <ToDoList
      title={t("today.periods.title")}
      hint={t("today.periods.asOf", { month: formatMonth(first.asOfMonth) })}
    >
      <ul>
        {today.periods.map((period) => (
          <PeriodLine key={period.id} period={period} today={today} />
        ))}
      </ul>
    </ToDoList>
  );
}

function PeriodLine({ period, today }: { period: PeriodCount; today: Today }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { document, number, article } = period.source;
  const source = [document, number, article].filter((part) => part !== null).join(" ");
  return (
    <li className="period-line">
      <strong>{say(period.title)}</strong>
      <p>{say(period.advice)}</p>
      <p className="period-counts">
        {states
          .filter((state) => period[state] > 0)
          .map((state) => (
            <Link
              key={state}
              data-row
              to="/areas/$area/households"
              params={{ area: today.area }}
              search={{ year: today.year, period: period.id, ended: state }}
            >
              <StatusChip tone={tones[period.kind][state]}>
                {state === "unknown" ? t("today.period.unknown") : t(`today.period.${period.kind}.${state}`)}{" "}
                {formatCount(period[state])} {t("unit.household")}
              </StatusChip>
            </Link>
          ))}
      </p>
      <p className="faint small">{t("today.period.source", { source })}</p>
    </li>
  );
}
