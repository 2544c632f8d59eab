/** The accounts of a demo: one press fills the form. Nothing where the house runs no demo. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SignIn } from "../../../../domain/access/session.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { demoQuery } from "../../server/demo.ts";

export function DemoAccounts({ onChoose }: { onChoose: (signIn: SignIn) => void }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const demo = useQuery(demoQuery).data?.demo;
  if (!demo) return null;
  const { accounts, password } = demo;
  return (
    <section className="demo-accounts" aria-label={t("session.demo")}>
      <h2>{t("session.demo")}</h2>
      <p className="small soft">{t("session.demoNote")}</p>
      <p className="small">
        {t("session.demoPassword")} <code>{password}</code>
      </p>
      <ul>
        {accounts.map(({ login, about }) => (
          <li key={login}>
            <button type="button" onClick={() => onChoose({ login, password })}>
              <code>{login}</code>
              <span>{say(about)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
