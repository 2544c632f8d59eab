/** What is planned for a place (计划数), year by year, the register (系统数) beside; a year opens to its sentences. */
import { useQuery } from "@tanstack/react-query";
import { Fragment, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Target } from "../../../../domain/targets/target.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { rowsBehindSystem } from "../../addresses/rows-behind-figure.ts";
import { CountLink } from "../../frame/rows-link.tsx";
import { PanelProblem } from "../../design/panel-problem.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { sessionQuery, useMay } from "../../server/session.ts";
import { targetsQuery } from "../../server/targets.ts";
import { SourceQuote } from "./source-quote.tsx";
import { type TargetTable, type TargetYear, targetTableOf } from "./target-years.ts";

export function TargetPanel({ area }: { area: string }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { data, error, refetch } = useQuery({ ...targetsQuery(area), enabled: useMay("target.read") });
  const isDemo = useQuery(sessionQuery).data?.demo ?? false;
  if (error && !data)
    return <PanelProblem title={t("area.targets")} error={error} onRetry={() => void refetch()} />;
  if (!data || data.targets.length === 0) return null;
  const table = targetTableOf(data);
  const hasTotals = table.totals.some((total) => total !== null);
  return (
    <section id="targets" className="panel targets" aria-label={t("area.targets")}>
      <div className="panel-head">
        <h2>{t("area.targets")}</h2>
        <span className="faint small">{t("area.targetsNote")}</span>
        {isDemo && <span className="target-made-up small">{t("area.targetsMadeUp")}</span>}
      </div>
      <DataTable
        label={t("area.targets")}
        stacks
        heads={[
          { key: "year", words: t("area.year"), className: "pinned" },
          ...table.kinds.map(({ kind, title }) => ({ key: kind, words: say(title), className: "number" })),
        ]}
        foot={hasTotals && <TotalRow table={table} />}
      >
        {table.years.map((row) => (
          <YearRow key={row.year} area={area} row={row} kinds={table.kinds} />
        ))}
      </DataTable>
    </section>
  );
}

interface YearRowProps {
  area: string;
  row: TargetYear;
  kinds: TargetTable["kinds"];
}

function YearRow({ area, row, kinds }: YearRowProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <tr>
        <th scope="row" className="pinned">
          <button
            type="button"
            className="open-source"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t("state.year", { year: row.year })}{" "}
            <span>{open ? t("area.closeSource") : t("area.openSource")}</span>
          </button>
        </th>
        {row.cells.map((cell, index) => (
          <td key={kinds[index]?.kind} className="number" data-label={say(kinds[index]?.title ?? none)}>
            {cell ? <TargetCell area={area} target={cell} /> : t("state.none")}
          </td>
        ))}
      </tr>
      <tr id={id} hidden={!open} className="source-row">
        <td colSpan={row.cells.length + 1}>
          {row.sources.map(({ document, documentDate, quote }) => (
            <SourceQuote key={quote} document={document} date={documentDate} quote={quote} />
          ))}
        </td>
      </tr>
    </Fragment>
  );
}

const none = { zh: "", en: "" };

function TargetCell({ area, target }: { area: string; target: Target }) {
  const { t } = useTranslation();
  const { kind, year, planned, system, unit, split } = target;
  return (
    <>
      <strong>{formatCount(planned)}</strong> {t(unitWords[unit])}
      {!split && (
        <>
          {" "}
          <StatusChip tone="doubt" quiet>
            <span title={t("area.notSplitAbout")}>{t("area.notSplit")}</span>
          </StatusChip>
        </>
      )}
      <span className="beside">
        {t("area.system")}{" "}
        {system === null ? (
          t("state.none")
        ) : (
          <CountLink figures={{ area, year }} filters={rowsBehindSystem(kind)} count={system}>
            {formatCount(system)} {t(unitWords[unit])}
          </CountLink>
        )}
      </span>
    </>
  );
}

const unitWords = { 人: "unit.person", 户: "unit.household", 个: "area.piece" } as const;

function TotalRow({ table }: { table: TargetTable }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <tr>
      <th scope="row" className="pinned">
        {t("area.total")}
      </th>
      {table.kinds.map(({ kind, title, unit }, index) => {
        const total = table.totals[index] ?? null;
        return (
          <td key={kind} className="number" data-label={say(title)}>
            {total === null ? t("state.none") : `${formatCount(total)} ${t(unitWords[unit])}`}
          </td>
        );
      })}
    </tr>
  );
}
