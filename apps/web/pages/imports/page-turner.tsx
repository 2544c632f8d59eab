/** One page on or back, where each page begins behind the last one of the page before. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../design/numbers.ts";

interface PageTurnerProps<Start> {
  /** Where each page looked at so far begins; the last is shown. */
  starts: Start[];
  /** Where the next begins; null at the end. */
  next: Start | null;
  /** How many there are; absent when nobody counted. */
  pages?: number;
  onTurn: (starts: Start[]) => void;
}

export function PageTurner<Start>({ starts, next, pages, onTurn }: PageTurnerProps<Start>) {
  const { t } = useTranslation();
  const n = formatCount(starts.length);
  return (
    <div className="mapping-line difference-pages">
      <Button disabled={starts.length === 1} onClick={() => onTurn(starts.slice(0, -1))}>
        {t("import.pageBefore")}
      </Button>
      <span className="soft small" role="status">
        {pages === undefined
          ? t("import.pageNumber", { n })
          : t("import.pageOf", { n, pages: formatCount(pages) })}
      </span>
      <Button disabled={next === null} onClick={() => next !== null && onTurn([...starts, next])}>
        {t("import.pageNext")}
      </Button>
    </div>
  );
}
