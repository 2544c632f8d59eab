/** Below the bar: the places of a person who has several, one press apart, and that the people of a demo are invented. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Grant } from "../../../domain/access/session.contract.ts";
import { StatusChip } from "../design/status-chip.tsx";
import { grantPlaceQuery } from "../server/area.ts";
import { sessionQuery } from "../server/session.ts";

export function PlaceStrip() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  const { grants, acting, demo } = session;
  if (grants.length < 2 && !demo) return null;
  const showRole = new Set(grants.map((grant) => grant.role)).size > 1;
  return (
    <div className="place-strip">
      {grants.length > 1 && (
        <nav aria-label={t("session.grants")}>
          <span className="place-strip-label">{t("session.grants")}</span>
          {grants.map((grant) => (
            <PlaceButton key={grant.id} grant={grant} chosen={grant.id === acting?.id} showRole={showRole} />
          ))}
        </nav>
      )}
      {demo && (
        <p className="demo-mark" title={t("session.demoAbout")}>
          <StatusChip tone="doubt">{t("session.demoMark")}</StatusChip>
        </p>
      )}
    </div>
  );
}

interface PlaceButtonProps {
  grant: Grant;
  chosen: boolean;
  showRole: boolean;
}

function PlaceButton({ grant, chosen, showRole }: PlaceButtonProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = useQuery(grantPlaceQuery(grant)).data?.name ?? "…";
  return (
    <button
      type="button"
      aria-current={chosen ? "true" : undefined}
      onClick={() => void navigate({ to: "/", state: { actUnder: grant.id } })}
    >
      {showRole ? `${place} ${t(`role.${grant.role}`)}` : place}
    </button>
  );
}
