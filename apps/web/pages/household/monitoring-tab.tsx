/** Prevention of return: class, risks, measures and elimination, as the national system exports them. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Coded } from "../../../../domain/registry/code-list.contract.ts";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { formatMonth } from "../../design/numbers.ts";
import { StatusChip } from "../../design/status-chip.tsx";

export function MonitoringTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const { monitoring } = household;
  if (!monitoring?.category) {
    return monitoring?.notMonitored ? (
      <EmptyState title={t("household.monitoring.none")} hint={t("household.monitoring.noneHint")} />
    ) : (
      <EmptyState title={t("household.monitoring.unknown")} hint={t("household.monitoring.unknownHint")} />
    );
  }
  return (
    <div className="field-sections">
      <section>
        <h3>{t("household.monitoring.title")}</h3>
        <MonitoringLines monitoring={monitoring} />
      </section>
    </div>
  );
}

function MonitoringLines({ monitoring }: { monitoring: NonNullable<Household["monitoring"]> }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const { category, identifiedMonth, risks, eliminated, eliminatedMonth } = monitoring;
  const wordsOrNone = (coded: Coded | null) => (coded ? codeWords(coded) : t("state.none"));
  const yesNo = (value: boolean | null) =>
    value === null ? t("state.unfilled") : value ? t("state.yes") : t("state.no");
  const lines: [string, ReactNode][] = [
    [t("household.monitoring.category"), wordsOrNone(category)],
    [
      t("household.monitoring.identified"),
      identifiedMonth === null ? t("state.unfilled") : formatMonth(identifiedMonth),
    ],
    [t("household.monitoring.risks"), risks.map(codeWords).join(t("mark.and")) || t("state.unfilled")],
    [
      t("household.monitoring.eliminated"),
      <Eliminated key="eliminated" {...{ eliminated, eliminatedMonth }} />,
    ],
    [t("household.monitoring.way"), wordsOrNone(monitoring.eliminationWay)],
    [t("household.monitoring.development"), wordsOrNone(monitoring.developmentMeasure)],
    [t("household.monitoring.backstop"), yesNo(monitoring.noLabourBackstop)],
  ];
  return (
    <dl className="field-list">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface EliminatedProps {
  eliminated: boolean | null;
  eliminatedMonth: number | null;
}

function Eliminated({ eliminated, eliminatedMonth }: EliminatedProps) {
  const { t } = useTranslation();
  if (eliminated === null) return t("state.unfilled");
  return (
    <StatusChip tone={eliminated ? "verified" : "doubt"}>
      {eliminated ? t("state.yes") : t("state.no")}
      {eliminatedMonth !== null && ` ${formatMonth(eliminatedMonth)}`}
    </StatusChip>
  );
}
