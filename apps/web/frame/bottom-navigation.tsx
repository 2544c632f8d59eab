/** The rooms at the bottom of a phone, within reach of a thumb: four at most, each as wide as it can be. */
import {
  ApartmentOutlined,
  CarryOutOutlined,
  ImportOutlined,
  TeamOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useActing, useMay } from "../server/session.ts";
import { useCurrentArea } from "./current-area.ts";

export function BottomNavigation() {
  const { t } = useTranslation();
  const area = useCurrentArea();
  const isHelper = useActing()?.role === "helper";
  const mayList = useMay("household.list");
  const mayImport = useMay("import.list");
  if (area === null) return null;
  return (
    <nav className="bottom-nav" aria-label={t("product")}>
      <Link to="/today">
        <CarryOutOutlined aria-hidden />
        <span>{t("nav.today")}</span>
      </Link>
      {mayList && (
        <Link to="/areas/$area/households" params={{ area }} activeOptions={{ includeSearch: false }}>
          <TeamOutlined aria-hidden />
          <span>{isHelper ? t("nav.own") : t("nav.households")}</span>
        </Link>
      )}
      {mayImport ? (
        <Link to="/imports">
          <ImportOutlined aria-hidden />
          <span>{t("nav.imports")}</span>
        </Link>
      ) : (
        <Link to="/areas/$area" params={{ area }} activeOptions={{ exact: true, includeSearch: false }}>
          <ApartmentOutlined aria-hidden />
          <span>{t("nav.area")}</span>
        </Link>
      )}
      <Link to="/me">
        <UserOutlined aria-hidden />
        <span>{t("nav.me")}</span>
      </Link>
    </nav>
  );
}
