/** The rooms of the face, in the bar of a desk. */
import {
  ApartmentOutlined,
  BookOutlined,
  CarryOutOutlined,
  ImportOutlined,
  TeamOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../server/session.ts";
import { useCurrentArea } from "./current-area.ts";

export function MainNavigation() {
  const { t } = useTranslation();
  const area = useCurrentArea();
  const mayList = useMay("household.list");
  const mayImport = useMay("import.list");
  const mayPeople = useMay("person.list");
  const mayReadPolicies = useMay("policy.read");
  if (area === null) return null;
  return (
    <nav className="main-nav" aria-label={t("productLong")}>
      <Link to="/today">
        <CarryOutOutlined aria-hidden />
        <span>{t("nav.today")}</span>
      </Link>
      <Link to="/areas/$area" params={{ area }} activeOptions={{ exact: true, includeSearch: false }}>
        <ApartmentOutlined aria-hidden />
        <span>{t("nav.area")}</span>
      </Link>
      {mayList && (
        <Link to="/areas/$area/households" params={{ area }} activeOptions={{ includeSearch: false }}>
          <TeamOutlined aria-hidden />
          <span>{t("nav.households")}</span>
        </Link>
      )}
      {mayImport && (
        <Link to="/imports">
          <ImportOutlined aria-hidden />
          <span>{t("nav.imports")}</span>
        </Link>
      )}
      {mayPeople && (
        <Link to="/people">
          <UserOutlined aria-hidden />
          <span>{t("nav.people")}</span>
        </Link>
      )}
      {mayReadPolicies && (
        <Link to="/policies" activeOptions={{ includeSearch: false }}>
          <BookOutlined aria-hidden />
          <span>{t("nav.policies")}</span>
        </Link>
      )}
    </nav>
  );
}
