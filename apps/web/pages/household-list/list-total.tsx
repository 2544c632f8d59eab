/** How many households match, and as of when: the list reads the books of this moment, the area's figures an evaluation. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf } from "../../../../domain/verdicts/household-list.contract.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import { figuresQuery } from "../../server/area.ts";
import { useActing } from "../../server/session.ts";

export function ListTotal({ area, page }: { area: string; page: HouseholdPageOf }) {
  const { t } = useTranslation();
  const { data: figures } = useQuery(figuresQuery(area, page.year));
  const isHelper = useActing()?.role === "helper";
  const n = formatCount(page.total);
  return (
    <div className="list-total" role="status">
      <span>
        {page.totalIsLeast ? t("householdList.totalLeast", { n }) : t("householdList.total", { n })}
      </span>
      {isHelper && <strong>{t("householdList.ownOnly")}</strong>}
      <span className="faint small">
        {figures?.asOf
          ? t("householdList.asOfBoth", { time: formatTime(figures.asOf) })
          : t("householdList.asOfNow")}
      </span>
    </div>
  );
}
