/** Where a rule or line comes from: document, number, article, and how well the source is known. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { PolicySource } from "../../../domain/verdicts/policy/policy.contract.ts";
import { codeListsQuery } from "../server/households.ts";
import { usePreference } from "./preference.ts";

/** `deep`: with a word on how far the source was read. */
export function SourceWords({ source, deep }: { source: PolicySource; deep?: boolean }) {
  const { t } = useTranslation();
  const english = useEnglishTitle(source.document);
  const mark = markOf(source.mark);
  return (
    <>
      {english && <p>{english}</p>}
      <p className={english ? "soft small" : ""} lang="zh-CN">
        {source.document}
        {source.number && t("mark.inBrackets", { text: source.number })} {source.article}
      </p>
      {deep && mark && <p className="faint small">{t(`verdict.mark.${mark}`)}</p>}
    </>
  );
}

/** A reading aid above the original, which is what counts; null for readers of Chinese and where nobody wrote one. */
function useEnglishTitle(document: string): string | null {
  const { language } = usePreference();
  const { data } = useQuery({ ...codeListsQuery, enabled: language === "en" });
  if (language !== "en") return null;
  const documents = data?.lists.find(({ id }) => id === "document");
  return documents?.items.find(({ code }) => code === document)?.en ?? null;
}

/** V read, V~ read in part, M-… from memory. */
function markOf(mark: string | null): "read" | "partly" | "memory" | null {
  if (mark === "V") return "read";
  if (mark === "V~") return "partly";
  return mark?.startsWith("M") ? "memory" : null;
}
