/** A household that does not exist and one of somebody else's area read the same: who may not see it is not told that it is there. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../design/empty-state.tsx";
import { useCurrentArea } from "../../frame/current-area.ts";

export function HouseholdMissing() {
  const { t } = useTranslation();
  const area = useCurrentArea();
  return (
    <div className="page">
      <EmptyState title={t("household.missing.title")} hint={t("household.missing.hint")}>
        {area === null ? (
          <Link to="/">{t("state.home")}</Link>
        ) : (
          <Link to="/areas/$area/households" params={{ area }}>
            {t("household.missing.toList")}
          </Link>
        )}
      </EmptyState>
    </div>
  );
}

interface NoBookProps {
  county: string;
  id: string;
  year: number | undefined;
}

/** The household is there, its book of that year is not. */
export function NoBookOfYear({ county, id, year }: NoBookProps) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <EmptyState title={t("household.noBook.title", { year })} hint={t("household.noBook.hint")}>
        <Link to="/households/$county/$id" params={{ county, id }} search={{}}>
          {t("household.noBook.toNewest")}
        </Link>
      </EmptyState>
    </div>
  );
}
