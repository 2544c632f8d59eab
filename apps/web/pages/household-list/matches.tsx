/** Why a search found a household: whom it matched, masked, and by what. */
import { useTranslation } from "react-i18next";
import type { HouseholdRow } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";

type Match = HouseholdRow["matches"][number];

const mostShown = 2;

export function Matches({ id, matches }: { id?: string; matches: Match[] }) {
  const { t } = useTranslation();
  const wordsOf = useMatchWords();
  if (matches.length === 0) return null;
  const more = matches.length - mostShown;
  const lines = matches.slice(0, mostShown).map(wordsOf);
  return (
    <ul id={id} className="matches" aria-label={t("householdList.matched")}>
      {/* Two sons of one name read the same, and are two. */}
      {lines.map((words, at) => (
        <li key={`${at} ${words}`}>{words}</li>
      ))}
      {more > 0 && <li>{t("householdList.matchedMore", { n: more })}</li>}
    </ul>
  );
}

function useMatchWords(): (match: Match) => string {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  return ({ by, maskedName: name, isHead, relation, inBook }) => {
    const field = t(`householdList.matchedBy.${by}`);
    if (name === null) return field;
    if (inBook === "absent") return `${t("householdList.matchedAbsent", { name })} · ${field}`;
    if (inBook === "left") return `${t("householdList.matchedLeft", { name })} · ${field}`;
    if (isHead) return `${t("householdList.matchedHead", { name })} · ${field}`;
    const who = relation
      ? t("householdList.matchedMember", { name, relation: codeWords(relation) })
      : t("householdList.matchedUnrelated", { name });
    return `${who} · ${field}`;
  };
}
