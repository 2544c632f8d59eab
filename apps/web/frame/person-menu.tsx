/** Who I am and where I act; language, type size, password, sign-out. */
import { DownOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Dropdown, type MenuProps } from "antd";
import { Suspense, lazy, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { setPreference, usePreference } from "../design/preference.ts";
import { useAreaName } from "../server/area.ts";
import { sessionQuery } from "../server/session.ts";
import { useLeave } from "./leave.ts";

// Few people need it in a session: its form stays out of the first screen.
const PasswordDialog = lazy(async () => ({
  default: (await import("./password-dialog.tsx")).PasswordDialog,
}));

type MenuItems = NonNullable<MenuProps["items"]>;

export function PersonMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const [passwordOpen, setPasswordOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const items = useMenuItems(onHelp, () => setPasswordOpen(true));
  const acting = session?.acting;
  const place = useAreaName(acting?.areaCode ?? null);
  if (!session) return null;
  const forced = session.person.mustChangePassword;
  return (
    <>
      {/* The menu is gone when a dialog opened from it closes: its button stands for it. */}
      <Dropdown
        menu={{ items, onClick: () => button.current?.focus() }}
        trigger={["click"]}
        placement="bottomRight"
      >
        <button ref={button} type="button" className="person-button" aria-haspopup="menu">
          <span className="person-words">
            <strong>{session.person.displayName}</strong>
            {acting && (
              <span>
                {place} {t(`role.${acting.role}`)}
              </span>
            )}
          </span>
          <DownOutlined aria-hidden className="person-arrow" />
        </button>
      </Dropdown>
      {(passwordOpen || forced) && (
        <Suspense>
          <PasswordDialog forced={forced} onClose={() => setPasswordOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function useMenuItems(onHelp: () => void, onPassword: () => void): MenuItems {
  const { t } = useTranslation();
  const { language, size } = usePreference();
  const leave = useLeave();
  return [
    {
      key: "language",
      label: t("preference.language"),
      onClick: () => setPreference({ language: language === "zh" ? "en" : "zh" }),
    },
    {
      key: "size",
      label: size === "large" ? t("preference.normal") : t("preference.large"),
      onClick: () => setPreference({ size: size === "large" ? "normal" : "large" }),
    },
    { key: "help", label: t("help.title"), extra: "?", onClick: onHelp },
    { key: "password", label: t("session.changePassword"), onClick: onPassword },
    { type: "divider" },
    { key: "leave", label: t("session.delete"), onClick: leave },
  ];
}
