/** Who helps the household, and what help the book says reached it. */
import { useTranslation } from "react-i18next";
import type { Help, Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatYuan } from "../../design/numbers.ts";
import { totalOf } from "./help-answer.tsx";
import { HelperLine } from "./helper-line.tsx";
import { partId } from "./use-arrival.ts";
import { useHelpWords } from "./use-help-words.ts";

interface HelpTabProps {
  household: Household;
  opened: OpenedHousehold | null;
}

export function HelpTab({ household, opened }: HelpTabProps) {
  const { t } = useTranslation();
  const { helpers, helpersKnown, help } = household;
  return (
    <div className="help-tab">
      <section id={partId("helpers")} tabIndex={-1}>
        <h3>{t("household.help.helpers")}</h3>
        {helpers.length === 0 && (
          <p className="soft">
            {t(helpersKnown ? "household.help.noHelpers" : "household.five.helperUnknown")}
          </p>
        )}
        <ul className="helper-list">
          {helpers.map((helper) => (
            <li key={helper.id}>
              <HelperLine helper={helper} opened={opened} />
            </li>
          ))}
        </ul>
      </section>
      <section id={partId("help")} tabIndex={-1}>
        <h3>{t("household.help.received", { year: household.year })}</h3>
        {help.length > 0 ? <HelpTable help={help} /> : <p className="soft">{t("household.help.none")}</p>}
        <p className="faint small">{t("household.help.about")}</p>
      </section>
    </div>
  );
}

function HelpTable({ help }: { help: Help[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const helpWords = useHelpWords();
  const total = totalOf(help);
  return (
    <table className="data-table help-table">
      <thead>
        <tr>
          <th scope="col">{t("household.help.item")}</th>
          <th scope="col">{t("household.help.group")}</th>
          <th scope="col" className="number">
            {t("household.help.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {help.map((one) => (
          <tr key={one.key}>
            <th scope="row">{say(one.title)}</th>
            <td className="soft">{say(one.group.title)}</td>
            <td className="number">{helpWords(one)}</td>
          </tr>
        ))}
        {total > 0 && (
          <tr className="income-sum">
            <th scope="row">{t("household.help.total")}</th>
            <td />
            <td className="number">
              {formatYuan(total)} {t("unit.yuan")}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
