/** The places below with the same figures; a column head sorts, a name goes down the tree. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figure.contract.ts";
import { DataTable, type TableHead } from "../../design/data-table.tsx";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { PartBar } from "../../design/part-bar.tsx";

const columns = [
  ["households", "households"],
  ["persons", "persons"],
  ["poor", "poorHouseholds"],
  ["preExit", "preExitHouseholds"],
  ["lifted", "liftedHouseholds"],
  ["returned", "returnedHouseholds"],
  ["monitored", "monitoredHouseholds"],
] as const;

type SortKey = "name" | keyof Counts;

interface ChildAreaTableProps {
  figures: AreaFigures;
  total: Counts | null;
}

export function ChildAreaTable({ figures, total }: ChildAreaTableProps) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<SortKey>("name");
  const heads = useHeads(sort, setSort);
  return (
    <section className="panel child-areas">
      <div className="panel-head">
        <h2>{t("area.children")}</h2>
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

function useHeads(sort: SortKey, setSort: (key: SortKey) => void): TableHead[] {
  const { t } = useTranslation();
  const head = (key: SortKey, label: string, className = "number"): TableHead => {
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
    ...columns.map(([word, key]) => head(key, t(`area.${word}`))),
    head("helpedHouseholds", t("area.helped")),
    head("exitPass", t("area.exitCheck"), ""),
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
      {columns.map(([word, key]) => (
        <td key={word} className={counts[key] === 0 ? "number zero" : "number"}>
          {formatCount(counts[key])}
        </td>
      ))}
      <td className="number">
        {formatPercent(counts.helpedHouseholds, counts.households)}{" "}
        <span className="faint small">
          {formatCount(counts.helpedHouseholds)} / {formatCount(counts.households)}
        </span>
      </td>
      <td className="child-exit">
        <PartBar
          thin
          parts={[
            { tone: "verified", count: counts.exitPass },
            { tone: "must", count: counts.exitFail },
            { tone: "doubt", count: counts.exitUnknown },
          ]}
        />
        <span className="faint small">
          {t("verdict.outcome.pass")} {formatCount(counts.exitPass)} · {t("verdict.outcome.fail")}{" "}
          {formatCount(counts.exitFail)} · {t("verdict.outcome.unknown")} {formatCount(counts.exitUnknown)}
        </span>
      </td>
    </>
  );
}

/** By name the server's own order (codes) stands; by a count the largest comes first and places without data last. */
function sorted(children: AreaFigures["children"], key: SortKey): AreaFigures["children"] {
  if (key === "name") return children;
  return children.toSorted((a, b) => (b.counts?.[key] ?? -1) - (a.counts?.[key] ?? -1));
}
