/** The title of a rule and, apart from it, the standard it belongs to: in one place several may ask for the same. */
import { useTranslation } from "react-i18next";
import { useBothLanguages } from "./both-languages.ts";

interface Named {
  title: { zh: string; en: string };
  standard: { name: { zh: string; en: string } } | null;
}

export function StandardTag({ standard }: Pick<Named, "standard">) {
  const say = useBothLanguages();
  const { t } = useTranslation();
  if (!standard) return null;
  return (
    <span className="standard-tag" title={t("verdict.standardAbout")}>
      {say(standard.name)}
    </span>
  );
}

/** Both in one line of words, where a tag cannot stand: in a choice, in a filter. */
export function useRuleTitle(): (rule: Named) => string {
  const say = useBothLanguages();
  return ({ title, standard }) => {
    if (!standard) return say(title);
    const { name } = standard;
    return say({ zh: `${title.zh}（${name.zh}）`, en: `${title.en} (${name.en})` });
  };
}
