/** The rooms at the bottom of a phone, within reach of a thumb: four at most, each as wide as it can be. */
import { UserOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RoomLink, useNearRooms } from "./rooms.tsx";

export function BottomNavigation() {
  const { t } = useTranslation();
  const rooms = useNearRooms();
  if (rooms.length === 0) return null;
  return (
    <nav className="bottom-nav" aria-label={t("product")}>
      {rooms.map((room) => (
        <RoomLink key={room.key} room={room} />
      ))}
      <Link to="/me">
        <UserOutlined aria-hidden />
        <span>{t("nav.me")}</span>
      </Link>
    </nav>
  );
}
