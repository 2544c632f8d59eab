/** What an edit would change, in a line or two: the changes that matter most, and how many more there are. */
import { useTranslation } from "react-i18next";
import type { HouseholdVerdicts } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { Outcomes } from "./change-outcomes.tsx";
import type { Trial } from "./use-preview.ts";
import { changesBetween, exitChange } from "./verdict-change.ts";
import { groupOf, verdictGroups } from "./verdict-groups.tsx";

const mostShown = 2;

export function EditSummary({ saved, trial }: { saved: HouseholdVerdicts; trial: Trial }) {
  const { t } = useTranslation();
  const { verdicts, isTrying, error } = trial;
  if (error) return t("household.previewFailed");
  if (!verdicts) return t("verdict.previewing");
  return (
    <div className={isTrying ? "is-stale" : ""}>
      <ChangesInShort saved={saved} after={verdicts} />
    </div>
  );
}

function ChangesInShort({ saved, after }: { saved: HouseholdVerdicts; after: HouseholdVerdicts }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const exit = exitChange(saved, after);
  const changes = changesBetween(saved, after);
  const lines = [
    ...(exit ? [{ key: "exit", words: t("verdict.exit"), kind: "exit", ...exit }] : []),
    ...verdictGroups.flatMap(({ word }) =>
      changes
        .filter((change) => groupOf(change) === word)
        .map((change) => ({ ...change, words: say(change.title) })),
    ),
  ];
  if (lines.length === 0) return t("verdict.previewSame");
  const more = lines.length - mostShown;
  return (
    <>
      {lines.slice(0, mostShown).map(({ key, words, ...change }) => (
        <div key={key} className="edit-change">
          <span>{words}</span>
          <Outcomes {...change} />
        </div>
      ))}
      {more > 0 && <span className="edit-more soft small">{t("household.moreChanges", { n: more })}</span>}
    </>
  );
}
