/** The title of the browser window. It stays in the history of the browser, so nothing personal belongs into it. */
import { useTranslation } from "react-i18next";

export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  return <title>{`${children} · ${t("product")}`}</title>;
}
