/** How grave a rule is, as a shape with its word for screen readers and on hover. */
import { useTranslation } from "react-i18next";

/** The gravest first. */
export const severities = ["must", "should", "suspicious"] as const;

export function SeverityMark({ severity }: { severity: string }) {
  const { t } = useTranslation();
  const known = severities.find((one) => one === severity);
  if (!known) return null;
  return (
    <span className={`severity severity-${known}`} title={t(`verdict.severity.${known}`)}>
      <span className="visually-hidden">
        {t(`verdict.severity.${known}`)}
        {t("mark.colon")}
      </span>
    </span>
  );
}
