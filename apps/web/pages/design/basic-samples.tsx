/** Colours, sizes, status, figures, and the drawer that says why. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RatioFigure } from "../../design/ratio-figure.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { colours } from "../../design/tokens.ts";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { WhyDrawer } from "../../design/why-drawer.tsx";
import { sampleAsOf, sampleFigures, sampleSnapshot, sampleVerdict } from "./samples.ts";

const textSizes = ["text", "table", "small"] as const;

export function TokenSample() {
  const { t } = useTranslation();
  return (
    <>
      <ul className="design-colours">
        {Object.entries(colours).map(([name, value]) => (
          <li key={name}>
            <span className="design-swatch" style={{ background: value }} aria-hidden />
            <code>{name}</code>
            <span className="faint small">{value}</span>
          </li>
        ))}
      </ul>
      {textSizes.map((name) => (
        <p key={name} style={{ fontSize: `var(--size-${name})` }}>
          {t(`design.tokens.${name}`)} · {t("design.tokens.sample")}
        </p>
      ))}
    </>
  );
}

const tones = ["must", "doubt", "verified", "accent", "plain"] as const;
const severities = ["must", "should", "suspicious"] as const;

export function ChipSample() {
  const { t } = useTranslation();
  return (
    <>
      {[false, true].map((quiet) => (
        <p key={String(quiet)} className="design-row">
          {tones.map((tone) => (
            <StatusChip key={tone} tone={tone} quiet={quiet}>
              {t(`design.chips.${tone}`)}
            </StatusChip>
          ))}
        </p>
      ))}
      <p className="design-row">
        {severities.map((severity) => (
          <span key={severity} className="design-severity">
            <SeverityMark severity={severity} /> <span aria-hidden>{t(`verdict.severity.${severity}`)}</span>
          </span>
        ))}
      </p>
    </>
  );
}

export function FigureSample() {
  return (
    <div className="design-figures">
      {sampleFigures.map((figure) => (
        <RatioFigure
          key={figure.id}
          figure={figure}
          asOf={sampleAsOf}
          counties={null}
          snapshot={sampleSnapshot}
          rows={null}
        />
      ))}
    </div>
  );
}

export function WhySample() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <p className="design-row">
      <VerdictChip verdict={sampleVerdict} />
      <Button onClick={() => setOpen(true)}>{t("design.why.open")}</Button>
      <WhyDrawer verdict={open ? sampleVerdict : null} onClose={() => setOpen(false)} />
    </p>
  );
}
