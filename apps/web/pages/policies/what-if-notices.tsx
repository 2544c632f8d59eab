/** What the numbers leave out, and why. */
import { useTranslation } from "react-i18next";
import type { WhatIf } from "../../../../domain/verdicts/what-if/what-if.contract.ts";

export function WhatIfNotices({ found }: { found: WhatIf }) {
  const { t } = useTranslation();
  const { cut, judged, of } = found.counties;
  const left = (["notEvaluated", "notInForce", "ownLine"] as const).flatMap((name) => {
    const places = found.counties[name];
    return places.length === 0
      ? []
      : [t(`policy.whatIf.${name}`, { places: places.map((place) => place.name).join(t("mark.and")) })];
  });
  const notices = [
    ...(cut ? [t("policy.whatIf.cut", { judged, of })] : []),
    ...(found.stale ? [t("policy.whatIf.stale")] : []),
    ...left,
  ];
  return notices.map((notice) => (
    <p key={notice} className="what-if-notice">
      {notice}
    </p>
  ));
}
