/** Where a rule or line comes from: document, number, article, and how well the source is known. */
import { useTranslation } from "react-i18next";
import type { PolicySource } from "../../../domain/verdicts/policy/policy.contract.ts";

/** `deep`: with a word on how far the source was read. */
export function SourceWords({ source, deep }: { source: PolicySource; deep?: boolean }) {
  const { t } = useTranslation();
  const mark = markOf(source.mark);
  return (
    <>
      <p>
        {source.document}
        {source.number && t("mark.inBrackets", { text: source.number })} {source.article}
      </p>
      {deep && mark && <p className="faint small">{t(`verdict.mark.${mark}`)}</p>}
    </>
  );
}

/** V read, V~ read in part, M-… from memory. */
function markOf(mark: string | null): "read" | "partly" | "memory" | null {
  if (mark === "V") return "read";
  if (mark === "V~") return "partly";
  return mark?.startsWith("M") ? "memory" : null;
}
