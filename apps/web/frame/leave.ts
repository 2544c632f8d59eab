/** Signing out: to the sign-in page, or where it failed nowhere, since that page would look like the end of an open session. */
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { tell } from "../design/news.tsx";
import { signOut } from "../server/session.ts";

export function useLeave(): () => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return () =>
    void signOut().then(
      () => navigate({ to: "/sign-in" }),
      () => tell("must", t("session.stillOpen")),
    );
}
