/** One published number: value, both parts, and on demand how it is computed, as of when and from which snapshot. */
import "./ratio-figure.css";
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Figure } from "../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "./both-languages.ts";
import type { CountiesIn } from "./counties-in.ts";
import { unitWords } from "./figure-parts.tsx";
import { formatCount, formatPercent, formatTime } from "./numbers.ts";
import { OnlyCounties } from "./part-of-counties.tsx";
import { useSnapshotWords } from "./snapshot-words.ts";

interface RatioFigureProps {
  figure: Figure;
  asOf: string | null;
  snapshot: string | null;
  /** Said beside the value where some counties are missing in it. */
  counties: CountiesIn | null;
  /** A link to the rows behind the figure; not shown where there is none. */
  rows: ReactNode;
  /** Counts of the same base in other units, in small type. */
  beside?: readonly Figure[];
  /** Such a count in words, as a link to its own rows. */
  renderBeside?: (figure: Figure, words: string) => ReactNode;
  /** What else belongs to the figure. */
  children?: ReactNode;
}

export function RatioFigure(props: RatioFigureProps) {
  const { figure, counties, rows, children } = props;
  const { t } = useTranslation();
  const say = useBothLanguages();
  const isRatio = figure.unit === "ratio";
  return (
    <div className="ratio-figure">
      <TitleWithFormula {...props} />
      <div className="ratio-value">
        <Value figure={figure} /> {figure.value !== null && <OnlyCounties counties={counties} />}
      </div>
      <div className="ratio-parts">
        {figure.missing ? (
          <span className="ratio-why">{say(figure.missing)}</span>
        ) : (
          isRatio && <Parts figure={figure} />
        )}
        {figure.notOnRecord !== null && figure.notOnRecord > 0 && (
          <span>{t("area.notOnRecord", { n: formatCount(figure.notOnRecord) })}</span>
        )}
        <Beside {...props} />
        {figure.value !== null && rows}
      </div>
      {figure.denominatorNote && <p className="ratio-note">{say(figure.denominatorNote)}</p>}
      {children}
    </div>
  );
}

/** The title, with a button that tells how the figure is computed. */
function TitleWithFormula(props: RatioFigureProps) {
  const { t } = useTranslation();
  const title = useBothLanguages()(props.figure.title);
  return (
    <div className="ratio-title">
      {title}
      <Popover trigger={["click"]} title={title} content={<Formula {...props} />}>
        <button type="button" className="icon-button" aria-label={`${title} ${t("area.formula")}`}>
          <QuestionCircleOutlined aria-hidden />
        </button>
      </Popover>
    </div>
  );
}

function Beside({ beside = [], renderBeside = (_, words) => words }: RatioFigureProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return beside.map((one) => (
    <span key={one.id}>
      {one.missing
        ? say(one.missing)
        : renderBeside(one, `${say(one.title)} ${formatCount(one.numerator)} ${t(unitWords[one.partUnit])}`)}
    </span>
  ));
}

function Value({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  return (
    <>
      {figure.value === null ? (
        <span className="ratio-missing">{t("state.noFigure")}</span>
      ) : figure.unit === "ratio" ? (
        formatPercent(figure.numerator, figure.denominator ?? 0)
      ) : (
        <>
          {formatCount(figure.value)}
          <small>{t(unitWords[figure.partUnit])}</small>
        </>
      )}
    </>
  );
}

function Parts({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  const { numerator, denominator, partUnit } = figure;
  return (
    <span>
      {formatCount(numerator)} / {denominator === null ? "—" : formatCount(denominator)}{" "}
      {t(unitWords[partUnit])}
    </span>
  );
}

function Formula({ figure, beside = [], asOf, snapshot }: RatioFigureProps) {
  const { t } = useTranslation();
  const { whole } = useSnapshotWords();
  const say = useBothLanguages();
  return (
    <dl className="formula">
      <dt>{t("area.formula")}</dt>
      <dd>{say(figure.formula)}</dd>
      <dt>{figure.denominator === null ? t("area.total") : t("area.numerator")}</dt>
      <dd>{formatCount(figure.numerator)}</dd>
      {figure.denominator !== null && (
        <>
          <dt>{t("area.denominator")}</dt>
          <dd>{formatCount(figure.denominator)}</dd>
        </>
      )}
      {beside.map((one) => (
        <Fragment key={one.id}>
          <dt>{say(one.title)}</dt>
          <dd>{say(one.formula)}</dd>
        </Fragment>
      ))}
      <dd className="faint small">
        {asOf && t("state.asOf", { time: formatTime(asOf) })}
        {snapshot && ` · ${whole(snapshot)}`}
      </dd>
    </dl>
  );
}
