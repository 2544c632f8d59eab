/** Where we are: path, name, level, year of the book, as-of, and the button that evaluates again. */
import { useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../../domain/registry/division.contract.ts";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatTime } from "../../design/numbers.ts";
import { PartOfCounties } from "../../design/part-of-counties.tsx";
import { PlacePath } from "../../design/place-path.tsx";
import { SnapshotMark } from "../../design/snapshot-mark.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { EvaluateButton } from "./evaluate-button.tsx";

export const levels = ["country", "province", "city", "county", "township", "village"] as const;

export function AreaHead({ area, figures }: { area: Area; figures: AreaFigures }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const navigate = useNavigate();
  const level = levels[area.level];
  const above = area.path.filter((place) => place.code !== area.code);
  return (
    <div className="page-head">
      <div className="page-head-main">
        {above.length > 0 && <PlacePath path={above} year={figures.year} to="/areas/$area" />}
        <h1 className="page-title">
          {area.name} {level && <StatusChip tone="accent">{t(`area.level.${level}`)}</StatusChip>}
        </h1>
      </div>
      <div className="page-head-side">
        {figures.asOf && (
          <p className="provenance">
            <span>{t("state.asOf", { time: formatTime(figures.asOf) })}</span>
            {figures.snapshot && <SnapshotMark snapshot={figures.snapshot} />}
          </p>
        )}
        <PartOfCounties counties={figures.counties} />
        {figures.staleReason && <StatusChip tone="doubt">{say(figures.staleReason)}</StatusChip>}
        {figures.years.length > 0 && (
          <Select
            aria-label={t("household.book")}
            value={figures.year}
            onChange={(year) =>
              void navigate({ to: "/areas/$area", params: { area: area.code }, search: { year } })
            }
            options={yearsOf(figures).map((year) => ({ value: year, label: t("state.year", { year }) }))}
            popupMatchSelectWidth={false}
          />
        )}
        {figures.can.evaluate && figures.years.length > 0 && <EvaluateButton figures={figures} />}
      </div>
    </div>
  );
}

/** The shown year is offered even when it has no book. */
function yearsOf(figures: AreaFigures): number[] {
  return figures.years.includes(figures.year) ? figures.years : [figures.year, ...figures.years];
}
