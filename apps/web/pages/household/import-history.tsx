/** The imports that wrote a household, as far as they still keep which households they wrote. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { HistoryImport } from "../../../../domain/registry/household-history.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { useMay } from "../../server/session.ts";

interface ImportHistoryProps {
  imports: HistoryImport[];
  county: string;
}

export function ImportHistory({ imports, county }: ImportHistoryProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("history.imports")}>
      <h3>{t("history.imports")}</h3>
      {imports.length === 0 ? (
        <p className="soft">{t("history.importsNone")}</p>
      ) : (
        <ol className="history-events">
          {imports.map((one) => (
            <ImportLine key={one.id} batch={one} county={county} />
          ))}
        </ol>
      )}
      <p className="faint small">{t("history.importsHint")}</p>
    </section>
  );
}

function ImportLine({ batch, county }: { batch: HistoryImport; county: string }) {
  const { t } = useTranslation();
  const mayOpen = useMay("import.read");
  const { id, year, layout, appliedAt, undoneAt, isNew, changes } = batch;
  const title = layout ? t(`import.layout.${layout}`) : t("history.importUnknown");
  return (
    <li>
      {appliedAt ? <time dateTime={appliedAt}>{formatTime(appliedAt)}</time> : <span />}
      <span>
        {mayOpen ? (
          <Link to="/imports/$county/$id" params={{ county, id }}>
            {title}
          </Link>
        ) : (
          title
        )}
        <span className="history-fields">{t("history.batch", { id: id.slice(-8) })}</span>
      </span>
      <span>
        {year !== null && <span className="soft">{t("history.book", { year })} </span>}
        {isNew && t("history.importNew")}
        {changes !== null && t("history.importChanges", { n: changes })}
        {undoneAt !== null && (
          <span className="history-fields">{t("history.importUndone", { time: formatTime(undoneAt) })}</span>
        )}
      </span>
    </li>
  );
}
