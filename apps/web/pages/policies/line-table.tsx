/** Poverty and monitoring lines by year and place, with income concept, formula and source. */
import { useTranslation } from "react-i18next";
import type { PolicyLine } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatYuan } from "../../design/numbers.ts";
import { SourceWords } from "../../design/policy-source.tsx";

const columns = ["kind", "year", "place", "amount", "concept", "formula", "source"] as const;

export function LineTable({ lines }: { lines: PolicyLine[] }) {
  const { t } = useTranslation();
  const heads = columns.map((key) => ({
    key,
    words: t(`policy.line.${key}`),
    className: key === "amount" ? "number" : "",
  }));
  return (
    <DataTable label={t("policy.lines")} className="policy-table" stacks heads={heads}>
      {lines.map((line) => (
        <LineRow key={`${line.kind}-${line.year}-${line.place?.code ?? ""}`} line={line} />
      ))}
    </DataTable>
  );
}

function LineRow({ line }: { line: PolicyLine }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <tr>
      <th scope="row">{t(`policy.lineKind.${line.kind}`)}</th>
      <td data-label={t("policy.line.year")}>{line.year}</td>
      <td className="policy-place" data-label={t("policy.line.place")}>
        {line.place?.name ?? t("policy.country")}
      </td>
      <td className="number" data-label={t("policy.line.amount")}>
        {line.amount === null ? (
          <span className="soft">{t("policy.line.noAmount")}</span>
        ) : (
          `${formatYuan(line.amount)} ${t("unit.yuan")}`
        )}
      </td>
      <td data-label={t("policy.line.concept")}>{say(line.concept)}</td>
      <td data-label={t("policy.line.formula")}>{line.formula ? say(line.formula) : t("state.none")}</td>
      <td data-label={t("policy.line.source")}>
        <SourceWords source={line.source} deep />
      </td>
    </tr>
  );
}
