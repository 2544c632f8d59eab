/** The places below with the same figures; a column head sorts, a name goes down the tree. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figure.contract.ts";
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

export function ChildAreaTable({ figures, total }: { figures: AreaFigures; total: Counts | null }) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<SortKey>("name");
  const head = (key: SortKey, label: string, align: "number" | "left" | "pinned" = "number") => (
    <th
      scope="col"
      className={align}
      aria-sort={sort === key ? (key === "name" ? "ascending" : "descending") : "none"}
    >
      <button type="button" className="sort-button" onClick={() => setSort(key)}>
        {label}
        {sort === key && <span aria-hidden>{key === "name" ? " ↑" : " ↓"}</span>}
      </button>
    </th>
  );
  return (
    <section className="panel child-areas" aria-label={t("area.children")}>
      <div className="panel-head">
        <h2>{t("area.children")}</h2>
      </div>
      <div className="table-frame">
        <table className="data-table">
          <thead>
            <tr>
              {head("name", t("area.place"), "pinned")}
              {columns.map(([word, key]) => head(key, t(`area.${word}`)))}
              {head("helpedHouseholds", t("area.helped"))}
              {head("exitPass", t("area.exitCheck"), "left")}
            </tr>
          </thead>
          <tbody>
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
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row" className="pinned">
                  {t("area.total")}
                </th>
                <CountCells counts={total} />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </section>
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
