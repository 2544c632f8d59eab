/** What an edit would change, before it is saved: before → after for each verdict, criteria apart from issues in the data. */
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { StandardTag } from "../../design/rule-title.tsx";
import { Outcomes } from "./change-outcomes.tsx";
import type { Trial } from "./use-preview.ts";
import { type VerdictChange, changesBetween, exitChange } from "./verdict-change.ts";
import { groupOf, verdictGroups } from "./verdict-groups.tsx";

export function EditPreview({ saved, trial }: { saved: HouseholdVerdicts; trial: Trial }) {
  const { t } = useTranslation();
  const { verdicts, isTrying, error } = trial;
  return (
    <div className="edit-preview">
      <ProblemNotice error={error} />
      {verdicts && !error && (
        <div className={isTrying ? "is-stale" : ""}>
          <ExitChange saved={saved} after={verdicts} />
          <Changes changes={changesBetween(saved, verdicts)} />
        </div>
      )}
      {isTrying && <p className="faint small">{t("verdict.previewing")}</p>}
    </div>
  );
}

function ExitChange({ saved, after }: { saved: HouseholdVerdicts; after: HouseholdVerdicts }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const change = exitChange(saved, after);
  return (
    <section>
      <h3>{change ? t("verdict.exit") : t("verdict.previewExitSame")}</h3>
      {change ? (
        <Outcomes kind="exit" {...change} />
      ) : (
        <VerdictChip verdict={{ kind: "exit", outcome: after.exit.outcome }} />
      )}
      <p className="soft small">{say(after.exit.sentence)}</p>
    </section>
  );
}

function Changes({ changes }: { changes: VerdictChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className="soft">{t("verdict.previewSame")}</p>;
  return verdictGroups.map((group) => {
    const found = changes.filter((change) => groupOf(change) === group.word);
    return (
      found.length > 0 && (
        <section key={group.word} className={`change-group change-${group.word}`}>
          <h3>{t(`verdict.kind.${group.word}`)}</h3>
          <ul className="change-list">
            {found.map((change) => (
              <ChangeLine key={change.key} change={change} />
            ))}
          </ul>
        </section>
      )
    );
  });
}

function ChangeLine({ change }: { change: VerdictChange }) {
  const say = useBothLanguages();
  return (
    <li>
      <span>
        <span>{say(change.title)}</span> <StandardTag standard={change.standard} />
        {change.maskedMember && <span className="faint"> · {change.maskedMember}</span>}
      </span>
      <Outcomes kind={change.kind} from={change.from} to={change.to} />
    </li>
  );
}
