/** Beside the book: where the household stands, or, while there are unsaved changes, what they would do. */
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { isExitCriterion } from "../../../../engines/policy/exit-criterion.ts";
import { StandardTag } from "../../design/rule-title.tsx";
import { OutcomeChip } from "../../design/status-chip.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { type BookPlace, WhyDrawer } from "../../design/why-drawer.tsx";
import type { Trial } from "./use-preview.ts";
import { inOrderOfMatters } from "./criteria-met.ts";
import { useWhy } from "./use-why.ts";
import { EditPreview } from "./edit-preview.tsx";
import { type KnownVerdicts, VerdictsLoading } from "./known-verdicts.tsx";

interface VerdictRailProps {
  verdicts: KnownVerdicts;
  /** The verdicts after the edit under way; undefined while nothing is changed. They stand instead of the saved ones. */
  trial: Trial | undefined;
  onShow: () => void;
}

export function VerdictRail({ verdicts, trial, onShow }: VerdictRailProps) {
  const { t } = useTranslation();
  if (verdicts instanceof Error) return null;
  return (
    <aside className="verdict-rail panel" aria-label={trial ? t("verdict.preview") : t("verdict.exit")}>
      {verdicts === "loading" ? (
        <VerdictsLoading lines={6} />
      ) : trial ? (
        <div className="rail-preview">
          <h2>{t("verdict.preview")}</h2>
          <EditPreview saved={verdicts} trial={trial} />
        </div>
      ) : (
        <Standing verdicts={verdicts} onShow={onShow} />
      )}
    </aside>
  );
}

function Standing({ verdicts, onShow }: { verdicts: HouseholdVerdicts; onShow: () => void }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <>
      <div className="rail-exit">
        <h2>{t("verdict.exit")}</h2>
        <OutcomeChip outcome={verdicts.exit.outcome} />
        <p className="soft small">{say(verdicts.exit.sentence)}</p>
      </div>
      <CriterionList verdicts={verdicts.verdicts} at={verdicts} />
      <button type="button" className="more-button" onClick={onShow}>
        {t("household.allVerdicts")}
      </button>
    </>
  );
}

function CriterionList({ verdicts, at }: { verdicts: RuleVerdict[]; at: BookPlace }) {
  const say = useBothLanguages();
  const why = useWhy("rail", verdicts);
  const criteria = verdicts.filter((one) => isExitCriterion(one) && one.outcome !== "notApplicable");
  return (
    <>
      <ul className="rail-list">
        {inOrderOfMatters(criteria).map((one) => (
          <li key={`${one.ruleId}-${one.memberId ?? ""}`}>
            <button type="button" onClick={() => why.ask(one)}>
              <span>
                {say(one.title)} <StandardTag standard={one.standard} />
              </span>
              <VerdictChip verdict={one} />
            </button>
          </li>
        ))}
      </ul>
      <WhyDrawer verdict={why.asked} at={at} onClose={why.close} />
    </>
  );
}
