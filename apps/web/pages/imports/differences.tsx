/** What the file changes: new, gone and changed households, field by field, by pages. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DifferencePage } from "../../../../domain/registry/import-difference.contract.ts";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { type DifferenceChoice, differencesQuery } from "../../server/import-differences.ts";
import { PageTurner } from "./page-turner.tsx";
import { useReadPage } from "./read-page.ts";

const everything: DifferenceChoice = { kind: null, field: null };

export function Differences({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(everything);
  // Where each page looked at so far begins; the last is shown.
  const [starts, setStarts] = useState([0]);
  const { data, error, refetch } = useQuery(differencesQuery(batch, choice, starts.at(-1) ?? 0));
  const read = useReadPage(starts, data);
  const choose = (next: DifferenceChoice): void => {
    setChoice(next);
    setStarts([0]);
  };
  const problem = <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!read) return problem;
  const { page } = read;
  if (page.counts.length === 0)
    return (
      <section className="panel import-line">
        <StatusChip tone="plain">{t("import.differencesNone")}</StatusChip>
      </section>
    );
  return (
    <section className="panel" aria-label={t("import.differences")}>
      <div className="panel-head">
        <h2>{t("import.differences")}</h2>
        <ChoiceOfField counts={page.counts} choice={choice} onChoose={choose} />
      </div>
      {page.listed < sumOf(page.counts) && (
        <p className="soft small" role="note">
          {t("import.differencesCut", {
            listed: formatCount(page.listed),
            all: formatCount(sumOf(page.counts)),
          })}
        </p>
      )}
      {problem}
      <Lines page={page} />
      <PageTurner starts={read.starts} next={page.next} onTurn={setStarts} />
    </section>
  );
}

interface ChoiceProps {
  counts: DifferencePage["counts"];
  choice: DifferenceChoice;
  onChoose: (choice: DifferenceChoice) => void;
}

function ChoiceOfField({ counts, choice, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const counted = (label: string, count: number): string =>
    t("import.countOf", { label, n: formatCount(count) });
  const options = [
    { value: "", label: counted(t("import.allDifferences"), sumOf(counts)), choice: everything },
    ...counts.map(({ kind, field, label, count }) => ({
      value: `${kind}/${field ?? ""}`,
      label: counted(label ? say(label) : t(`import.difference.${kind}`), count),
      choice: { kind, field },
    })),
  ];
  return (
    <Select
      className="field-choice"
      aria-label={t("import.filterDifferences")}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={choice.kind === null ? "" : `${choice.kind}/${choice.field ?? ""}`}
      onChange={(value) => onChoose(options.find((one) => one.value === value)?.choice ?? everything)}
      options={options.map(({ value, label }) => ({ value, label }))}
    />
  );
}

function sumOf(counts: DifferencePage["counts"]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

const heads = [
  ["registerNo", "householdList.registerNo"],
  ["head", "householdList.head"],
  ["village", "import.village"],
  ["kind", "import.kindOfDifference"],
  ["field", "import.field"],
  ["from", "import.from"],
  ["to", "import.to"],
] as const;

function Lines({ page }: { page: DifferencePage }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("import.differences")}
      className="diff-frame"
      stacks
      heads={heads.map(([key, word]) => ({ key, words: t(word) }))}
    >
      {page.differences.map((line) => (
        <Line key={line.position} line={line} />
      ))}
    </DataTable>
  );
}

const tones = { new: "accent", gone: "doubt", changed: "plain" } as const;

function Line({ line }: { line: DifferencePage["differences"][number] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const none = line.kind === "changed" ? t("state.none") : "";
  return (
    <tr>
      <td className="register-no" data-label={t("householdList.registerNo")}>
        {line.registerNo}
      </td>
      <td data-label={t("householdList.head")}>{line.maskedHead ?? t("state.none")}</td>
      <td data-label={t("import.village")}>{line.village ?? t("state.none")}</td>
      <td data-label={t("import.kindOfDifference")}>
        <StatusChip tone={tones[line.kind]} quiet>
          {t(`import.difference.${line.kind}`)}
        </StatusChip>
      </td>
      <td data-label={t("import.field")}>{line.label && say(line.label)}</td>
      <td className="diff-from" data-label={t("import.from")}>
        {line.from ? say(line.from) : none}
      </td>
      <td className="diff-to" data-label={t("import.to")}>
        {line.to === null ? none : line.hidden ? t("import.changedText") : say(line.to)}
      </td>
    </tr>
  );
}
