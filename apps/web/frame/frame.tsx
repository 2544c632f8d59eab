/** The frame of every page after sign-in: bar, content, bottom navigation on a phone, keyboard and offline notice. */
import "./frame.css";
import "./place-strip.css";
import "./search-box.css";
import { Fragment, useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "./shortcuts.ts";
import { followPerson } from "../design/preference.ts";
import { NewsArea } from "../design/news.tsx";
import { BottomNavigation } from "./bottom-navigation.tsx";
import { useRememberArea } from "./current-area.ts";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { OfflineNotice } from "./offline-notice.tsx";
import { PlaceStrip } from "./place-strip.tsx";
import { TopBar } from "./top-bar.tsx";
import { sessionQuery } from "../server/session.ts";

export function Frame() {
  const { t } = useTranslation();
  const [helpOpen, setHelpOpen] = useState(false);
  const session = useQuery(sessionQuery).data;
  const person = session?.person;
  const mustChange = person?.mustChangePassword ?? false;
  useOwnPreference(person?.id);
  useRememberArea();
  useShortcuts(() => setHelpOpen(true));
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t("nav.skip")}
      </a>
      <TopBar onHelp={() => setHelpOpen(true)} />
      <PlaceStrip />
      <OfflineNotice />
      <NewsArea />
      <main id="content" className="frame-content" tabIndex={-1}>
        {/* A page of one place is never carried over to another. */}
        {!mustChange && (
          <Fragment key={session?.acting?.id}>
            <Outlet />
          </Fragment>
        )}
      </main>
      <BottomNavigation />
      <KeyboardHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

function useOwnPreference(person: string | undefined): void {
  useEffect(() => {
    if (person !== undefined) followPerson(person);
  }, [person]);
}
