/** The verdicts on paper: each criterion with outcome, reason and article, then what else was found, as of when. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatTime } from "../../design/numbers.ts";
import { SourceWords } from "../../design/policy-source.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { type KnownVerdicts, VerdictsFailed, VerdictsLoading } from "./known-verdicts.tsx";
import { groupOf, isFound, verdictGroups } from "./verdict-groups.tsx";

interface PrintedVerdictsProps {
  verdicts: KnownVerdicts;
  /** When the book was last changed: the verdicts are of its values. */
  asOf: string;
}

export function PrintedVerdicts({ verdicts, asOf }: PrintedVerdictsProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (verdicts === "loading") return <VerdictsLoading lines={8} />;
  if (verdicts instanceof Error) return <VerdictsFailed error={verdicts} />;
  if (verdicts.verdicts.length === 0) return <p>{t("verdict.notEvaluated")}</p>;
  const standards = verdicts.exit.standards.map((standard) => say(standard.title)).join(t("mark.and"));
  return (
    <div className="printed-verdicts">
      <p>{say(verdicts.exit.sentence)}</p>
      <p className="faint small">
        {standards !== "" && `${standards} · `}
        {t("state.asOf", { time: formatTime(asOf) })}
      </p>
      {verdictGroups.map(({ word, folds }) => {
        const ofGroup = verdicts.verdicts.filter((one) => groupOf(one) === word);
        return <PrintedGroup key={word} {...{ word, folds }} verdicts={ofGroup} />;
      })}
    </div>
  );
}

interface PrintedGroupProps {
  word: (typeof verdictGroups)[number]["word"];
  /** Only what was found stands in lines; what nobody can tell yet is counted below them. */
  folds: boolean;
  verdicts: RuleVerdict[];
}

function PrintedGroup({ word, folds, verdicts }: PrintedGroupProps) {
  const { t } = useTranslation();
  const unknown = folds ? verdicts.filter(({ outcome }) => outcome === "unknown").length : 0;
  return (
    <>
      <PrintedLines word={word} verdicts={folds ? verdicts.filter(isFound) : verdicts} />
      {unknown > 0 && <p>{t("household.paper.unknown", { kind: t(`verdict.kind.${word}`), n: unknown })}</p>}
    </>
  );
}

function PrintedLines({ word, verdicts }: Omit<PrintedGroupProps, "folds">) {
  const { t } = useTranslation();
  if (verdicts.length === 0) return null;
  return (
    <DataTable
      label={t(`verdict.kind.${word}`)}
      heads={[
        { key: "title", words: t(`verdict.kind.${word}`) },
        { key: "outcome", words: t("household.paper.outcome") },
        { key: "reason", words: t("household.paper.reason") },
        { key: "source", words: t("verdict.source") },
      ]}
    >
      {verdicts.map((one) => (
        <PrintedLine key={`${one.ruleId}-${one.memberId ?? ""}`} verdict={one} />
      ))}
    </DataTable>
  );
}

function PrintedLine({ verdict }: { verdict: RuleVerdict }) {
  const say = useBothLanguages();
  return (
    <tr>
      <th scope="row">
        {say(verdict.title)}
        {verdict.maskedMember && ` · ${verdict.maskedMember}`}
      </th>
      <td>
        <VerdictChip verdict={verdict} />
      </td>
      <td>{say(verdict.sentence)}</td>
      <td>
        <SourceWords source={verdict.source} />
      </td>
    </tr>
  );
}
