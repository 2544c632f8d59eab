/** A helper's households by need: who may not exit yet first, and among them who lacks most. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Need, OwnHousehold, Today } from "../../../../domain/today/today.contract.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { OwnCard } from "./own-card.tsx";

const needs: readonly Need[] = ["notExit", "toVerify", "finding", "notEvaluated", "nothing"];

/** As many cards a thumb scrolls past; where there are more, the groups behind the first are folded. */
const shownAtFirst = 12;

export function OwnHouseholds({ own, today }: { own: NonNullable<Today["own"]>; today: Today }) {
  const { t } = useTranslation();
  const { households, total } = own;
  const groups = needs
    .map((need) => ({ need, of: households.filter((one) => one.need === need) }))
    .filter(({ of }) => of.length > 0);
  return (
    <section className="own-households" aria-label={t("today.own")}>
      <h2>
        {t("today.own")} {total > 0 && <small>{t("today.ownCount", { n: total })}</small>}
      </h2>
      {groups.length === 0 && (
        <div className="panel">
          <EmptyState title={t("today.ownNone")} hint={t("today.ownNoneHint")} />
        </div>
      )}
      {total > 1 && <p className="soft small own-order">{t("today.ownOrder")}</p>}
      {groups.map(({ need, of }, index) => (
        <NeedGroup
          key={need}
          need={need}
          households={of}
          year={today.year}
          isFolded={index > 0 && total > shownAtFirst}
        />
      ))}
      {total > households.length && (
        <p className="own-rest">
          <Link to="/areas/$area/households" params={{ area: today.area }} search={{ year: today.year }}>
            {t("today.ownRest", { n: total - households.length })}
          </Link>
        </p>
      )}
    </section>
  );
}

interface NeedGroupProps {
  need: Need;
  households: OwnHousehold[];
  year: number;
  isFolded: boolean;
}

function NeedGroup({ need, households, year, isFolded }: NeedGroupProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? households : households.slice(0, shownAtFirst);
  return (
    <details className="own-group" open={!isFolded}>
      <summary>
        <h3>{t(`today.need.${need}`)}</h3> {t("today.ownCount", { n: households.length })}
      </summary>
      {need !== "nothing" && <p className="soft small">{t(`today.needAdvice.${need}`)}</p>}
      <ul>
        {shown.map((household) => (
          <OwnCard key={household.id} household={household} year={year} />
        ))}
      </ul>
      {shown.length < households.length && (
        <button type="button" className="more-button" onClick={() => setAll(true)}>
          {t("today.all", { n: households.length })}
        </button>
      )}
    </details>
  );
}
