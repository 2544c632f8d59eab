/** The rooms of the face, in the bar of a desk. */
import { useTranslation } from "react-i18next";
import { RoomLink, useRooms } from "./rooms.tsx";

export function MainNavigation() {
  const { t } = useTranslation();
  const rooms = useRooms();
  if (rooms.length === 0) return null;
  return (
    <nav className="main-nav" aria-label={t("productLong")}>
      {rooms.map((room) => (
        <RoomLink key={room.key} room={room} />
      ))}
    </nav>
  );
}
