/** What was published about a place beside what the register says (系统数), each with its sentence; never mixed. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AreaFigures, PublishedFigure } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { FigureParts } from "../../design/figure-parts.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { LinkedParts } from "../../frame/linked-parts.tsx";
import { sessionQuery } from "../../server/session.ts";
import { SourceQuote } from "./source-quote.tsx";

export function PublishedPanel({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  if (figures.published.length === 0) return null;
  return (
    <section className="panel published" aria-label={t("area.published")}>
      <div className="panel-head">
        <h2>{t("area.published")}</h2>
        <span className="faint small">{t("area.publishedNote")}</span>
      </div>
      <DataTable
        label={t("area.published")}
        stacks
        heads={[
          { key: "indicator", words: t("area.indicator") },
          { key: "published", words: t("area.publishedNumber"), className: "number" },
          { key: "system", words: t("area.system"), className: "number" },
          { key: "source", words: t("area.source") },
        ]}
      >
        {figures.published.map((one) => (
          <PublishedLine key={`${one.year} ${one.indicator}`} area={figures.area} published={one} />
        ))}
      </DataTable>
    </section>
  );
}

function PublishedLine({ area, published }: { area: string; published: PublishedFigure }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { title, year, asOf, derived, document, publishedOn, quote } = published;
  return (
    <tr>
      <th scope="row">
        {say(title)} {t("state.year", { year })}
        <span className="beside">{say(asOf)}</span>
      </th>
      <td className="number" data-label={t("area.publishedNumber")}>
        {published.numerator === null ? (
          <StatusChip tone="plain">{t("area.notPublished")}</StatusChip>
        ) : (
          <FigureParts {...published} numerator={published.numerator} />
        )}
      </td>
      <td className="number" data-label={t("area.system")}>
        <SystemParts area={area} published={published} />
        <Comparison published={published} />
      </td>
      <td>
        <SourceQuote document={document} date={publishedOn} quote={quote} />
        {derived && (
          <StatusChip tone="doubt" quiet>
            <span className="derived">{say(derived)}</span>
          </StatusChip>
        )}
      </td>
    </tr>
  );
}

function SystemParts({ area, published }: { area: string; published: PublishedFigure }) {
  const { t } = useTranslation();
  const { system, indicator, year, unit, partUnit } = published;
  if (system === null) return t("state.none");
  return (
    <LinkedParts {...system} indicator={indicator} of={{ area, year }} unit={unit} partUnit={partUnit} />
  );
}

/** Whether both parts are the same; nothing where one side is missing. */
function Comparison({ published: { numerator, denominator, system } }: { published: PublishedFigure }) {
  const { t } = useTranslation();
  const demo = useQuery(sessionQuery).data?.demo ?? false;
  if (system === null || numerator === null) return null;
  const same = system.numerator === numerator && system.denominator === denominator;
  // The books of the demo were made after the publication: that they agree proves nothing, and the page says so.
  if (same) return <span className="beside">{t(demo ? "area.sameOfDemo" : "area.same")}</span>;
  return (
    <span className="beside">
      <StatusChip tone="doubt" quiet>
        {t("area.differs")}
      </StatusChip>
    </span>
  );
}
