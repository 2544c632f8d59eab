/** The frame of every page after sign-in: bar, content, bottom navigation on a phone, keyboard and offline notice. */
import "./frame.css";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useShortcuts } from "./shortcuts.ts";
import { NewsArea } from "../design/news.tsx";
import { useRememberArea } from "./current-area.ts";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { MainNavigation } from "./main-navigation.tsx";
import { OfflineNotice } from "./offline-notice.tsx";
import { PlaceStrip } from "./place-strip.tsx";
import { TopBar } from "./top-bar.tsx";
import { sessionQuery } from "../server/session.ts";
import { useState } from "react";

export function Frame() {
  const { t } = useTranslation();
  const [helpOpen, setHelpOpen] = useState(false);
  const mustChange = useQuery(sessionQuery).data?.person.mustChangePassword ?? false;
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
        {!mustChange && <Outlet />}
      </main>
      <MainNavigation place="bottom" />
      <KeyboardHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
