/** The amount of a line in 元, with the one in force beside it. */
import { Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { LineKind, PolicyLine } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { formatYuan } from "../../design/numbers.ts";
import { lineInForce } from "../../design/line-in-force.ts";

interface LineFieldProps {
  kind: LineKind;
  lines: PolicyLine[];
  /** Undefined while the book is being read. */
  year: number | undefined;
  area: string;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}

export function LineField({ kind, lines, year, area, value, isWrong, onChange }: LineFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const now = year === undefined ? null : (lineInForce(lines, kind, year, area)?.amount ?? null);
  return (
    <div className="what-if-field">
      <label htmlFor={id}>{t("policy.whatIf.line", { kind: t(`policy.lineKind.${kind}`) })}</label>
      <p id={`${id}-hint`} className="faint small">
        {year === undefined
          ? "…"
          : now === null
            ? t("policy.whatIf.lineNone")
            : t("policy.whatIf.lineNow", { amount: formatYuan(now) })}
      </p>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        status={isWrong ? "error" : ""}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint ${id}-fault`}
        suffix={t("unit.yuan")}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-fault`} className="field-fault small" role="alert">
        {isWrong && t("policy.whatIf.lineWrong")}
      </p>
    </div>
  );
}
