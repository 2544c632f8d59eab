/** Sheets of which nothing was read because a needed column was not recognised: a person says which one it is. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ImportBatch, UnreadSheet } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { StatusChip } from "../../design/status-chip.tsx";
import { NoReminder } from "./no-reminder.tsx";
import { SheetColumns } from "./sheet-columns.tsx";

export function UnreadSheets({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  if (batch.unread.length === 0) return null;
  return (
    <section className="panel unread-sheets" aria-label={t("import.unread")}>
      <div className="panel-head">
        <h2>{t("import.unread")}</h2>
        <p className="soft small import-hint">
          {batch.can.map ? t("import.unreadHint") : t("import.unreadLeft")}
        </p>
        <Link to="/imports" className="not-printed">
          {t("import.again")}
        </Link>
        {batch.preview === null && <NoReminder batch={batch} />}
      </div>
      {batch.unread.map((sheet) => (
        <div key={`${batch.id}-${sheet.name}`}>
          <Missing sheet={sheet} />
          <SheetColumns
            batch={batch}
            sheet={unknownFirst(sheet)}
            layout={sheet.layout}
            first={sheet.missing.map(({ key }) => key)}
          />
        </div>
      ))}
    </section>
  );
}

/** What is looked for is among them. */
function unknownFirst(sheet: UnreadSheet): UnreadSheet {
  const isKnown = ({ field, isChosen }: UnreadSheet["columns"][number]): number =>
    Number(field !== null && !isChosen);
  return { ...sheet, columns: sheet.columns.toSorted((a, b) => isKnown(a) - isKnown(b)) };
}

function Missing({ sheet: { layout, missing } }: { sheet: UnreadSheet }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <p className="missing-columns" role="alert">
      {t("import.missing", { layout: t(`import.layout.${layout}`) })}
      {missing.map(({ key, title }) => (
        <StatusChip key={key} tone="must">
          {say(title)}
        </StatusChip>
      ))}
    </p>
  );
}
