/** A helper: name, unit, phone, since when; in full once the data are opened. */
import { useTranslation } from "react-i18next";
import type { Helper, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { PhoneNumber } from "./phone-number.tsx";

interface HelperLineProps {
  helper: Helper;
  opened: OpenedHousehold | null;
  /** Stands in a button, in which nothing else can be pressed. */
  inButton?: boolean;
}

export function HelperLine({ helper, opened, inButton = false }: HelperLineProps) {
  const { t } = useTranslation();
  const sinceWords = useSinceWords();
  const known = opened?.helpers.find(({ id }) => id === helper.id);
  const phone = known?.phone ?? helper.maskedPhone;
  const shown = phone ?? t("household.help.noPhone");
  const words = phone === null || inButton ? shown : <PhoneNumber number={phone} />;
  return (
    <>
      <span>
        {known?.name ?? helper.maskedName} {helper.isReader && t("household.five.you")}
        {helper.unitName && <span className="soft"> · {helper.unitName}</span>}
      </span>
      <span className={phone === null ? "faint" : "soft"}>{words}</span>
      <span className="faint small">{sinceWords(helper)}</span>
    </>
  );
}

/** A file says in which year's book somebody helps, not since which day: an import writes the first day of that year. */
function useSinceWords(): (helper: Helper) => string {
  const { t } = useTranslation();
  return ({ startedOn }) =>
    startedOn.endsWith("-01-01")
      ? t("household.help.sinceBook", { year: startedOn.slice(0, 4) })
      : t("household.help.since", { date: startedOn });
}
