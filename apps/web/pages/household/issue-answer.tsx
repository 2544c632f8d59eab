/** 问题改了没有 in a line: what edits mended, and what is wrong in the data now, by name. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict, VerdictsAndMended } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatTime } from "../../design/numbers.ts";
import { SeverityMark, severities } from "../../design/severity-mark.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { useActorWords } from "./actor-words.ts";
import { MendedCount, mendedIssuesOf } from "./mended-issues.tsx";
import { failedMattersOf } from "./criteria-met.ts";
import { issueCountsOf } from "./issue-counts.ts";
import { type KnownVerdicts, VerdictsFailedChip, VerdictsLoading } from "./known-verdicts.tsx";

const shownIssues = 3;

export function IssueAnswer({ verdicts }: { verdicts: KnownVerdicts }) {
  const { t } = useTranslation();
  if (verdicts === "loading") return <VerdictsLoading lines={1} />;
  if (verdicts instanceof Error) return <VerdictsFailedChip />;
  const { issues, grave, suspicious, unknown } = issueCountsOf(verdicts.verdicts);
  return (
    <>
      {issues + unknown === 0 && <StatusChip tone="verified">{t("household.five.noIssues")}</StatusChip>}
      {issues > 0 && (
        <StatusChip tone={grave > 0 ? "must" : issues > suspicious ? "doubt" : "plain"}>
          {t("household.five.issueCount", { n: issues })}
        </StatusChip>
      )}
      {unknown > 0 && (
        <StatusChip tone="doubt">{t("household.five.issueUnknown", { n: unknown })}</StatusChip>
      )}
      <MendedCount mended={mendedIssuesOf(verdicts)} />
      <IssueNames verdicts={verdicts.verdicts} />
      <LastChange change={verdicts.lastChange} />
      <UnmetStandards verdicts={verdicts.verdicts} />
    </>
  );
}

/** What keeps a household from exiting is to be mended too: it stands under the answer beside. */
function UnmetStandards({ verdicts }: { verdicts: RuleVerdict[] }) {
  const { t } = useTranslation();
  const n = failedMattersOf(verdicts);
  return n > 0 && <span className="soft small">{t("household.five.alsoExit", { n })}</span>;
}

function IssueNames({ verdicts }: { verdicts: RuleVerdict[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const open = verdicts.filter(
    ({ kind, outcome }) => kind === "quality" && (outcome === "fail" || outcome === "unknown"),
  );
  // A check of several members is one issue; what is wrong stands before what nobody can tell.
  const isFailed = (one: RuleVerdict): boolean => one.outcome === "fail";
  const issues = [...Map.groupBy(open, ({ ruleId }) => ruleId).values()]
    .flatMap((ofRule) => ofRule.find(isFailed) ?? ofRule[0] ?? [])
    .toSorted((a, b) => Number(isFailed(b)) - Number(isFailed(a)) || placeOf(a) - placeOf(b));
  const more = issues.length - shownIssues;
  if (issues.length === 0) return null;
  return (
    <span className="answer-lines small">
      {issues.slice(0, shownIssues).map((one) => (
        <span key={one.ruleId}>
          {isFailed(one) && <SeverityMark severity={one.severity} />}{" "}
          {isFailed(one) ? say(one.failing) : t("household.five.issueToVerify", { title: say(one.title) })}
        </span>
      ))}
      {more > 0 && <span className="faint">{t("household.five.more", { n: more })}</span>}
    </span>
  );
}

/** What was edited last, by whom, whether or not it mended anything. */
function LastChange({ change }: { change: VerdictsAndMended["lastChange"] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const actorWords = useActorWords();
  if (!change) return <span className="faint small">{t("household.five.neverChanged")}</span>;
  const all = [change, ...change.members];
  const names = all
    .flatMap(({ changes, fields }) => [...changes.map(({ field }) => field), ...fields])
    .map(say);
  const each = [...new Set(names)];
  const shown = each.slice(0, shownIssues).join(t("mark.and"));
  return (
    <span className="soft small">
      {t("household.five.lastChange", { time: formatTime(change.at), who: actorWords(change.who) })}
      {shown !== "" && t("history.lead", { lead: "" })}
      {shown}
      {each.length > shownIssues && t("household.five.andMore", { n: each.length })}
    </span>
  );
}

function placeOf({ severity }: RuleVerdict): number {
  return severities.findIndex((one) => one === severity);
}
