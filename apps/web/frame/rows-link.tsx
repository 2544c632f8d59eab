/**
 * A number that leads to its households: the list of the same area and year with these filters. Plain words for whoever
 * would not find there what the number counts: a helper, whose list is his own households, and who may list none.
 */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AreaFigures } from "../../../domain/verdicts/figures/figure.contract.ts";
import type { HouseholdFilters } from "../addresses/household-filters.ts";
import { formatCount } from "../design/numbers.ts";
import { useActing } from "../server/session.ts";

interface RowsLinkProps {
  figures: Pick<AreaFigures, "area" | "year">;
  filters: HouseholdFilters;
  className?: string;
  children: ReactNode;
}

export function RowsLink({ figures: { area, year }, filters, className, children }: RowsLinkProps) {
  if (!useSeesRows()) return <span className={className}>{children}</span>;
  return (
    <Link
      to="/areas/$area/households"
      params={{ area }}
      search={{ year, ...filters }}
      {...(className !== undefined && { className })}
    >
      {children}
    </Link>
  );
}

interface CountLinkProps extends Omit<RowsLinkProps, "filters" | "children"> {
  count: number;
  /** Null where no households stand behind the count. */
  filters: HouseholdFilters | null;
  /** The count with its unit; the bare count when absent. */
  children?: ReactNode;
}

/** A count in the ink of its surroundings that opens to its households; a zero opens nothing and is no link. */
export function CountLink({ count, filters, className = "", children, ...rest }: CountLinkProps) {
  const words = children ?? formatCount(count);
  if (count === 0 || filters === null) return <span className={className}>{words}</span>;
  return (
    <RowsLink {...rest} filters={filters} className={`count-link ${className}`.trim()}>
      {words}
    </RowsLink>
  );
}

/** True when the reader's list holds all households that the figures of the area count. */
export function useSeesRows(): boolean {
  return useActing()?.rows === "all";
}
