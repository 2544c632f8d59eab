/** Filters that read as a sentence: `驿城区 · 2018年 · 未脱贫 · 因病`. Every part but the fixed first ones can be removed. */
import "./sentence-filter.css";
import { CloseOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";

export interface SentencePart {
  key: string;
  words: string;
  onRemove?: () => void;
}

export function SentenceFilter({ parts, onClear }: { parts: SentencePart[]; onClear: () => void }) {
  const { t } = useTranslation();
  const removable = parts.filter((part) => part.onRemove).length;
  return (
    <div className="sentence" role="group" aria-label={t("householdList.sentence")}>
      <ol>
        {parts.map((part) => (
          <li key={part.key}>
            {part.onRemove ? (
              <button
                type="button"
                onClick={part.onRemove}
                aria-label={t("householdList.remove", { part: part.words })}
              >
                {part.words}
                <CloseOutlined aria-hidden />
              </button>
            ) : (
              <span>{part.words}</span>
            )}
          </li>
        ))}
      </ol>
      {removable > 1 && (
        <button type="button" className="sentence-clear" onClick={onClear}>
          {t("householdList.clear")}
        </button>
      )}
    </div>
  );
}
