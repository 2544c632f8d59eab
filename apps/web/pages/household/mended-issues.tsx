/** What edits of this book mended, data issues and exit criteria: how many, and each with when, by whom, and the field before and after. */
import { useTranslation } from "react-i18next";
import type { MendedIssue, VerdictsAndMended } from "../../../../domain/verdicts/verdict.contract.ts";
import { mattersOf } from "../../../../engines/policy/matter.ts";
import { formatTime } from "../../design/numbers.ts";
import { RuleLink } from "../../design/rule-link.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { BookChange } from "./book-change.tsx";
import { useActorWords } from "./actor-words.ts";

/** The newest first; what two standards ask is mended once. */
export function mendedIssuesOf({ mended }: Pick<VerdictsAndMended, "mended">): MendedIssue[] {
  const mendable = mended.filter(({ kind }) => kind === "quality" || kind === "criterion");
  const rules = mendable.map((one) => ({ id: one.ruleId, repeats: one.repeats, parts: [], one }));
  return mattersOf(rules).map(({ first }) => first.one);
}

/** @param mended the newest first; nothing is said of none */
export function MendedCount({ mended }: { mended: MendedIssue[] }) {
  const { t } = useTranslation();
  const [newest] = mended;
  if (!newest) return null;
  const date = formatTime(newest.at).slice(0, 10);
  return <StatusChip tone="verified">{t("household.five.mended", { n: mended.length, date })}</StatusChip>;
}

export function MendedIssues({ mended }: { mended: MendedIssue[] }) {
  const { t } = useTranslation();
  const actorWords = useActorWords();
  if (mended.length === 0) return null;
  return (
    <section className="verdict-group mended-issues" aria-label={t("history.mended")}>
      <h3>{t("history.mended")}</h3>
      <p className="faint small">{t("history.mendedHint")}</p>
      <ul className="verdict-list">
        {mended.map((one) => (
          <li key={one.ruleId}>
            <StatusChip tone="verified">{t("history.mended")}</StatusChip>
            <div className="verdict-words">
              <span className="verdict-title">
                <RuleLink id={one.ruleId} title={one.failing} />
              </span>
              <p className="soft">
                <time dateTime={one.at}>{formatTime(one.at)}</time> · {actorWords(one.who)}
              </p>
              <BookChange fields={one.fields} changes={one.changes} members={one.members} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
