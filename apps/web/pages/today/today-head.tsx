/** The day, the place and the role, and as of when the numbers below are. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { PartOfCounties } from "../../design/part-of-counties.tsx";
import { SnapshotMark } from "../../design/snapshot-mark.tsx";
import { useAreaName } from "../../server/area.ts";
import { useActing } from "../../server/session.ts";

export function TodayHead({ today }: { today: Today }) {
  const { t } = useTranslation();
  const acting = useActing();
  const place = useAreaName(today.area);
  const [day] = useState(() => formatTime(new Date().toISOString()).slice(0, 10));
  const weekday = t("today.weekday", { returnObjects: true })[new Date(day).getUTCDay()];
  return (
    <div className="page-head">
      <div className="page-head-main">
        <h1 className="page-title">{t("today.title")}</h1>
        <p className="soft">
          {day} {weekday} ·{" "}
          <Link to="/areas/$area" params={{ area: today.area }}>
            {place}
          </Link>{" "}
          {acting && t(`role.${acting.role}`)}
        </p>
      </div>
      <div className="page-head-side">
        {today.asOf && (
          <p className="provenance">
            <span>{t("state.year", { year: today.year })}</span>
            <span>{t("state.asOf", { time: formatTime(today.asOf) })}</span>
            {today.snapshot && <SnapshotMark snapshot={today.snapshot} />}
          </p>
        )}
        <PartOfCounties counties={today.counties} />
      </div>
    </div>
  );
}
