/** By what a search led to this household, as long as it has just been opened from there: a part may be another person's, too. */
import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SearchMatch } from "../../../../domain/registry/household-search.contract.ts";
import { Matches } from "../household-list/matches.tsx";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Whom, masked, and what of him the search that led here had matched. */
    matches?: SearchMatch[];
  }
}

export function FoundBy() {
  const { t } = useTranslation();
  const { matches = [] } = useLocation().state;
  if (matches.length === 0) return null;
  return (
    <div className="found-by">
      <span>{t("household.foundBy")}</span>
      <Matches matches={matches} />
    </div>
  );
}
