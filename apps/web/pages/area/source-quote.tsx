/** The sentence that a number rests on, with its document and date. */
import { useTranslation } from "react-i18next";

interface SourceQuoteProps {
  document: string;
  date: string | null;
  quote: string;
}

export function SourceQuote({ document, date, quote }: SourceQuoteProps) {
  const { t } = useTranslation();
  return (
    <figure className="source-quote">
      {/* Sources are Chinese, whatever language the face has. */}
      <blockquote lang="zh-CN">{quote}</blockquote>
      <figcaption>
        <cite lang="zh-CN">{document}</cite> {date ?? t("area.undated")}
      </figcaption>
    </figure>
  );
}
