/** The places below with the same figures; a column head sorts, a name goes down the tree. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { DataTable, type TableHead } from "../../design/data-table.tsx";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { PartBar } from "../../design/part-bar.tsx";
import { FigureDownload } from "./figure-download.tsx";
import { isNobodyJudged } from "./nobody-judged.ts";

interface Column {
  word: "households" | "persons" | "poor" | "preExit" | "lifted" | "returned" | "monitored";
  count: (counts: Counts) => number;
}

/** The count of the poor includes those who returned; here as in the bar above they stand apart. */
const columns: readonly Column[] = [
  { word: "households", count: (counts) => counts.households },
  { word: "persons", count: (counts) => counts.persons },
  { word: "poor", count: (counts) => counts.poorHouseholds - counts.returnedHouseholds },
  { word: "preExit", count: (counts) => counts.preExitHouseholds },
  { word: "lifted", count: (counts) => counts.liftedHouseholds },
  { word: "returned", count: (counts) => counts.returnedHouseholds },
  { word: "monitored", count: (counts) => counts.monitoredHouseholds },
];

/** By how much a place leads the list; by name the server's own order (codes) stands. */
const orders: Record<string, (counts: Counts) => number> = {
  ...Object.fromEntries(columns.map(({ word, count }) => [word, count])),
  helped: (counts) => counts.helpedHouseholds / knownOfHelp(counts),
  exitCheck: (counts) => counts.exitPass,
};

/** Households of whom the books say whether they have a helper. */
function knownOfHelp({ helpedHouseholds, unhelpedHouseholds }: Counts): number {
  return helpedHouseholds + unhelpedHouseholds;
}

interface ChildAreaTableProps {
  figures: AreaFigures;
  total: Counts | null;
}

export function ChildAreaTable({ figures, total }: ChildAreaTableProps) {
  const { t } = useTranslation();
  const [sort, setSort] = useState("name");
  const heads = useHeads(sort, setSort);
  return (
    <section className="panel child-areas">
      <div className="panel-head">
        <h2>{t("area.children")}</h2>
        {total && <FigureDownload area={figures.area} year={figures.year} />}
      </div>
      <DataTable label={t("area.children")} heads={heads} foot={total && <TotalRow total={total} />}>
        {sorted(figures.children, sort).map((child) => (
          <tr key={child.code}>
            <th scope="row" className="pinned">
              <Link to="/areas/$area" params={{ area: child.code }} search={{ year: figures.year }}>
                {child.name}
              </Link>
            </th>
            <CountCells counts={child.counts} />
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

function useHeads(sort: string, setSort: (key: string) => void): TableHead[] {
  const { t } = useTranslation();
  const head = (key: string, label: string, className = "number"): TableHead => {
    const direction = key === "name" ? "ascending" : "descending";
    return {
      key,
      className,
      sort: sort === key ? direction : "none",
      words: (
        <button type="button" className="sort-button" onClick={() => setSort(key)}>
          {label}
          {sort === key && <span aria-hidden>{key === "name" ? " ↑" : " ↓"}</span>}
        </button>
      ),
    };
  };
  return [
    head("name", t("area.place"), "pinned"),
    ...columns.map(({ word }) => head(word, t(`area.${word}`))),
    head("helped", t("area.helped")),
    head("exitCheck", t("area.exitCheck"), ""),
  ];
}

function TotalRow({ total }: { total: Counts }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" className="pinned">
        {t("area.total")}
      </th>
      <CountCells counts={total} />
    </tr>
  );
}

function CountCells({ counts }: { counts: Counts | null }) {
  const { t } = useTranslation();
  if (!counts || counts.households === 0) {
    return (
      <td colSpan={columns.length + 2} className="faint">
        {t("area.noCounts")}
      </td>
    );
  }
  return (
    <>
      {columns.map(({ word, count }) => (
        <td key={word} className={count(counts) === 0 ? "number zero" : "number"}>
          {word === "monitored" && isNobodyOnRecord(counts)
            ? t("area.nobodyOnRecord")
            : formatCount(count(counts))}
        </td>
      ))}
      <td className="number">
        <HelpShare counts={counts} />
      </td>
      <td className="child-exit">
        <ExitCheck counts={counts} />
      </td>
    </>
  );
}

/** No file said of anybody whether the household is monitored: a nought would say that nobody is. */
function isNobodyOnRecord({ monitoredHouseholds, unmonitoredHouseholds }: Counts): boolean {
  return monitoredHouseholds + unmonitoredHouseholds === 0;
}

/** The share of those on record, and beside it how many are not. */
function HelpShare({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  const known = knownOfHelp(counts);
  const unknown = counts.households - known;
  return (
    <>
      {known > 0 && (
        <>
          {formatPercent(counts.helpedHouseholds, known)}{" "}
          <span className="faint small">
            {formatCount(counts.helpedHouseholds)} / {formatCount(known)}
          </span>
        </>
      )}
      {unknown > 0 && (
        <span className="faint small"> {t("area.notOnRecord", { n: formatCount(unknown) })}</span>
      )}
    </>
  );
}

function ExitCheck({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  if (isNobodyJudged(counts)) return <span className="faint">{t("verdict.outcome.noStandard")}</span>;
  const { exitPass, exitFail, exitUnknown, exitNoStandard } = counts;
  return (
    <>
      <PartBar
        thin
        parts={[
          { tone: "verified", count: exitPass },
          { tone: "must", count: exitFail },
          { tone: "doubt", count: exitUnknown },
        ]}
      />
      <span className="faint small">
        {t("verdict.outcome.pass")} {formatCount(exitPass)} · {t("verdict.outcome.fail")}{" "}
        {formatCount(exitFail)} · {t("verdict.outcome.unknown")} {formatCount(exitUnknown)}
        {exitNoStandard > 0 && ` · ${t("verdict.outcome.noStandard")} ${formatCount(exitNoStandard)}`}
      </span>
    </>
  );
}

/** The largest first, places without data last. */
function sorted(children: AreaFigures["children"], key: string): AreaFigures["children"] {
  const order = orders[key];
  if (!order) return children;
  const weight = ({ counts }: AreaFigures["children"][number]): number => (counts ? order(counts) || 0 : -1);
  return children.toSorted((a, b) => weight(b) - weight(a));
}
