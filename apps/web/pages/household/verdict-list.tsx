/** Verdicts one below another: each says its sentence, opens its reasons, and leads to the field where it is mended. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { RuleLink } from "../../design/rule-link.tsx";
import { StandardTag } from "../../design/rule-title.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { type FieldPlace, fieldBehind } from "./field-behind.ts";

export interface VerdictListProps {
  verdicts: RuleVerdict[];
  onWhy: (verdict: RuleVerdict) => void;
  onMend?: ((at: FieldPlace) => void) | undefined;
}

export function VerdictList({ verdicts, onWhy, onMend }: VerdictListProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <ul className="verdict-list">
      {verdicts.map((one) => (
        <li key={`${one.ruleId}-${one.memberId ?? ""}`}>
          <VerdictChip verdict={one} />
          <div className="verdict-words">
            <span className="verdict-title">
              {isIssue(one) && <SeverityMark severity={one.severity} />}
              <RuleLink id={one.ruleId} title={isIssue(one) ? one.failing : one.title} />
              {one.maskedMember && <span className="faint"> · {one.maskedMember}</span>}
            </span>
            <StandardTag standard={one.standard} />
            <p className="soft">{say(one.sentence)}</p>
          </div>
          <span className="verdict-actions">
            {onMend && <MendButton verdict={one} onMend={onMend} />}
            <button type="button" className="why-button" onClick={() => onWhy(one)}>
              {t("verdict.why")}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong in the data is named as it is; a criterion by what it asks for, with its outcome beside it. */
function isIssue({ kind, outcome }: RuleVerdict): boolean {
  return kind === "quality" && outcome === "fail";
}

interface MendButtonProps {
  verdict: RuleVerdict;
  onMend: (at: FieldPlace) => void;
}

/** Only of what is wrong or to verify, and only where the form has what decides it. */
function MendButton({ verdict, onMend }: MendButtonProps) {
  const { t } = useTranslation();
  const { kind, outcome } = verdict;
  // Not to belong to a class of households is nothing wrong.
  const isOpen = kind !== "eligibility" && (outcome === "fail" || outcome === "unknown");
  const place = isOpen ? fieldBehind(verdict) : null;
  if (!place) return null;
  return (
    <button type="button" className="why-button" onClick={() => onMend(place)}>
      {t("verdict.mend")}
    </button>
  );
}
