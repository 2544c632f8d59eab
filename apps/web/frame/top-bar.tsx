/** The bar above every page: rooms, search, work under way, and the reader's own menu. */
import { Link, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../server/session.ts";
import { HouseholdSearchBox } from "./household-search-box.tsx";
import { MainNavigation } from "./main-navigation.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { TaskTray } from "./task-tray.tsx";

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const mayList = useMay("household.list");
  const mayTasks = useMay("task.list");
  // The list has its own, larger box.
  const onList = useMatchRoute()({ to: "/areas/$area/households" }) !== false;
  return (
    <header className="top-bar">
      <Link to="/" className="top-mark" aria-label={t("productLong")}>
        <Mark />
        <span>{t("product")}</span>
      </Link>
      <MainNavigation />
      <div className="top-search">{mayList && !onList && <HouseholdSearchBox />}</div>
      {mayTasks && <TaskTray />}
      <PersonMenu onHelp={onHelp} />
    </header>
  );
}

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="22" height="22" aria-hidden>
      <circle cx="16" cy="16" r="9" />
      <path d="M16 2v8M16 22v8M2 16h8M22 16h8" />
      <circle cx="16" cy="16" r="2.6" className="mark-dot" />
    </svg>
  );
}
