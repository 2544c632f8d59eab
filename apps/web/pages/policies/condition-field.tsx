/** The condition of a rule as text; a mistake is marked where it stands and told in words. */
import { Button, type GetRef, Input } from "antd";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useBothLanguages } from "../../design/both-languages.ts";
import type { Mistake } from "./what-if-form.tsx";

interface ConditionFieldProps {
  value: string;
  inForce: string;
  mistake: Mistake | null;
  onChange: (value: string) => void;
}

export function ConditionField({ value, inForce, mistake, onChange }: ConditionFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useMistakeSelection(mistake);
  return (
    <div className="what-if-field">
      <label htmlFor={id}>{t("policy.whatIf.when")}</label>
      <p id={`${id}-hint`} className="faint small">
        {t("policy.whatIf.whenHint")}
      </p>
      <Input.TextArea
        ref={field}
        id={id}
        className="condition-text"
        rows={7}
        spellCheck={false}
        maxLength={4000}
        value={value}
        status={mistake ? "error" : ""}
        aria-invalid={mistake !== null}
        aria-describedby={`${id}-hint ${id}-fault`}
        onChange={({ target }) => onChange(target.value)}
      />
      <div id={`${id}-fault`} className="field-fault small" role="alert">
        {mistake && <MistakeInWords mistake={mistake} />}
      </div>
      {value !== inForce && (
        <Button size="small" onClick={() => onChange(inForce)}>
          {t("policy.whatIf.again")}
        </Button>
      )}
    </div>
  );
}

function MistakeInWords({ mistake }: { mistake: Mistake }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <p>
      {t("policy.whatIf.at", { at: mistake.position })}
      {t("mark.colon")}
      {say(mistake)}
    </p>
  );
}

/** Puts the focus into the text and selects what is wrong, once for each answer of the server. */
function useMistakeSelection(mistake: Mistake | null) {
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const { position, length } = mistake ?? { position: 0, length: 0 };
  useEffect(() => {
    const area = field.current?.resizableTextArea?.textArea;
    if (position === 0 || !area) return;
    area.focus();
    area.setSelectionRange(position - 1, position - 1 + Math.max(length, 1));
  }, [position, length]);
  return field;
}
