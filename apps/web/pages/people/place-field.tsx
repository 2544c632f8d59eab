/** A place inside the administrator's area, chosen level by level down to a village. */
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { areaQuery } from "../../server/area.ts";

interface PlaceFieldProps {
  /** The administrator's own area. */
  within: string;
  value: string;
  onChange: (areaCode: string) => void;
}

export function PlaceField({ within, value, onChange }: PlaceFieldProps) {
  const { t } = useTranslation();
  const { data } = useQuery(areaQuery(value));
  const path = data?.path ?? [];
  const own = path.findIndex(({ code }) => code === within);
  const levels = own === -1 ? [within] : path.slice(own).map(({ code }) => code);
  return (
    <fieldset className="person-field">
      <legend>{t("people.place")}</legend>
      {levels.map((code, at) => (
        <LevelSelect key={code} code={code} chosen={levels[at + 1]} onChange={onChange} />
      ))}
    </fieldset>
  );
}

interface LevelSelectProps {
  code: string;
  /** Undefined: the whole place. */
  chosen: string | undefined;
  onChange: (areaCode: string) => void;
}

function LevelSelect({ code, chosen, onChange }: LevelSelectProps) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useQuery(areaQuery(code));
  if (!data || (data.children.length === 0 && chosen === undefined)) {
    // A village has nothing below: its name stands in the choice above.
    return null;
  }
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {t("people.placeIn", { place: data.name })}
      </label>
      <select
        id={id}
        className="plain-select"
        value={chosen ?? code}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value={code}>{t("people.wholePlace", { place: data.name })}</option>
        {data.children.map((child) => (
          <option key={child.code} value={child.code}>
            {child.name}
          </option>
        ))}
      </select>
    </>
  );
}
