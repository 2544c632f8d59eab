/** 怎么扶 in a line: how many kinds of help the book names, what came in, and the largest of them. */
import { useTranslation } from "react-i18next";
import type { Help, Household } from "../../../../domain/registry/household.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatYuan } from "../../design/numbers.ts";
import { useHelpWords } from "./use-help-words.ts";

const shownHelp = 3;

/** Other transfers have no names in the register: help may stand among them. */
function Unnamed({ income }: Pick<Household, "income">) {
  const { t } = useTranslation();
  const fen = income?.transferOther ?? 0;
  if (fen <= 0) return null;
  return (
    <span className="faint small">{t("household.five.unnamedTransfer", { yuan: formatYuan(fen) })}</span>
  );
}

export function HelpAnswer({ household: { help, income } }: { household: Household }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const helpWords = useHelpWords();
  if (help.length === 0)
    return (
      <>
        <span className="faint">
          {t((income?.gross ?? null) === null ? "household.five.helpUnknown" : "household.five.noHelp")}
        </span>
        <Unnamed income={income} />
      </>
    );
  const total = totalOf(help);
  const largestFirst = help.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const more = help.length - shownHelp;
  return (
    <>
      <span>
        {t("household.five.helpCount", { n: help.length })}
        {total > 0 && ` · ${formatYuan(total)} ${t("unit.yuan")}`}
      </span>
      <span className="answer-lines soft small">
        {largestFirst.slice(0, shownHelp).map((one) => (
          <span key={one.key}>
            {say(one.title)} {helpWords(one)}
          </span>
        ))}
        {more > 0 && <span className="faint">{t("household.five.more", { n: more })}</span>}
      </span>
      <Unnamed income={income} />
    </>
  );
}

/** Fen of the year, of the kinds of help that are money. */
export function totalOf(help: readonly Pick<Help, "amount">[]): number {
  return help.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}
