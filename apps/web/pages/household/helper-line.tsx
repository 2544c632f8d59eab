/** A helper: name, unit, phone, since when; in full once the data are opened. */
import { useTranslation } from "react-i18next";
import type { Helper, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";

interface HelperLineProps {
  helper: Helper;
  opened: OpenedHousehold | null;
}

export function HelperLine({ helper, opened }: HelperLineProps) {
  const { t } = useTranslation();
  const known = opened?.helpers.find(({ id }) => id === helper.id);
  const phone = known?.phone ?? helper.maskedPhone;
  return (
    <>
      <span>
        {known?.name ?? helper.maskedName} {helper.isReader && t("household.five.you")}
        {helper.unitName && <span className="soft"> · {helper.unitName}</span>}
      </span>
      <span className={phone === null ? "faint" : "soft"}>{phone ?? t("household.help.noPhone")}</span>
      <span className="faint small">{t("household.help.since", { date: helper.startedOn })}</span>
    </>
  );
}
