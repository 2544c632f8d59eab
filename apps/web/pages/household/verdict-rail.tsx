/** Beside the book: where the household stands, and, while editing, which verdicts would change. */
import { ArrowRightOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { OutcomeChip } from "../../design/status-chip.tsx";
import { WhyDrawer } from "../../design/why-drawer.tsx";
import { type KnownVerdicts, VerdictsLoading } from "./known-verdicts.tsx";
import { VerdictChip } from "./verdict-chip.tsx";
import { type VerdictChange, changesBetween } from "./verdict-change.ts";

interface VerdictRailProps {
  verdicts: KnownVerdicts;
  /** Verdicts as they would be after the edit under way. */
  preview: HouseholdVerdicts | null;
  isTrying: boolean;
  error: Error | null;
  onShow: () => void;
}

export function VerdictRail({ verdicts, ...trial }: VerdictRailProps) {
  const { t } = useTranslation();
  if (!verdicts) return null;
  return (
    <aside className="verdict-rail panel" aria-label={t("verdict.exit")}>
      {verdicts === "loading" ? <VerdictsLoading lines={6} /> : <Standing verdicts={verdicts} {...trial} />}
    </aside>
  );
}

type StandingProps = Omit<VerdictRailProps, "verdicts"> & { verdicts: HouseholdVerdicts };

function Standing({ verdicts, preview, isTrying, error, onShow }: StandingProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const shown = preview ?? verdicts;
  return (
    <>
      <div className="rail-exit">
        <h2>{t("verdict.exit")}</h2>
        <OutcomeChip outcome={shown.exit.outcome} />
        <p className="soft small">{say(shown.exit.sentence)}</p>
      </div>
      {(preview || isTrying || error) && (
        <div className="rail-preview" role="status" aria-live="polite">
          <h3>{isTrying ? t("verdict.previewing") : t("verdict.preview")}</h3>
          <ProblemNotice error={error} />
          {preview && <Changes changes={changesBetween(verdicts, preview)} />}
        </div>
      )}
      <CriterionList verdicts={shown.verdicts} />
      <button type="button" className="more-button" onClick={onShow}>
        {t("household.allVerdicts")}
      </button>
    </>
  );
}

function CriterionList({ verdicts }: { verdicts: RuleVerdict[] }) {
  const say = useBothLanguages();
  const [asked, setAsked] = useState<RuleVerdict | null>(null);
  const criteria = verdicts.filter((one) => one.kind === "criterion" && one.outcome !== "notApplicable");
  return (
    <>
      <ul className="rail-list">
        {criteria.map((one) => (
          <li key={`${one.ruleId}-${one.memberId ?? ""}`}>
            <button type="button" onClick={() => setAsked(one)}>
              <span>{say(one.title)}</span>
              <VerdictChip verdict={one} />
            </button>
          </li>
        ))}
      </ul>
      <WhyDrawer verdict={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function Changes({ changes }: { changes: VerdictChange[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (changes.length === 0) return <p className="soft">{t("verdict.previewSame")}</p>;
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.key}>
          <span>{say(change.title)}</span>
          <span className="change-outcomes">
            <VerdictChip verdict={{ kind: change.kind, outcome: change.from }} />
            <ArrowRightOutlined aria-hidden />
            <VerdictChip verdict={{ kind: change.kind, outcome: change.to }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
