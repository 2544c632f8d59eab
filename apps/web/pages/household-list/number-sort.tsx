/** The head over the household numbers: a press turns the order of the list round and begins at its first page. */
import { useTranslation } from "react-i18next";
import { type HouseholdFilters, without } from "../../addresses/household-filters.ts";
import { useSearchText } from "../../frame/search-text.ts";
import { useTurnList } from "./turn-list.ts";

export function NumberSort({ area, filters }: { area: string; filters: HouseholdFilters }) {
  const { t } = useTranslation();
  const turn = useTurnList(area);
  const text = useSearchText();
  const isDescending = filters.order === "descending";
  const turned: HouseholdFilters = isDescending
    ? without(filters, "order")
    : { ...filters, order: "descending" };
  return (
    <button type="button" className="sort-button" onClick={() => turn({ filters: turned, text })}>
      {t("householdList.registerNo")}
      <span aria-hidden>{isDescending ? " ↓" : " ↑"}</span>
    </button>
  );
}
