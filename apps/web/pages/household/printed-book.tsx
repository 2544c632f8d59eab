/** The household on paper: every part of the book, then lines to fill in and sign. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { PrintFoot } from "../../design/print-foot.tsx";
import type { KnownVerdicts } from "./known-verdicts.tsx";
import type { HouseholdTab } from "../../addresses/household-view.ts";

interface PrintedBookProps {
  household: Household;
  contents: Record<HouseholdTab, ReactNode>;
  verdicts: KnownVerdicts;
  /** Somebody is changing the book: the paper says that it shows the saved one. */
  hasUnsaved: boolean;
}

export function PrintedBook({ household, contents, verdicts, hasUnsaved }: PrintedBookProps) {
  const { t } = useTranslation();
  const parts: HouseholdTab[] = household.monitoring
    ? ["members", "income", "living", "guarantee", "help", "monitoring", "verdicts"]
    : ["members", "income", "living", "guarantee", "help", "verdicts"];
  return (
    <div className="printed-book">
      {hasUnsaved && <p>{t("household.paper.unsaved")}</p>}
      {parts.map((part) => (
        <section key={part} className="panel">
          <h2>{t(`household.tab.${part}`)}</h2>
          {contents[part]}
        </section>
      ))}
      <p className="signature-line">
        <span>{t("household.paper.filledBy")}</span>
        <span>{t("household.paper.checkedBy")}</span>
        <span>{t("household.paper.seal")}</span>
      </p>
      <PrintFoot
        title={household.registerNo}
        year={household.year}
        asOf={household.updatedAt}
        policyVersion={verdicts === "loading" || verdicts instanceof Error ? null : verdicts.policyVersion}
      />
    </div>
  );
}
