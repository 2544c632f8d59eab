/** The first page after signing in: what this person has to do, then how the area stands. */
import "./today.css";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { useRowKeys } from "../../frame/row-keys.ts";
import { todayQuery } from "../../server/today.ts";
import { AreaState } from "./area-state.tsx";
import { BackgroundWork } from "./background-work.tsx";
import { BookToDo } from "./book-to-do.tsx";
import { FindingsToDo } from "./findings-to-do.tsx";
import { ImportsToDo } from "./imports-to-do.tsx";
import { OwnHouseholds } from "./own-households.tsx";
import { PeriodsToDo } from "./periods-to-do.tsx";
import { TodayHead } from "./today-head.tsx";

export function TodayPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(todayQuery);
  const main = useRowKeys<HTMLDivElement>();
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <div className="page today">
      <PageTitle>{t("today.title")}</PageTitle>
      <TodayHead today={data} />
      <div className="today-columns">
        <div ref={main} className="today-main">
          {data.own && <OwnHouseholds own={data.own} today={data} />}
          <BookToDo today={data} />
          <ImportsToDo today={data} />
          <PeriodsToDo today={data} />
          <FindingsToDo today={data} />
          {isNothing(data) && <Nothing />}
        </div>
        <BackgroundWork />
      </div>
      {data.figures.length > 0 && <AreaState today={data} />}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <EmptyState title={t("today.nothing")} hint={t("today.nothingHint")} />
    </section>
  );
}

function isNothing(today: Today): boolean {
  const { own, evaluated, stale, withoutHelper } = today;
  const lists = [today.findings, today.importsToFix, today.importsToApply, today.periods];
  return (
    own === null && evaluated && !stale && !withoutHelper?.count && lists.every(({ length }) => length === 0)
  );
}
