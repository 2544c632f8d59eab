/** By which indicator places are compared; the choice stands in the address, so that it can be sent. */
import { useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Rank } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";

interface IndicatorChoiceProps {
  area: string;
  year: number;
  rank: Pick<Rank, "indicator" | "indicators">;
}

export function IndicatorChoice({ area, year, rank }: IndicatorChoiceProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const navigate = useNavigate();
  return (
    <Select
      aria-label={t("area.rank.by")}
      value={rank.indicator}
      popupMatchSelectWidth={false}
      options={rank.indicators.map((one) => ({ value: one.id, label: say(one.title) }))}
      onChange={(indicator) =>
        void navigate({
          to: "/areas/$area",
          params: { area },
          search: { year, indicator },
          resetScroll: false,
          replace: true,
        })
      }
    />
  );
}
