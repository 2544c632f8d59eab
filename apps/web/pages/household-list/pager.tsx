/** Pages by key: the next one starts after the last row of this one. Places in the list stay out of the address. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { HouseholdCursor } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { HouseholdFilters } from "../../addresses/household-filters.ts";
import { useTurnList } from "./turn-list.ts";

interface PagerProps {
  area: string;
  filters: HouseholdFilters;
  text: string | undefined;
  cursors: HouseholdCursor[];
  next: HouseholdCursor | null;
}

export function Pager({ area, filters, text, cursors, next }: PagerProps) {
  const { t } = useTranslation();
  const turn = useTurnList(area);
  if (cursors.length === 0 && next === null) return null;
  const goTo = (to: HouseholdCursor[]): void => turn({ filters, text, cursors: to });
  return (
    <nav className="pager" aria-label={t("householdList.page", { page: cursors.length + 1 })}>
      <Button
        icon={<LeftOutlined />}
        disabled={cursors.length === 0}
        onClick={() => goTo(cursors.slice(0, -1))}
      >
        {t("householdList.previous")}
      </Button>
      <span className="soft">{t("householdList.page", { page: cursors.length + 1 })}</span>
      <Button disabled={next === null} onClick={() => next && goTo([...cursors, next])}>
        {t("householdList.next")} <RightOutlined />
      </Button>
    </nav>
  );
}
