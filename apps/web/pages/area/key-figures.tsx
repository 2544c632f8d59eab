/** The published figures, the status of the households and the exit check; each opens to its rows. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts } from "../../../../domain/verdicts/figure.contract.ts";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { type BarPart, PartBar } from "../../design/part-bar.tsx";
import { RatioFigure } from "../../design/ratio-figure.tsx";
import { StatusChip, type Tone } from "../../design/status-chip.tsx";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";

/** Which rows stand behind a figure; figures that no filter can express open to all rows. */
const rowsBehind: Record<string, HouseholdFilters> = {
  incidence: { status: ["0", "3"] },
  "exit-rate": { status: ["1"] },
};

export function KeyFigures({ figures, counts }: { figures: AreaFigures; counts: Counts }) {
  const { t } = useTranslation();
  const open = (filters: HouseholdFilters) => ({
    to: "/areas/$area/households" as const,
    params: { area: figures.area },
    search: { year: figures.year, ...filters },
  });
  return (
    <section className="key-figures panel" aria-label={t("area.figures")}>
      <div className="figure-strip">
        {figures.figures.map((figure) => (
          <RatioFigure
            key={figure.id}
            figure={figure}
            asOf={figures.asOf}
            snapshot={figures.snapshot}
            rows={<Link {...open(rowsBehind[figure.id] ?? {})}>{t("area.rows")}</Link>}
          />
        ))}
      </div>
      <div className="composition-strip">
        <Composition
          title={t("area.composition")}
          note={t("area.compositionNote")}
          lines={[
            {
              tone: "must",
              label: t("area.poor"),
              count: counts.poorHouseholds - counts.returnedHouseholds,
              filters: { status: ["0"] },
            },
            {
              tone: "doubt",
              label: t("area.preExit"),
              count: counts.preExitHouseholds,
              filters: { status: ["2"] },
            },
            {
              tone: "accent",
              label: t("area.lifted"),
              count: counts.liftedHouseholds,
              filters: { status: ["1"] },
            },
            {
              tone: "must",
              label: t("area.returned"),
              count: counts.returnedHouseholds,
              filters: { status: ["3"] },
            },
          ]}
          open={open}
        />
        <Composition
          title={t("area.exitCheck")}
          note={t("area.exitCheckNote")}
          lines={[
            {
              tone: "verified",
              label: t("verdict.outcome.pass"),
              count: counts.exitPass,
              filters: { exit: "pass" },
            },
            {
              tone: "must",
              label: t("verdict.outcome.fail"),
              count: counts.exitFail,
              filters: { exit: "fail" },
            },
            {
              tone: "doubt",
              label: t("verdict.outcome.unknown"),
              count: counts.exitUnknown,
              filters: { exit: "unknown" },
            },
          ]}
          open={open}
        />
      </div>
    </section>
  );
}

interface Line {
  tone: Tone;
  label: string;
  count: number;
  filters: HouseholdFilters;
}

interface CompositionProps {
  title: string;
  note: string;
  lines: Line[];
  open: (filters: HouseholdFilters) => {
    to: "/areas/$area/households";
    params: { area: string };
    search: HouseholdFilters;
  };
}

function Composition({ title, note, lines, open }: CompositionProps) {
  const { t } = useTranslation();
  const parts: BarPart[] = lines.map(({ tone, count }) => ({ tone, count }));
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div className="composition">
      <div className="composition-head">
        <h2>{title}</h2>
        <span className="faint small">
          {note} · {t("area.compositionOf", { n: formatCount(total) })}
        </span>
      </div>
      <PartBar parts={parts} />
      <ul className="composition-lines">
        {lines.map((line) => (
          <li key={line.label}>
            <StatusChip tone={line.tone} quiet>
              {line.label}
            </StatusChip>
            <Link {...open(line.filters)} className="composition-count">
              {formatCount(line.count)}
            </Link>
            <span className="faint small">{formatPercent(line.count, total)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
