/** Pages of the list. Places in it stay out of the address. */
import type { HouseholdCursor } from "../../../../domain/verdicts/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { PageNavigation } from "../../design/page-navigation.tsx";
import { useTurnList } from "./turn-list.ts";

interface PagerProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
  cursors: HouseholdCursor[];
  next: HouseholdCursor | null;
}

export function Pager({ area, filters, text, cursors, next }: PagerProps) {
  const turn = useTurnList(area);
  return (
    <PageNavigation starts={cursors} next={next} onTurn={(to) => turn({ filters, text, cursors: to })} />
  );
}
