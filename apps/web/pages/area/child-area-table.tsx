/** The places below with the same figures; a column head sorts, a name goes down the tree. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { DataTable, type TableHead } from "../../design/data-table.tsx";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { OnlyCounties } from "../../design/part-of-counties.tsx";
import { PartBar } from "../../design/part-bar.tsx";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { CountLink } from "../../frame/rows-link.tsx";
import { FigureDownload } from "./figure-download.tsx";
import { isNobodyJudged } from "./nobody-judged.ts";

interface Column {
  word: "households" | "persons" | "poor" | "preExit" | "lifted" | "returned" | "monitored";
  count: (counts: Counts) => number;
  /** Of the rows behind it. */
  filters: HouseholdFilters;
}

/** The count of the poor includes those who returned; here as in the bar above they stand apart. */
const columns: readonly Column[] = [
  { word: "households", count: (counts) => counts.households, filters: {} },
  { word: "persons", count: (counts) => counts.persons, filters: {} },
  {
    word: "poor",
    count: (counts) => counts.poorHouseholds - counts.returnedHouseholds,
    filters: { status: ["0"] },
  },
  { word: "preExit", count: (counts) => counts.preExitHouseholds, filters: { status: ["2"] } },
  { word: "lifted", count: (counts) => counts.liftedHouseholds, filters: { status: ["1"] } },
  { word: "returned", count: (counts) => counts.returnedHouseholds, filters: { status: ["3"] } },
  { word: "monitored", count: (counts) => counts.monitoredHouseholds, filters: { monitored: "yes" } },
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
      <DataTable
        label={t("area.children")}
        heads={heads}
        foot={total && <TotalRow total={total} figures={figures} />}
      >
        {sorted(figures.children, sort).map((child) => (
          <tr key={child.code}>
            <th scope="row" className="pinned">
              <Link to="/areas/$area" params={{ area: child.code }} search={{ year: figures.year }}>
                {child.name}
              </Link>
            </th>
            <CountCells counts={child.counts} of={{ area: child.code, year: figures.year }} />
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

function TotalRow({ total, figures }: { total: Counts; figures: AreaFigures }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" className="pinned">
        {t("area.total")} <OnlyCounties counties={figures.counties} />
      </th>
      <CountCells counts={total} of={figures} />
    </tr>
  );
}

/** A place and year. */
type Book = Pick<AreaFigures, "area" | "year">;

function CountCells({ counts, of }: { counts: Counts | null; of: Book }) {
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
      {columns.map(({ word, count, filters }) => (
        <td key={word} className={count(counts) === 0 ? "number zero" : "number"}>
          {word === "monitored" && isNobodyOnRecord(counts) ? (
            t("area.nobodyOnRecord")
          ) : (
            <CountLink figures={of} filters={filters} count={count(counts)} />
          )}
        </td>
      ))}
      <td className="number">
        <HelpShare counts={counts} of={of} />
      </td>
      <td className="child-exit">
        <ExitCheck counts={counts} of={of} />
      </td>
    </>
  );
}

/** No file said of anybody whether the household is monitored: a nought would say that nobody is. */
function isNobodyOnRecord({ monitoredHouseholds, unmonitoredHouseholds }: Counts): boolean {
  return monitoredHouseholds + unmonitoredHouseholds === 0;
}

/** The share of those on record, and beside it how many are not. */
function HelpShare({ counts, of }: { counts: Counts; of: Book }) {
  const { t } = useTranslation();
  const known = knownOfHelp(counts);
  const unknown = counts.households - known;
  return (
    <>
      {known > 0 && (
        <>
          {formatPercent(counts.helpedHouseholds, known)}{" "}
          <span className="faint small">
            <CountLink figures={of} filters={{ helped: "yes" }} count={counts.helpedHouseholds} /> /{" "}
            {formatCount(known)}
          </span>
        </>
      )}
      {unknown > 0 && (
        <span className="faint small"> {t("area.notOnRecord", { n: formatCount(unknown) })}</span>
      )}
    </>
  );
}

function ExitCheck({ counts, of }: { counts: Counts; of: Book }) {
  const { t } = useTranslation();
  if (isNobodyJudged(counts)) return <span className="faint">{t("verdict.outcome.noStandard")}</span>;
  const { exitPass, exitFail, exitUnknown, exitNoStandard } = counts;
  const judged = [
    { exit: "pass", count: exitPass },
    { exit: "fail", count: exitFail },
    { exit: "unknown", count: exitUnknown },
  ] as const;
  const unjudged = { exit: "noStandard", count: exitNoStandard } as const;
  const outcomes = exitNoStandard > 0 ? [...judged, unjudged] : judged;
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
        {outcomes.map(({ exit, count }, index) => (
          <span key={exit}>
            {index > 0 && " · "}
            {t(`verdict.outcome.${exit}`)} <CountLink figures={of} filters={{ exit }} count={count} />
          </span>
        ))}
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
