/** The tree of places with their ratio; a branch is read when it is opened. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChildArea } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { Rank } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { areaQuery, rankQuery } from "../../server/area.ts";

type Place = Pick<ChildArea, "code" | "name">;

export function PlaceTree({ places, rank }: { places: readonly Place[]; rank: Rank }) {
  return (
    <ul className="place-tree">
      {places.map((place) => (
        <Branch key={place.code} place={place} rank={rank} />
      ))}
    </ul>
  );
}

function Branch({ place, rank }: { place: Place; rank: Rank }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  // A code without trailing zeros is a village: nothing stands below it.
  const isVillage = !place.code.endsWith("000");
  return (
    <li>
      <div className="place-branch">
        {isVillage ? (
          <span className="branch-toggle" />
        ) : (
          <button
            type="button"
            className="branch-toggle"
            aria-expanded={open}
            aria-label={t(open ? "area.map.closeBranch" : "area.map.openBranch", { name: place.name })}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden>{open ? "▾" : "▸"}</span>
          </button>
        )}
        <Link
          to="/areas/$area"
          params={{ area: place.code }}
          search={{ year: rank.year, indicator: rank.indicator }}
        >
          {place.name}
        </Link>
        <BranchNumbers code={place.code} rank={rank} />
      </div>
      {open && <Below code={place.code} year={rank.year} indicator={rank.indicator} />}
    </li>
  );
}

function BranchNumbers({ code, rank }: { code: string; rank: Rank }) {
  const { t } = useTranslation();
  const place = rank.places.find((one) => one.code === code);
  if (!place || place.households === 0) return <span className="faint small">{t("area.noCounts")}</span>;
  if (!place.denominator) return <span className="faint small">{t("area.map.noRatio")}</span>;
  return (
    <span className="soft small">
      {formatPercent(place.numerator, place.denominator)} · {formatCount(place.numerator)} /{" "}
      {formatCount(place.denominator)}
    </span>
  );
}

function Below({ code, year, indicator }: { code: string; year: number; indicator: string }) {
  const { t } = useTranslation();
  const { data: place } = useQuery(areaQuery(code));
  const { data: rank } = useQuery(rankQuery(code, { year, indicator, among: "children" }));
  if (!place || !rank) return <p className="faint small">{t("state.loading")}</p>;
  return <PlaceTree places={place.children} rank={rank} />;
}
