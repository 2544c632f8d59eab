/** The published figures, the status of the households and the exit check; each opens to its rows. */
import { useTranslation } from "react-i18next";
import type { AreaFigures, Counts, Figure } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { type BarPart, PartBar } from "../../design/part-bar.tsx";
import { OnlyCounties } from "../../design/part-of-counties.tsx";
import { RatioFigure } from "../../design/ratio-figure.tsx";
import { StatusChip, type Tone } from "../../design/status-chip.tsx";
import { Adjustment } from "./adjustment.tsx";
import { ExitUnknown } from "./exit-unknown.tsx";
import { CountLink, RowsLink, useSeesRows } from "../../frame/rows-link.tsx";
import type { HouseholdFilters, YesNoUnknown } from "../../addresses/household-filters.ts";
import { rowsBehindFigure } from "../../addresses/rows-behind-figure.ts";

/** Officials read persons, households and villages of the register in one breath. */
const besideHeadcount: ReadonlySet<string> = new Set(["households", "poor-villages"]);

interface KeyFiguresProps {
  figures: AreaFigures;
  counts: Counts;
}

export function KeyFigures({ figures, counts }: KeyFiguresProps) {
  const { t } = useTranslation();
  const seesRows = useSeesRows();
  const beside = figures.figures.filter(({ id }) => besideHeadcount.has(id));
  const leading = figures.figures.filter(({ id }) => !besideHeadcount.has(id));
  return (
    <section className="key-figures panel" aria-label={t("area.figures")}>
      <div className="figure-strip">
        {leading.map((figure) => (
          <LeadingFigure
            key={figure.id}
            figure={figure}
            beside={figure.id === "headcount" ? beside : []}
            figures={figures}
          />
        ))}
      </div>
      <div className="composition-strip">
        {compositions.map(({ title, note, lines }) => (
          <Composition key={title} title={t(title)} note={t(note)} lines={lines(counts)} figures={figures} />
        ))}
      </div>
      <ExitUnknown figures={figures} counts={counts} />
      {!seesRows && <p className="faint small rows-hidden">{t("area.rowsHidden")}</p>}
    </section>
  );
}

interface LeadingFigureProps {
  figure: Figure;
  beside: Figure[];
  figures: AreaFigures;
}

function LeadingFigure({ figure, beside, figures }: LeadingFigureProps) {
  const { t } = useTranslation();
  const seesRows = useSeesRows();
  return (
    <RatioFigure
      figure={figure}
      asOf={figures.asOf}
      snapshot={figures.snapshot}
      counties={figures.counties}
      rows={
        seesRows && (
          <RowsLink figures={figures} filters={rowsBehindFigure(figure.id)}>
            {t("area.rows")}
          </RowsLink>
        )
      }
      beside={beside}
      renderBeside={(one, words) => (
        <RowsLink figures={figures} filters={rowsBehindFigure(one.id)}>
          {words}
        </RowsLink>
      )}
    >
      {figure.adjustment && <Adjustment adjustment={figure.adjustment} year={figures.year} />}
    </RatioFigure>
  );
}

/** The count of the poor includes those who returned; the bar shows them apart. */
function statusLines(counts: Counts): Line[] {
  const poor = counts.poorHouseholds - counts.returnedHouseholds;
  return [
    { tone: "must", word: "area.poor", count: poor, filters: { status: ["0"] } },
    { tone: "doubt", word: "area.preExit", count: counts.preExitHouseholds, filters: { status: ["2"] } },
    { tone: "accent", word: "area.lifted", count: counts.liftedHouseholds, filters: { status: ["1"] } },
    { tone: "must", word: "area.returned", count: counts.returnedHouseholds, filters: { status: ["3"] } },
  ];
}

/** Whom no file ever told about has a line of its own. */
function helperLines({ households, helpedHouseholds, unhelpedHouseholds }: Counts): Line[] {
  const unknown = households - helpedHouseholds - unhelpedHouseholds;
  return [
    { tone: "accent", word: "householdList.helped.yes", count: helpedHouseholds, filters: { helped: "yes" } },
    { tone: "must", word: "householdList.helped.no", count: unhelpedHouseholds, filters: { helped: "no" } },
    { tone: "doubt", word: "householdList.helped.unknown", count: unknown, filters: { helped: "unknown" } },
  ];
}

function monitoringLines({ households, monitoredHouseholds, unmonitoredHouseholds }: Counts): Line[] {
  const unknown = households - monitoredHouseholds - unmonitoredHouseholds;
  return [
    {
      tone: "accent",
      word: "householdList.monitored.yes",
      count: monitoredHouseholds,
      filters: { monitored: "yes" },
    },
    {
      tone: "plain",
      word: "householdList.monitored.no",
      count: unmonitoredHouseholds,
      filters: { monitored: "no" },
    },
    {
      tone: "doubt",
      word: "householdList.monitored.unknown",
      count: unknown,
      filters: { monitored: "unknown" },
    },
  ];
}

const compositions = [
  { title: "area.composition", note: "area.compositionNote", lines: statusLines },
  { title: "householdList.helped.label", note: "area.compositionNote", lines: helperLines },
  { title: "householdList.monitored.label", note: "area.compositionNote", lines: monitoringLines },
] as const;

interface Line {
  tone: Tone;
  word:
    | `householdList.${"helped" | "monitored"}.${YesNoUnknown}`
    | `area.${"poor" | "preExit" | "lifted" | "returned"}`;
  count: number;
  filters: HouseholdFilters;
}

interface CompositionProps {
  title: string;
  note: string;
  lines: Line[];
  figures: AreaFigures;
}

function Composition({ title, note, lines, figures }: CompositionProps) {
  const { t } = useTranslation();
  const parts: BarPart[] = lines.map(({ tone, count }) => ({ tone, count }));
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div className="composition">
      <div className="composition-head">
        <h2>{title}</h2>
        <span className="faint small">
          {note} · {t("area.compositionOf", { n: formatCount(total) })}{" "}
          <OnlyCounties counties={figures.counties} />
        </span>
      </div>
      <PartBar parts={parts} />
      <ul className="composition-lines">
        {lines.map((line) => (
          <li key={t(line.word)}>
            <StatusChip tone={line.count === 0 ? "plain" : line.tone} quiet>
              {t(line.word)}
            </StatusChip>
            <CountLink
              figures={figures}
              filters={line.filters}
              count={line.count}
              className="composition-count"
            />
            <span className="faint small">{formatPercent(line.count, total)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
