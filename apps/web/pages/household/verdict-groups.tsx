/** All verdicts of the household in three groups; each says its sentence and opens its reasons. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { WhyDrawer } from "../../design/why-drawer.tsx";
import { VerdictChip } from "./verdict-chip.tsx";

const groups = [
  { word: "criterion", kinds: ["criterion"], folds: false },
  { word: "eligibility", kinds: ["eligibility", "risk"], folds: true },
  { word: "quality", kinds: ["quality"], folds: true },
] as const;

export function VerdictGroups({ verdicts }: { verdicts: HouseholdVerdicts | null }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const [asked, setAsked] = useState<RuleVerdict | null>(null);
  if (!verdicts || verdicts.verdicts.length === 0)
    return <EmptyState title={t("verdict.outcome.none")} hint={t("verdict.notEvaluated")} />;
  return (
    <div className="verdict-groups">
      <div className="verdict-exit">
        <p>{say(verdicts.exit.sentence)}</p>
        <p className="faint small">
          {verdicts.exit.standards.map((standard) => say(standard.title)).join("、")}
        </p>
      </div>
      {groups.map((group) => (
        <VerdictGroup
          key={group.word}
          title={t(`verdict.kind.${group.word}`)}
          verdicts={verdicts.verdicts.filter((one) => group.kinds.some((kind) => kind === one.kind))}
          folds={group.folds}
          onWhy={setAsked}
        />
      ))}
      <WhyDrawer verdict={asked} onClose={() => setAsked(null)} />
    </div>
  );
}

interface VerdictGroupProps {
  title: string;
  verdicts: RuleVerdict[];
  /** Settled verdicts are folded away, so that what needs work is seen. */
  folds: boolean;
  onWhy: (verdict: RuleVerdict) => void;
}

function VerdictGroup({ title, verdicts, folds, onWhy }: VerdictGroupProps) {
  const { t } = useTranslation();
  if (verdicts.length === 0) return null;
  const open = folds ? verdicts.filter(needsAttention) : verdicts;
  const settled = folds ? verdicts.filter((one) => !needsAttention(one)) : [];
  return (
    <section className="verdict-group">
      <h3>{title}</h3>
      {open.length === 0 && <p className="soft">{t("verdict.nothingOpen")}</p>}
      <VerdictList verdicts={open} onWhy={onWhy} />
      {settled.length > 0 && (
        <details>
          <summary>{t("verdict.showPassed", { n: settled.length })}</summary>
          <VerdictList verdicts={settled} onWhy={onWhy} />
        </details>
      )}
    </section>
  );
}

/** A class of households matters when the household belongs to it; any other rule when it is not met. */
function needsAttention({ kind, outcome }: RuleVerdict): boolean {
  return outcome === "unknown" || outcome === (kind === "eligibility" ? "pass" : "fail");
}

function VerdictList({
  verdicts,
  onWhy,
}: {
  verdicts: RuleVerdict[];
  onWhy: (verdict: RuleVerdict) => void;
}) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <ul className="verdict-list">
      {verdicts.map((one) => (
        <li key={`${one.ruleId}-${one.memberId ?? ""}`}>
          <VerdictChip verdict={one} />
          <div className="verdict-words">
            <span className="verdict-title">
              {one.kind === "quality" && needsAttention(one) && <SeverityMark severity={one.severity} />}
              {say(one.title)}
              {one.maskedMember && <span className="faint"> · {one.maskedMember}</span>}
            </span>
            <p className="soft">{say(one.sentence)}</p>
          </div>
          <button type="button" className="why-button" onClick={() => onWhy(one)}>
            {t("verdict.why")}
          </button>
        </li>
      ))}
    </ul>
  );
}
