/** What is mine: who I am, where I act, language and type size of this device, password, help, signing out. */
import "./me.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Grant, Session } from "../../../../domain/access/session.contract.ts";
import { type Language, setPreference, usePreference } from "../../design/preference.ts";
import type { TypeSize } from "../../design/tokens.ts";
import { useLeave } from "../../frame/leave.ts";
import { RoomLink, useNearRooms, useRooms } from "../../frame/rooms.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { grantPlaceQuery } from "../../server/area.ts";
import { sessionQuery } from "../../server/session.ts";

const PasswordDialog = lazy(async () => ({
  default: (await import("../../frame/password-dialog.tsx")).PasswordDialog,
}));

export function MePage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  return (
    <div className="page me">
      <PageTitle>{t("nav.me")}</PageTitle>
      <h1 className="page-title">{session.person.displayName}</h1>
      <section className="panel" aria-label={t("session.grants")}>
        <ul className="me-list">
          {session.grants.map((grant) => (
            <PlaceLine key={grant.id} grant={grant} isActing={grant.id === session.acting?.id} />
          ))}
        </ul>
      </section>
      <OtherRooms />
      <Preferences />
      <Others session={session} />
    </div>
  );
}

/** The rooms that the bar of a phone has no place for. */
function OtherRooms() {
  const { t } = useTranslation();
  const near = new Set(useNearRooms().map(({ key }) => key));
  const others = useRooms().filter(({ key }) => !near.has(key));
  if (others.length === 0) return null;
  return (
    <nav className="panel me-rooms" aria-label={t("nav.others")}>
      {others.map((room) => (
        <RoomLink key={room.key} room={room} />
      ))}
    </nav>
  );
}

function PlaceLine({ grant, isActing }: { grant: Grant; isActing: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery(grantPlaceQuery(grant));
  return (
    <li>
      <span>
        {data?.name ?? "…"} · {t(`role.${grant.role}`)}
      </span>
      {isActing && (
        <Link to="/areas/$area" params={{ area: grant.areaCode }}>
          {t("nav.area")}
        </Link>
      )}
    </li>
  );
}

function Preferences() {
  const { t } = useTranslation();
  const { language, size } = usePreference();
  return (
    <section className="panel" aria-label={t("preference.title")}>
      <ul className="me-list">
        <li>
          <span>{t("preference.languageTitle")}</span>
          <Segmented<Language>
            aria-label={t("preference.languageTitle")}
            value={language}
            options={[
              { value: "zh", label: "中文" },
              { value: "en", label: "English" },
            ]}
            onChange={(chosen) => setPreference({ language: chosen })}
          />
        </li>
        <li>
          <span>{t("preference.sizeTitle")}</span>
          <Segmented<TypeSize>
            aria-label={t("preference.sizeTitle")}
            value={size}
            options={[
              { value: "normal", label: t("preference.normal") },
              { value: "large", label: t("preference.large") },
            ]}
            onChange={(chosen) => setPreference({ size: chosen })}
          />
        </li>
      </ul>
      <p className="faint small me-note">{t("preference.kept")}</p>
    </section>
  );
}

function Others({ session }: { session: Session }) {
  const { t } = useTranslation();
  const leave = useLeave();
  const [passwordOpen, setPasswordOpen] = useState(false);
  return (
    <section className="panel me-actions" aria-label={session.person.login}>
      <Button block onClick={() => setPasswordOpen(true)}>
        {t("session.changePassword")}
      </Button>
      <Button block onClick={leave}>
        {t("session.delete")}
      </Button>
      <Link to="/design">{t("designPage")}</Link>
      {passwordOpen && (
        <Suspense>
          <PasswordDialog forced={false} onClose={() => setPasswordOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
