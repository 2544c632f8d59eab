/** Pages by key: the one before and the one after, as far as there are any. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface PageNavigationProps {
  /** Unknown in an address that somebody shortened. */
  page: number | undefined;
  /** null: there is none. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

export function PageNavigation({ page, onPrevious, onNext }: PageNavigationProps) {
  const { t } = useTranslation();
  if (onPrevious === null && onNext === null) return null;
  return (
    <nav className="pager" aria-label={t("householdList.pages")}>
      <Button icon={<LeftOutlined />} disabled={onPrevious === null} onClick={() => onPrevious?.()}>
        {t("householdList.previous")}
      </Button>
      {page !== undefined && <span className="soft">{t("householdList.page", { page })}</span>}
      <Button disabled={onNext === null} onClick={() => onNext?.()}>
        {t("householdList.next")} <RightOutlined />
      </Button>
    </nav>
  );
}
