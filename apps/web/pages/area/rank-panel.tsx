/** Where the place stands among its siblings, with both parts of each ratio and the rule that makes the difference. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rank, RankedPlace } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatPercent } from "../../design/numbers.ts";
import { rowsBehindBase, rowsBehindFigure } from "../../addresses/rows-behind-figure.ts";
import { CountLink } from "../../frame/rows-link.tsx";
import { PanelProblem } from "../../design/panel-problem.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { rankQuery } from "../../server/area.ts";
import { useMay } from "../../server/session.ts";
import { IndicatorChoice } from "./indicator-choice.tsx";

const shownAtFirst = 8;

interface RankPanelProps {
  area: string;
  year: number;
  indicator: string | undefined;
}

export function RankPanel({ area, year, indicator }: RankPanelProps) {
  const { t } = useTranslation();
  const mayRead = useMay("rank.read");
  const read = useQuery({ ...rankQuery(area, { year, indicator }), enabled: mayRead });
  const { data: rank, error } = read;
  if (error && !rank)
    return <PanelProblem title={t("area.rank.title")} error={error} onRetry={() => void read.refetch()} />;
  if (!rank || rank.places.length === 0) return null;
  // Last year's rank is not seen beside this year's figures while the new one is under way, but keeps its place.
  return (
    <section className={rank.year === year ? "panel ranks" : "panel ranks is-awaited"}>
      <div className="panel-head">
        <h2>{t("area.rank.title")}</h2>
        <IndicatorChoice area={area} year={year} rank={rank} />
        <RankScope rank={rank} />
      </div>
      <RankTable rank={rank} />
      <RankNote rank={rank} />
    </section>
  );
}

function RankTable({ rank }: { rank: Rank }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { places, year, indicator } = rank;
  // One looks for oneself first.
  const shown = all ? places : places.filter((place, index) => index < shownAtFirst || place.own);
  return (
    <>
      <DataTable
        label={t("area.rank.title")}
        stacks
        heads={[
          { key: "rank", words: t("area.rank.place"), className: "number" },
          { key: "place", words: t("area.place") },
          { key: "ratio", words: t("area.rank.ratio"), className: "number" },
          { key: "parts", words: t("area.rank.parts"), className: "number" },
          { key: "why", words: t("area.rank.why") },
        ]}
      >
        {shown.map((place) => (
          <PlaceLine key={place.code} place={place} year={year} indicator={indicator} />
        ))}
      </DataTable>
      {places.length > shownAtFirst && (
        <button type="button" className="more-button" onClick={() => setAll(!all)}>
          {all ? t("area.showLess") : t("area.showAll", { n: places.length })}
        </button>
      )}
    </>
  );
}

function RankScope({ rank }: { rank: Rank }) {
  const { t } = useTranslation();
  const ranked = rank.places.filter((place) => place.rank !== null).length;
  const numbers = { parent: rank.parent.name, n: rank.places.length, ranked };
  return (
    <span className="faint small">
      {t(rank.among === "siblings" ? "area.rank.siblings" : "area.rank.children", numbers)}
    </span>
  );
}

function RankNote({ rank }: { rank: Rank }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const by = rank.indicators.find((one) => one.id === rank.indicator);
  return (
    <p className="panel-note faint small">
      {by && `${say(by.formula)}${t("mark.semicolon")}${t(`area.rank.${by.better}`)}${t("mark.stop")}`}{" "}
      {t("area.rank.ties", { base: rank.leastBase })}
      {rowsBehindBase(rank.indicator) === null && ` ${t("area.rank.baseWithoutRows")}`}
      {rank.among === "children" && rank.parent.code === rank.area && ` ${t("area.rank.onlyBelow")}`}
    </p>
  );
}

interface PlaceLineProps {
  place: RankedPlace;
  year: number;
  indicator: string;
}

function PlaceLine({ place, year, indicator }: PlaceLineProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { code, name, own, rank, numerator, denominator } = place;
  const rows = { area: code, year };
  return (
    <tr className={own ? "is-own" : undefined}>
      <td className="number" data-label={t("area.rank.place")}>
        {rank === null ? <span className="faint">{t("area.rank.notRanked")}</span> : <strong>{rank}</strong>}
      </td>
      <th scope="row">
        <Link to="/areas/$area" params={{ area: code }} search={{ year, indicator }}>
          {name}
        </Link>{" "}
        {own && <StatusChip tone="accent">{t("area.rank.own")}</StatusChip>}
      </th>
      <td className="number" data-label={t("area.rank.ratio")}>
        {denominator === null ? t("state.none") : formatPercent(numerator, denominator)}
      </td>
      <td className="number" data-label={t("area.rank.parts")}>
        {denominator === null ? (
          t("state.none")
        ) : (
          <>
            <CountLink figures={rows} filters={rowsBehindFigure(indicator)} count={numerator} /> /{" "}
            <CountLink figures={rows} filters={rowsBehindBase(indicator)} count={denominator} />
          </>
        )}
      </td>
      <td className="rank-why">{say(place.reason ?? place.notRanked ?? { zh: "", en: "" })}</td>
    </tr>
  );
}
