/** An input for a number within bounds. What lies outside of them is not taken, and is said not to be: nothing becomes 0 unseen. */
import { InputNumber } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../design/numbers.ts";

interface BoundedNumberProps {
  label: string;
  /** In the unit that stands behind the field. */
  value: number | null;
  max: number;
  unit: string | undefined;
  className?: string;
  onChange: (value: number | null) => void;
}

export function BoundedNumber({ label, value, max, unit, className, onChange }: BoundedNumberProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<number | null>(null);
  const refusalId = useId();
  const take = (typed: number | null): void => {
    const isOutside = typed !== null && (typed < 0 || typed > max);
    setRefused(isOutside ? typed : null);
    if (!isOutside) onChange(typed);
  };
  return (
    <>
      <InputNumber
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={refusalId}
        status={refused === null ? "" : "error"}
        controls={false}
        precision={2}
        value={value}
        onChange={take}
        suffix={unit}
        {...(className !== undefined && { className })}
      />
      <span id={refusalId} className="number-refused" role="alert">
        {refused !== null &&
          t(refused < 0 ? "household.refused.negative" : "household.refused.large", {
            typed: formatCount(refused).replace("-", "−"),
            max: formatCount(max),
          })}
      </span>
    </>
  );
}
