/** Pages by key: the next one starts after the last row of this one. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface PageNavigationProps<Key> {
  /** Where the pages before this one ended; none on the first page. */
  starts: readonly Key[];
  /** Where this page ends; null on the last one. */
  next: Key | null;
  onTurn: (starts: Key[]) => void;
}

export function PageNavigation<Key>({ starts, next, onTurn }: PageNavigationProps<Key>) {
  const { t } = useTranslation();
  const page = t("householdList.page", { page: starts.length + 1 });
  if (starts.length === 0 && next === null) return null;
  return (
    <nav className="pager" aria-label={page}>
      <Button
        icon={<LeftOutlined />}
        disabled={starts.length === 0}
        onClick={() => onTurn(starts.slice(0, -1))}
      >
        {t("householdList.previous")}
      </Button>
      <span className="soft">{page}</span>
      <Button disabled={next === null} onClick={() => next !== null && onTurn([...starts, next])}>
        {t("householdList.next")} <RightOutlined />
      </Button>
    </nav>
  );
}
