/** Bad rows, and values left out of good ones, grouped by reason, each with its sheet, row and column as Excel shows them. */
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { StatusChip } from "../../design/status-chip.tsx";
import { CellCorrection, cellOf } from "./cell-correction.tsx";
import { RejectedFile } from "./rejected-file.tsx";

type Reject = ImportPreview["rejected"][number];

/** How many rows of a group are shown at once. */
const portion = 50;

interface PlacesProps {
  batch: ImportBatch;
  places: Reject[];
  /** More than the list when the server cut it. */
  count: number;
}

export function Rejects({ places, ...rest }: PlacesProps) {
  const { t } = useTranslation();
  if (places.length > 0)
    return (
      <Places title={t("import.rejects")} hint={t("import.rejectsHint")} {...{ places, ...rest }}>
        <RejectedFile batch={rest.batch} />
      </Places>
    );
  return (
    <section className="panel import-line">
      <StatusChip tone="verified">{t("import.rejectsNone")}</StatusChip>
    </section>
  );
}

/** Values that were left out while their row is written. */
export function Remarks({ places, ...rest }: PlacesProps) {
  const { t } = useTranslation();
  if (places.length === 0) return null;
  return <Places title={t("import.remarks")} hint={t("import.remarksHint")} {...{ places, ...rest }} />;
}

interface TitledPlaces extends PlacesProps {
  title: string;
  hint: string;
  children?: ReactNode;
}

function Places({ title, hint, batch, places, count, children }: TitledPlaces) {
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
        {children}
      </div>
      {[...groupByReason(places)].map(([reason, group], index) => (
        <RejectGroup key={reason} batch={batch} group={group} isFirst={index === 0} />
      ))}
    </section>
  );
}

interface GroupProps {
  batch: ImportBatch;
  group: Reject[];
}

function RejectGroup({ batch, group, isFirst }: GroupProps & { isFirst: boolean }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const [isOpen, setOpen] = useState(isFirst);
  const [first] = group;
  if (!first) return null;
  return (
    <details className="reject-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{say(first.reason)}</span>
        <span className="faint">{t("import.reasonCount", { n: formatCount(group.length) })}</span>
      </summary>
      {isOpen && <RejectRows batch={batch} group={group} label={say(first.reason)} />}
    </details>
  );
}

function RejectRows({ batch, group, label }: GroupProps & { label: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(portion);
  const differs = group.some((one) => one.reason.zh !== group[0]?.reason.zh);
  const heads = [
    { key: "where", words: t("import.where") },
    { key: "registerNo", words: t("householdList.registerNo") },
    { key: "column", words: t("import.column") },
    ...(differs ? [{ key: "reason", words: t("import.reason") }] : []),
    ...(batch.can.correct ? [{ key: "right", words: t("import.right") }] : []),
  ];
  return (
    <>
      <DataTable label={label} heads={heads} stacks>
        {group.slice(0, shown).map((one, index) => (
          <RejectRow
            key={`${one.sheet}-${one.row}-${one.column}-${index}`}
            batch={batch}
            one={one}
            differs={differs}
          />
        ))}
      </DataTable>
      {group.length > shown && (
        <Button className="more-rows" onClick={() => setShown(shown + portion)}>
          {t("import.moreRows", { n: formatCount(group.length - shown) })}
        </Button>
      )}
    </>
  );
}

function RejectRow({ batch, one, differs }: { batch: ImportBatch; one: Reject; differs: boolean }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const cell = batch.preview ? cellOf(one, batch.preview) : undefined;
  return (
    <tr>
      <td data-label={t("import.where")}>{t("import.place", { sheet: one.sheet, row: one.row })}</td>
      <td className="register-no" data-label={t("householdList.registerNo")}>
        {one.registerNo ?? t("state.none")}
      </td>
      <td data-label={t("import.column")}>{one.column}</td>
      {differs && <td data-label={t("import.reason")}>{say(one.reason)}</td>}
      {batch.can.correct && (
        <td data-label={t("import.right")}>
          {cell ? <CellCorrection batch={batch} cell={cell} column={one.column} /> : t("import.notHere")}
        </td>
      )}
    </tr>
  );
}

/** Reasons that differ only in the numbers and names inside them belong together; the largest group comes first. */
function groupByReason(rejected: Reject[]): [string, Reject[]][] {
  const groups = Map.groupBy(rejected, ({ reason }) =>
    reason.zh.replaceAll(/[“「《"][^”」》"]*[”」》"]|\d+/g, "…"),
  );
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
