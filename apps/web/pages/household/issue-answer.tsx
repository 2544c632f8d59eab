/** 问题改了没有 in a line: what edits mended, and what is wrong in the data now, by name. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { SeverityMark, severities } from "../../design/severity-mark.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
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
  const failed = verdicts.filter(({ kind, outcome }) => kind === "quality" && outcome === "fail");
  // A check of several members is one issue.
  const issues = [...new Map(failed.map((one) => [one.ruleId, one])).values()].toSorted(
    (a, b) => placeOf(a) - placeOf(b),
  );
  const more = issues.length - shownIssues;
  if (issues.length === 0) return null;
  return (
    <span className="answer-lines small">
      {issues.slice(0, shownIssues).map((one) => (
        <span key={one.ruleId}>
          <SeverityMark severity={one.severity} /> {say(one.failing)}
        </span>
      ))}
      {more > 0 && <span className="faint">{t("household.five.more", { n: more })}</span>}
    </span>
  );
}

function placeOf({ severity }: RuleVerdict): number {
  return severities.findIndex((one) => one === severity);
}
