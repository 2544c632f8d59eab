/** Bad rows, grouped by reason, each with its sheet, row and column as Excel shows them. */
import { useTranslation } from "react-i18next";
import type { ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatCount } from "../../design/numbers.ts";
import { StatusChip } from "../../design/status-chip.tsx";

type Reject = ImportPreview["rejected"][number];

/** A group of thousands is cut: the file is mended by its reason, not line by line. */
const shownInGroup = 100;

export function Rejects({ rejected }: { rejected: Reject[] }) {
  const { t } = useTranslation();
  if (rejected.length === 0) {
    return (
      <section className="panel import-line">
        <StatusChip tone="verified">{t("import.rejectsNone")}</StatusChip>
      </section>
    );
  }
  return (
    <section className="panel" aria-label={t("import.rejects")}>
      <div className="panel-head">
        <h2>
          {t("import.rejects")} <span className="must-count">{formatCount(rejected.length)}</span>
        </h2>
        <p className="soft small">{t("import.rejectsHint")}</p>
      </div>
      {[...groupByReason(rejected)].map(([reason, group], index) => (
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
  return (
    <details className="reject-group" open={isOpen}>
      <summary>
        <span>{say(first.reason)}</span>
        <span className="faint">{t("import.reasonCount", { n: formatCount(group.length) })}</span>
      </summary>
      <div className="table-frame" role="region" aria-label={say(first.reason)} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t("import.where")}</th>
              <th scope="col">{t("import.column")}</th>
              {differs && <th scope="col">{t("import.reason")}</th>}
            </tr>
          </thead>
          <tbody>
            {group.slice(0, shownInGroup).map((one, index) => (
              <tr key={`${one.sheet}-${one.row}-${one.column}-${index}`}>
                <td>{t("import.place", { sheet: one.sheet, row: one.row })}</td>
                <td>{one.column}</td>
                {differs && <td>{say(one.reason)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
