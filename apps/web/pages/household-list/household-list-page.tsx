/** The households of an area: search, filters that read as a sentence, a page at a time by key. */
import "../../design/filter-bar.css";
import "./household-list.css";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type {
  HouseholdCursor,
  HouseholdPageOf,
} from "../../../../domain/verdicts/household-list.contract.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { formatTime } from "../../design/numbers.ts";
import { PrintFoot } from "../../design/print-foot.tsx";
import { HouseholdSearchBox } from "../../frame/household-search-box.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { figuresQuery, useAreaName } from "../../server/area.ts";
import { householdsQuery } from "../../server/households.ts";
import { ProblemError } from "../../server/request.ts";
import { useMay } from "../../server/session.ts";
import { ColumnChoice } from "./column-choice.tsx";
import { useShownColumns } from "./columns.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterSentence } from "./filter-sentence.tsx";
import { HouseholdTable } from "./household-table.tsx";
import { ListTotal } from "./list-total.tsx";
import { Pager } from "./pager.tsx";
import { onlyHit, rankedRows } from "./ranked-rows.ts";
import { searchOfList } from "./turn-list.ts";

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
  const list = useQuery(householdsQuery(area, searchOfList({ filters, text, cursors })));
  const [columns, setColumns] = useShownColumns();
  const isSearch = text !== undefined;
  const page = isSearch && list.data ? { ...list.data, rows: rankedRows(list.data.rows) } : list.data;
  useOnlyHit(isSearch && !list.isPlaceholderData ? page : undefined);
  if (list.error instanceof ProblemError && list.error.status === 403)
    return <PageProblem error={list.error} />;
  return (
    <div className="page household-list">
      <PageTitle>{t("householdList.title")}</PageTitle>
      <h1 className="visually-hidden">{t("householdList.title")}</h1>
      <div className="list-search">
        <HouseholdSearchBox />
        <div className="list-tools">
          <ExportButton area={area} filters={filters} year={page?.year} isSearch={text !== undefined} />
          <ColumnChoice shown={columns} onChange={setColumns} />
        </div>
      </div>
      <FilterSentence area={area} filters={filters} text={text} page={page} />
      <FilterBar area={area} filters={filters} text={text} />
      {list.error && !page ? (
        <ListProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : page ? (
        <section className={list.isPlaceholderData ? "panel is-stale" : "panel"}>
          <ListTotal area={area} filters={filters} isSearch={isSearch} page={page} />
          {page.rows.length > 0 ? (
            <HouseholdTable area={area} filters={filters} page={page} columns={columns} />
          ) : (
            <NothingFound area={area} text={text} />
          )}
          <Pager area={area} filters={filters} text={text} cursors={cursors} next={page.next} />
        </section>
      ) : (
        <PageLoading />
      )}
      {page && <ListFoot area={area} year={page.year} readAt={list.dataUpdatedAt} />}
    </div>
  );
}

/** What was looked for to the last letter, and is there once: its page stands in place of a list of one. */
function useOnlyHit(page: HouseholdPageOf | undefined): void {
  const navigate = useNavigate();
  const only = page && onlyHit(page.rows, page.total);
  const [county, id, year] = [only?.countyCode, only?.id, page?.year];
  useEffect(() => {
    if (county === undefined || id === undefined || year === undefined) return;
    void navigate({
      to: "/households/$county/$id",
      params: { county, id },
      search: { year },
      replace: true,
    });
  }, [navigate, county, id, year]);
}

function NothingFound({ area, text }: { area: string; text: string | undefined }) {
  const { t } = useTranslation();
  const place = useAreaName(area);
  if (text === undefined)
    return <EmptyState title={t("householdList.empty")} hint={t("householdList.emptyHint")} />;
  return (
    <EmptyState
      title={t("householdList.notFound", { text })}
      hint={t("householdList.notFoundHint", { place })}
    />
  );
}

interface ListFootProps {
  area: string;
  year: number;
  /** When the rows were read, in milliseconds. */
  readAt: number;
}

/** The rows are of the living books: no snapshot of an evaluation stands below them, only when their exit check was made. */
function ListFoot({ area, year, readAt }: ListFootProps) {
  const { t } = useTranslation();
  const place = useAreaName(area);
  const { data } = useQuery(figuresQuery(area, year));
  const time = formatTime(new Date(readAt).toISOString());
  const checked = data?.asOf && t("householdList.printedCheck", { time: formatTime(data.asOf) });
  return (
    <PrintFoot
      title={`${place} ${t("householdList.title")}`}
      year={year}
      notes={[t("householdList.printedRows", { time }), ...(checked ? [checked] : [])]}
    />
  );
}

function ListProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const mayImport = useMay("import.create");
  const hasNoBook = error instanceof ProblemError && error.code === "verdict.no-book";
  if (!hasNoBook) return <PageProblem error={error} onRetry={onRetry} />;
  return (
    <section className="panel">
      <EmptyState
        title={t("householdList.noBook")}
        hint={mayImport ? t("area.emptyBookHint") : t("area.emptyBookCannot")}
      >
        {mayImport && <Link to="/imports">{t("area.toImport")}</Link>}
      </EmptyState>
    </section>
  );
}
