/** `1,204 户 3,310 人`; of a rule that judges members the persons come first. */
import { useTranslation } from "react-i18next";
import type { WhatIf, WhatIfSum } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { formatCount } from "../../design/numbers.ts";

export function useSizeWords(): (unit: WhatIf["unit"], size: WhatIfSum["all"]) => string {
  const { t } = useTranslation();
  return (unit, { households, persons }) => {
    const counted = [
      `${formatCount(households)} ${t("unit.household")}`,
      `${formatCount(persons)} ${t("unit.person")}`,
    ];
    return (unit === "member" ? counted.toReversed() : counted).join(" ");
  };
}
