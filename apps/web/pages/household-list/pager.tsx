/** Pages by key: each begins behind, or ends in front of, a household at the edge of another one. */
import type { HouseholdPageOf } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { type ListPlace, cursorText } from "../../addresses/list-place.ts";
import { PageNavigation } from "../../design/page-navigation.tsx";
import { useTurnList } from "./turn-list.ts";

interface PagerProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
  place: ListPlace;
  page: Pick<HouseholdPageOf, "previous" | "next">;
}

export function Pager({ area, filters, text, place, page: { previous, next } }: PagerProps) {
  const turn = useTurnList(area);
  // Unknown in an address that somebody shortened.
  const number = previous === null ? 1 : place.page;
  const goTo = (to: ListPlace, step: number): void => {
    const page = number === undefined ? undefined : number + step;
    turn({ filters, text, place: page === 1 ? {} : { ...(page !== undefined && { page }), ...to } });
  };
  return (
    <PageNavigation
      page={number}
      onPrevious={previous && (() => goTo({ before: cursorText(previous) }, -1))}
      onNext={next && (() => goTo({ after: cursorText(next) }, 1))}
    />
  );
}
