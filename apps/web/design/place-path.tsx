/** The way down to a place. Places above the reader's own are named, not linked: they are not his to open. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useActing } from "../server/session.ts";

interface PlacePathProps {
  path: { code: string; name: string }[];
  year: number;
  /** Where the links lead. */
  to: "/areas/$area" | "/areas/$area/households";
  children?: ReactNode;
}

export function PlacePath({ path, year, to, children }: PlacePathProps) {
  const acting = useActing();
  const own = path.findIndex((place) => place.code === acting?.areaCode);
  return (
    <ol className="crumbs">
      {path.map((place, index) => (
        <li key={place.code}>
          {own === -1 || index < own ? (
            place.name
          ) : (
            <Link to={to} params={{ area: place.code }} search={{ year }}>
              {place.name}
            </Link>
          )}
        </li>
      ))}
      {children}
    </ol>
  );
}
