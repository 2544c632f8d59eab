/** The list with filters that read as a sentence, and things to do. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { SentenceFilter } from "../../design/sentence-filter.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { OutcomeChip } from "../../design/status-chip.tsx";
import { ToDoLine } from "../../design/to-do.tsx";
import { sampleHouseholds, sampleVerdict } from "./samples.ts";
import { useBothLanguages } from "../../design/both-languages.ts";

const filterNames = ["status", "cause", "housing"] as const;
type FilterName = (typeof filterNames)[number];

export function ListSample() {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<readonly FilterName[]>(filterNames);
  return (
    <>
      <SentenceFilter
        parts={[
          { key: "area", words: "驿城区" },
          { key: "year", words: t("state.year", { year: 2018 }) },
          ...filters.map((name) => ({
            key: name,
            words: t(`design.list.${name}`),
            onRemove: () => setFilters(filters.filter((one) => one !== name)),
          })),
        ]}
        onClear={() => setFilters([])}
      />
      {filters.length < filterNames.length && (
        <Button size="small" onClick={() => setFilters(filterNames)}>
          {t("design.list.restore")}
        </Button>
      )}
      <HouseholdTable />
    </>
  );
}

function HouseholdTable() {
  const { t } = useTranslation();
  const heads = [
    { key: "head", words: t("householdList.head"), className: "pinned" },
    { key: "registerNo", words: t("householdList.registerNo") },
    { key: "village", words: t("householdList.village") },
    { key: "persons", words: t("householdList.persons"), className: "number" },
    { key: "exit", words: t("householdList.exitOutcome") },
  ];
  return (
    <DataTable label={t("design.list.title")} heads={heads} stacks>
      {sampleHouseholds.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="pinned">
            {row.head}
          </th>
          <td data-label={t("householdList.registerNo")}>{row.registerNo}</td>
          <td data-label={t("householdList.village")}>{row.village}</td>
          <td className="number" data-label={t("householdList.persons")}>
            {row.persons}
          </td>
          <td data-label={t("householdList.exitOutcome")}>
            <OutcomeChip outcome={row.outcome} quiet />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

export function ToDoSample() {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <div className="to-do">
      <ul>
        <ToDoLine
          mark={<SeverityMark severity="must" />}
          count={
            <>
              {formatCount(53)}
              <small>{t("unit.household")}</small>
            </>
          }
        >
          <a href="#content">{say(sampleVerdict.title)}</a>
        </ToDoLine>
        <ToDoLine mark={<SeverityMark severity="should" />} about={t("today.toFix", { n: 12 })}>
          <a href="#content">水屯镇花名册2018.xlsx</a>
        </ToDoLine>
      </ul>
    </div>
  );
}
