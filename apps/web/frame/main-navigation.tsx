/** The rooms of the face: in the bar on a desk, at the bottom of a phone. */
import { ApartmentOutlined, BookOutlined, ImportOutlined, TeamOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../server/session.ts";
import { useCurrentArea } from "./current-area.ts";

export function MainNavigation({ place }: { place: "top" | "bottom" }) {
  const { t } = useTranslation();
  const area = useCurrentArea();
  const mayList = useMay("household.list");
  const mayImport = useMay("import.list");
  const mayReadPolicies = useMay("policy.read");
  if (area === null) return null;
  return (
    <nav
      className={`main-nav main-nav-${place}`}
      aria-label={place === "top" ? t("productLong") : t("product")}
    >
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
      {mayReadPolicies && (
        <Link to="/policies" activeOptions={{ includeSearch: false }}>
          <BookOutlined aria-hidden />
          <span>{t("nav.policies")}</span>
        </Link>
      )}
    </nav>
  );
}
