/** Pages by key: each begins behind, or ends in front of, a household at the edge of another one. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { type ListPlace, cursorText } from "../../addresses/list-place.ts";
import { useTurnList } from "./turn-list.ts";

interface PagerProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
  place: ListPlace;
  page: Pick<HouseholdPageOf, "previous" | "next">;
}

export function Pager({ area, filters, text, place, page: { previous, next } }: PagerProps) {
  const { t } = useTranslation();
  const turn = useTurnList(area);
  if (previous === null && next === null) return null;
  // Unknown in an address that somebody shortened.
  const number = previous === null ? 1 : place.page;
  const goTo = (to: ListPlace, step: number): void => {
    const page = number === undefined ? undefined : number + step;
    turn({ filters, text, place: page === 1 ? {} : { ...(page !== undefined && { page }), ...to } });
  };
  return (
    <nav className="pager" aria-label={t("householdList.pages")}>
      <Button
        icon={<LeftOutlined />}
        disabled={previous === null}
        onClick={() => previous && goTo({ before: cursorText(previous) }, -1)}
      >
        {t("householdList.previous")}
      </Button>
      {number !== undefined && <span className="soft">{t("householdList.page", { page: number })}</span>}
      <Button disabled={next === null} onClick={() => next && goTo({ after: cursorText(next) }, 1)}>
        {t("householdList.next")} <RightOutlined />
      </Button>
    </nav>
  );
}
