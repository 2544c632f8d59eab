/** Bad rows, and values left out of good ones, grouped by reason, each with its sheet, row and column as Excel shows them. */
import { useTranslation } from "react-i18next";
import type { ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { StatusChip } from "../../design/status-chip.tsx";

type Reject = ImportPreview["rejected"][number];

/** A group of thousands is cut: the file is mended by its reason, not line by line. */
const shownInGroup = 100;

interface PlacesProps {
  places: Reject[];
  /** More than the list when the server cut it. */
  count: number;
}

export function Rejects({ places, count }: PlacesProps) {
  const { t } = useTranslation();
  if (places.length > 0)
    return <Places title={t("import.rejects")} hint={t("import.rejectsHint")} {...{ places, count }} />;
  return (
    <section className="panel import-line">
      <StatusChip tone="verified">{t("import.rejectsNone")}</StatusChip>
    </section>
  );
}

/** Values that were left out while their row is written. */
export function Remarks({ places, count }: PlacesProps) {
  const { t } = useTranslation();
  if (places.length === 0) return null;
  return <Places title={t("import.remarks")} hint={t("import.remarksHint")} {...{ places, count }} />;
}

function Places({ title, hint, places, count }: PlacesProps & { title: string; hint: string }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>
          {title} <span className="must-count">{formatCount(count)}</span>
        </h2>
        <p className="soft small">
          {hint}
          {count > places.length &&
            ` ${t("import.rejectsCut", { shown: formatCount(places.length), n: formatCount(count) })}`}
        </p>
      </div>
      {[...groupByReason(places)].map(([reason, group], index) => (
        <RejectGroup key={reason} group={group} isOpen={index === 0} />
      ))}
    </section>
  );
}

function RejectGroup({ group, isOpen }: { group: Reject[]; isOpen: boolean }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const [first] = group;
  if (!first) return null;
  const differs = group.some((one) => one.reason.zh !== first.reason.zh);
  const heads = [
    { key: "where", words: t("import.where") },
    { key: "registerNo", words: t("householdList.registerNo") },
    { key: "column", words: t("import.column") },
    ...(differs ? [{ key: "reason", words: t("import.reason") }] : []),
  ];
  return (
    <details className="reject-group" open={isOpen}>
      <summary>
        <span>{say(first.reason)}</span>
        <span className="faint">{t("import.reasonCount", { n: formatCount(group.length) })}</span>
      </summary>
      <DataTable label={say(first.reason)} heads={heads} stacks>
        {group.slice(0, shownInGroup).map((one, index) => (
          <tr key={`${one.sheet}-${one.row}-${one.column}-${index}`}>
            <td data-label={t("import.where")}>{t("import.place", { sheet: one.sheet, row: one.row })}</td>
            <td className="register-no" data-label={t("householdList.registerNo")}>
              {one.registerNo ?? t("state.none")}
            </td>
            <td data-label={t("import.column")}>{one.column}</td>
            {differs && <td data-label={t("import.reason")}>{say(one.reason)}</td>}
          </tr>
        ))}
      </DataTable>
    </details>
  );
}

/** Reasons that differ only in the numbers and names inside them belong together; the largest group comes first. */
function groupByReason(rejected: Reject[]): [string, Reject[]][] {
  const groups = Map.groupBy(rejected, ({ reason }) =>
    reason.zh.replaceAll(/[“「《"][^”」》"]*[”」》"]|\d+/g, "…"),
  );
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
