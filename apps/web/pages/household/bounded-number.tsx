/**
 * An input for a number within bounds. What is no number or lies outside of them stays as it was typed, is said not to be
 * taken, and leaves the saved value: nothing becomes 0 or empty unseen, and nothing is saved until it is mended.
 */
import { Input } from "antd";
import { type ChangeEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../design/numbers.ts";
import { type NumberBounds, type WrongNumber, readTypedNumber } from "./typed-number.ts";

interface BoundedNumberProps extends NumberBounds {
  label: string;
  /** In the unit that stands behind the field. */
  value: number | null;
  unit: string | undefined;
  className?: string;
  /** What was typed here before and could not be taken. */
  refused: string | null;
  onChange: (value: number | null) => void;
  onRefuse: (text: string) => void;
}

export function BoundedNumber(props: BoundedNumberProps) {
  const { label, value, unit, className, refused, onChange, onRefuse, ...bounds } = props;
  // null: nothing is being typed, the value itself is shown.
  const [text, setText] = useState(refused);
  const [isComposing, setIsComposing] = useState(false);
  const refusalId = useId();
  const read = text === null || isComposing ? null : readTypedNumber(text, bounds);
  const wrong = read && "wrong" in read ? read.wrong : null;
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const { nativeEvent, target } = event;
    setText(target.value);
    const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
    setIsComposing(composing);
    if (composing) return;
    const typed = readTypedNumber(target.value, bounds);
    if ("wrong" in typed) onRefuse(target.value);
    else onChange(typed.value);
  };
  return (
    <>
      <Input
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={refusalId}
        status={wrong === null ? "" : "error"}
        inputMode={bounds.isWhole ? "numeric" : "decimal"}
        autoComplete="off"
        value={text ?? value ?? ""}
        onFocus={({ target }) => target.select()}
        onChange={take}
        onBlur={() => wrong === null && setText(null)}
        suffix={unit}
        {...(className !== undefined && { className })}
      />
      <span id={refusalId} className="number-refused" role="alert">
        {wrong !== null && <Refusal wrong={wrong} typed={text ?? ""} max={bounds.max} />}
      </span>
    </>
  );
}

function Refusal({ wrong, typed, max }: { wrong: WrongNumber; typed: string; max: number }) {
  const { t } = useTranslation();
  return t(`household.refused.${wrong}`, { typed: shownTyped(typed), max: formatCount(max) });
}

/** The sign that a reader knows; long texts in short. */
function shownTyped(text: string): string {
  const shown = text.trim().replace(/^-/, "−");
  return shown.length > 20 ? `${shown.slice(0, 20)}…` : shown;
}
