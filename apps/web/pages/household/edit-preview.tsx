/** What an edit would change, before it is saved: before → after for each verdict, criteria apart from issues in the data. */
import { ArrowRightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { StandardTag } from "../../design/rule-title.tsx";
import type { Trial } from "./draft.ts";
import { type VerdictChange, changesBetween } from "./verdict-change.ts";
import { verdictGroups } from "./verdict-groups.tsx";

export function EditPreview({ saved, trial }: { saved: HouseholdVerdicts; trial: Trial }) {
  const { t } = useTranslation();
  const { verdicts, isTrying, error } = trial;
  return (
    <div className="edit-preview" role="status" aria-live="polite">
      <h2>{t("verdict.preview")}</h2>
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
  const [from, to] = [saved.exit.outcome, after.exit.outcome];
  return (
    <section>
      <h3>{from === to ? t("verdict.previewExitSame") : t("verdict.exit")}</h3>
      {from === to ? (
        <VerdictChip verdict={{ kind: "exit", outcome: to }} />
      ) : (
        <Outcomes kind="exit" {...{ from, to }} />
      )}
      <p className="soft small">{say(after.exit.sentence)}</p>
    </section>
  );
}

function Changes({ changes }: { changes: VerdictChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className="soft">{t("verdict.previewSame")}</p>;
  return verdictGroups.map((group) => {
    const found = changes.filter(({ kind }) => group.kinds.some((one) => one === kind));
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

function Outcomes({ kind, from, to }: Pick<VerdictChange, "kind" | "from" | "to">) {
  return (
    <span className="change-outcomes">
      <VerdictChip verdict={{ kind, outcome: from }} />
      <ArrowRightOutlined aria-label="→" />
      <VerdictChip verdict={{ kind, outcome: to }} />
    </span>
  );
}
