/** One published number: value, both parts, and on demand how it is computed, as of when and from which snapshot. */
import "./ratio-figure.css";
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Figure } from "../../../domain/verdicts/figure.contract.ts";
import { useBothLanguages } from "./both-languages.ts";
import { formatCount, formatPercent, formatTime } from "./numbers.ts";

interface RatioFigureProps {
  figure: Figure;
  asOf: string | null;
  snapshot: string | null;
  /** A link to the rows behind the figure. */
  rows: ReactNode;
}

export function RatioFigure({ figure, asOf, snapshot, rows }: RatioFigureProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const isRatio = figure.unit === "ratio";
  return (
    <div className="ratio-figure">
      <div className="ratio-title">
        {say(figure.title)}
        <Popover
          trigger={["click"]}
          title={say(figure.title)}
          content={<Formula {...{ figure, asOf, snapshot }} />}
        >
          <button
            type="button"
            className="icon-button"
            aria-label={`${say(figure.title)} ${t("area.formula")}`}
          >
            <QuestionCircleOutlined aria-hidden />
          </button>
        </Popover>
      </div>
      <Value figure={figure} />
      <div className="ratio-parts">
        {figure.missing ? (
          <span className="ratio-why">{say(figure.missing)}</span>
        ) : (
          isRatio && <Parts figure={figure} />
        )}
        {rows}
      </div>
    </div>
  );
}

const unitWords = { 人: "unit.person", 户: "unit.household", 村: "unit.village" } as const;

function Value({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  return (
    <div className="ratio-value">
      {figure.value === null ? (
        <span className="ratio-missing">{t("state.unknown")}</span>
      ) : figure.unit === "ratio" ? (
        formatPercent(figure.numerator, figure.denominator ?? 0)
      ) : (
        <>
          {formatCount(figure.value)}
          <small>{t(unitWords[figure.partUnit])}</small>
        </>
      )}
    </div>
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

function Formula({ figure, asOf, snapshot }: Omit<RatioFigureProps, "rows">) {
  const { t } = useTranslation();
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
      <dd className="faint small">
        {asOf && t("state.asOf", { time: formatTime(asOf) })}
        {snapshot && ` · ${t("state.snapshot", { id: snapshot })}`}
      </dd>
    </dl>
  );
}
