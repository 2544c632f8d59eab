/** The head over the household numbers: a press turns the order of the list round and begins at its first page. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type HouseholdFilters, without } from "../../addresses/household-filters.ts";

export function NumberSort({ area, filters }: { area: string; filters: HouseholdFilters }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text } = useLocation().state;
  const isDescending = filters.order === "descending";
  const turn = (): void =>
    void navigate({
      to: "/areas/$area/households",
      params: { area },
      search: isDescending ? without(filters, "order") : { ...filters, order: "descending" },
      state: text === undefined ? {} : { text },
    });
  return (
    <button type="button" className="sort-button" onClick={turn}>
      {t("householdList.registerNo")}
      <span aria-hidden>{isDescending ? " ↓" : " ↑"}</span>
    </button>
  );
}
