/** How many households match, and as of when: the list reads the books of this moment, the area's figures an evaluation. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { personsBehindRows } from "../../addresses/persons-behind-rows.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import { useSeesRows } from "../../frame/rows-link.tsx";
import { figuresQuery } from "../../server/area.ts";
import { useActing } from "../../server/session.ts";

interface ListTotalProps {
  area: string;
  filters: HouseholdFilters;
  /** What was looked for: nobody counted the persons of a search. */
  isSearch: boolean;
  page: HouseholdPageOf;
}

export function ListTotal({ area, filters, isSearch, page }: ListTotalProps) {
  const { t } = useTranslation();
  const { data: figures } = useQuery(figuresQuery(area, page.year));
  const seesRows = useSeesRows();
  const hasOwn = useActing()?.rows === "own";
  const mayCount = !isSearch && seesRows && figures;
  const persons = mayCount ? personsBehindRows(filters, figures) : null;
  const n = formatCount(page.total);
  return (
    <div className="list-total" role="status">
      <span>
        {page.totalIsLeast ? t("householdList.totalLeast", { n }) : t("householdList.total", { n })}
        {persons !== null && t("householdList.totalPersons", { n: formatCount(persons) })}
      </span>
      {hasOwn && <strong>{t("householdList.ownOnly")}</strong>}
      <span className="faint small">
        {figures?.asOf
          ? t("householdList.asOfBoth", { time: formatTime(figures.asOf) })
          : t("householdList.asOfNow")}
      </span>
    </div>
  );
}
