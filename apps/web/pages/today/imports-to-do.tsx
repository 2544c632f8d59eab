/** Imports that wait: one's own with rejected rows, and those that somebody may apply. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ImportToDo } from "../../../../domain/registry/import-to-do.contract.ts";
import type { Today } from "../../../../domain/today/today.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { SeverityMark } from "../../design/severity-mark.tsx";
import { ToDoLine, ToDoList } from "../../design/to-do.tsx";

export function ImportsToDo({ today: { importsToApply, importsToFix } }: { today: Today }) {
  const { t } = useTranslation();
  const waiting = new Set(importsToApply.map(({ id }) => id));
  // One that waits says itself how many rows it rejects.
  const toFix = importsToFix.filter(({ id }) => !waiting.has(id));
  if (importsToApply.length + toFix.length === 0) return null;
  return (
    <ToDoList title={t("today.imports")}>
      <ul>
        {importsToApply.map((one) => (
          <ImportLine
            key={one.id}
            batch={one}
            words={one.rejected > 0 ? t("today.toApplyRejected", { n: one.rejected }) : t("today.toApply")}
          />
        ))}
        {toFix.map((one) => (
          <ImportLine
            key={one.id}
            batch={one}
            words={one.isUnmapped ? t("today.toMap") : t("today.toFix", { n: one.rejected })}
          />
        ))}
      </ul>
    </ToDoList>
  );
}

function ImportLine({ batch, words }: { batch: ImportToDo; words: string }) {
  return (
    <ToDoLine
      mark={<SeverityMark severity={batch.rejected > 0 || batch.isUnmapped ? "must" : "should"} />}
      about={`${words} · ${formatTime(batch.createdAt)}`}
    >
      <Link data-row to="/imports/$county/$id" params={{ county: batch.county, id: batch.id }}>
        {batch.fileName}
      </Link>
    </ToDoLine>
  );
}
