/** How many rules of each kind the policies have, for all years and places. */
import { useTranslation } from "react-i18next";
import type { PolicyRule } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { shownKindOf } from "../../design/shown-kind.ts";
import { formatCount } from "../../design/numbers.ts";

const kinds = ["criterion", "elimination", "eligibility", "risk", "quality"] as const;

export function AllRules({ rules }: { rules: readonly PolicyRule[] }) {
  const { t } = useTranslation();
  return (
    <section className="all-rules soft small" aria-label={t("policy.all.title")}>
      <p>{t("policy.all.about")}</p>
      <ul className="rule-counts">
        {kinds.map((kind) => (
          <li key={kind}>
            {t(`verdict.kind.${kind}`)}{" "}
            {t("policy.all.count", {
              n: formatCount(rules.filter((rule) => shownKindOf(rule) === kind).length),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
