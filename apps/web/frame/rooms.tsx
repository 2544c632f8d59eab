/** The rooms of the face that this person may enter here, in the order of their work. */
import {
  ApartmentOutlined,
  BookOutlined,
  CarryOutOutlined,
  HistoryOutlined,
  ImportOutlined,
  TeamOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Link, type LinkProps, linkOptions } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useActing, useMay } from "../server/session.ts";
import { useCurrentArea } from "./current-area.ts";

const icons = {
  today: CarryOutOutlined,
  area: ApartmentOutlined,
  households: TeamOutlined,
  own: TeamOutlined,
  imports: ImportOutlined,
  people: UserOutlined,
  audit: HistoryOutlined,
  policies: BookOutlined,
};

export interface Room {
  key: keyof typeof icons;
  link: LinkProps;
}

/** Empty while the place is not known yet. */
export function useRooms(): Room[] {
  const area = useCurrentArea();
  const hasOwn = useActing()?.rows === "own";
  const may = {
    list: useMay("household.list"),
    import: useMay("import.list"),
    people: useMay("person.list"),
    audit: useMay("audit.read"),
    policies: useMay("policy.read"),
  };
  if (area === null) return [];
  const exact = { exact: true, includeSearch: false };
  const loose = { includeSearch: false };
  const rooms: (Room | false)[] = [
    { key: "today", link: linkOptions({ to: "/today" }) },
    {
      key: "area",
      link: linkOptions({ to: "/areas/$area", params: { area }, activeOptions: exact }),
    },
    may.list && {
      key: hasOwn ? "own" : "households",
      link: linkOptions({ to: "/areas/$area/households", params: { area }, activeOptions: loose }),
    },
    may.import && { key: "imports", link: linkOptions({ to: "/imports" }) },
    may.people && { key: "people", link: linkOptions({ to: "/people" }) },
    may.policies && { key: "policies", link: linkOptions({ to: "/policies", activeOptions: loose }) },
    may.audit && { key: "audit", link: linkOptions({ to: "/audit", activeOptions: loose }) },
  ];
  return rooms.filter((room) => room !== false);
}

/** The rooms within reach of a thumb: three, and what is one's own beside them. */
export function useNearRooms(): Room[] {
  const rooms = useRooms();
  const wanted = rooms.some(({ key }) => key === "imports")
    ? ["today", "households", "own", "imports"]
    : ["today", "households", "own", "area"];
  return rooms
    .filter(({ key }) => wanted.includes(key))
    .toSorted((a, b) => wanted.indexOf(a.key) - wanted.indexOf(b.key));
}

export function RoomLink({ room }: { room: Room }) {
  const { t } = useTranslation();
  const Icon = icons[room.key];
  return (
    <Link {...room.link}>
      <Icon aria-hidden />
      <span>{t(`nav.${room.key}`)}</span>
    </Link>
  );
}
