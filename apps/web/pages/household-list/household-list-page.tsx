/** The households of an area: search, filters that read as a sentence, a page at a time by key. */
import "./household-list.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { HouseholdCursor } from "../../../../domain/verdicts/household-list.contract.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { HouseholdSearchBox } from "../../frame/household-search-box.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { householdsQuery } from "../../server/households.ts";
import { ColumnChoice } from "./column-choice.tsx";
import { useShownColumns } from "./columns.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterSentence } from "./filter-sentence.tsx";
import { searchOf } from "../../addresses/household-filters.ts";
import { HouseholdTable } from "./household-table.tsx";
import { ListTotal } from "./list-total.tsx";
import { Pager } from "./pager.tsx";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Where the pages before this one ended; the last one is where this page starts. */
    cursors?: HouseholdCursor[];
  }
}

const route = getRouteApi("/framed/areas/$area/households");

export function HouseholdListPage() {
  const { t } = useTranslation();
  const { area } = route.useParams();
  const filters = route.useSearch();
  const { text, cursors = [] } = useLocation().state;
  const after = cursors.at(-1);
  const search = { ...searchOf(filters), ...(text !== undefined && { text }), ...(after && { after }) };
  const list = useQuery(householdsQuery(area, search));
  const [columns, setColumns] = useShownColumns();
  const page = list.data;
  return (
    <div className="page">
      <PageTitle>{t("householdList.title")}</PageTitle>
      <h1 className="visually-hidden">{t("householdList.title")}</h1>
      <div className="list-search">
        <HouseholdSearchBox />
        <div className="list-tools">
          <ExportButton area={area} filters={filters} year={page?.year} isSearch={text !== undefined} />
          <ColumnChoice shown={columns} onChange={setColumns} />
        </div>
      </div>
      <FilterSentence area={area} filters={filters} text={text} year={page?.year} />
      <FilterBar area={area} filters={filters} />
      {list.error ? (
        <PageProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : page ? (
        <section className={list.isPlaceholderData ? "panel is-stale" : "panel"}>
          <ListTotal area={area} page={page} />
          {page.rows.length > 0 ? (
            <HouseholdTable page={page} columns={columns} />
          ) : (
            <EmptyState title={t("householdList.empty")} hint={t("householdList.emptyHint")} />
          )}
          <Pager area={area} filters={filters} text={text} cursors={cursors} next={page.next} />
        </section>
      ) : (
        <PageLoading />
      )}
    </div>
  );
}
