/** The households of an area: search, filters that read as a sentence, a page at a time by key. */
import "../../design/filter-bar.css";
import "./household-list.css";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdPageOf } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { type HouseholdFilters, readHouseholdFilters } from "../../addresses/household-filters.ts";
import { type ListPlace, readListPlace } from "../../addresses/list-place.ts";
import { AwaitedPanel } from "../../design/awaited-panel.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { formatTime } from "../../design/numbers.ts";
import { PrintFoot } from "../../design/print-foot.tsx";
import { HouseholdSearchBox } from "../../frame/household-search-box.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { useSearchText } from "../../frame/search-text.ts";
import { figuresQuery, useAreaName } from "../../server/area.ts";
import { householdsQuery } from "../../server/households.ts";
import { ProblemError } from "../../server/request.ts";
import { focusSearch } from "../../frame/shortcuts.ts";
import { useActing, useMay } from "../../server/session.ts";
import { ColumnChoice } from "./column-choice.tsx";
import { type ColumnName, useShownColumns } from "./columns.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterSentence } from "./filter-sentence.tsx";
import { HouseholdTable } from "./household-table.tsx";
import { ListTotal } from "./list-total.tsx";
import { Pager } from "./pager.tsx";
import { onlyHit } from "./only-hit.ts";
import { searchOfList } from "./turn-list.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The page of what a search found; that of another list stands in the address. */
    place?: ListPlace;
  }
}

const route = getRouteApi("/framed/areas/$area/households");

export function HouseholdListPage() {
  const { t } = useTranslation();
  const { area } = route.useParams();
  const { filters, text, place } = useListState();
  const list = useQuery(householdsQuery(area, searchOfList({ filters, text, place })));
  const [columns, setColumns] = useShownColumns();
  const isSearch = text !== undefined;
  const isAnswer = !list.isPlaceholderData;
  const page = list.data;
  useOnlyHit(isSearch && isAnswer ? page : undefined, area, filters);
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
        <ListProblem area={area} error={list.error} onRetry={() => void list.refetch()} />
      ) : page ? (
        <Rows {...{ area, filters, text, place, page, columns, isAnswer }} />
      ) : (
        <PageLoading />
      )}
      {page && <ListFoot area={area} year={page.year} readAt={list.dataUpdatedAt} />}
    </div>
  );
}

interface RowsProps extends ShownList {
  area: string;
  page: HouseholdPageOf;
  columns: ColumnName[];
  /** They are those that were asked for, no longer those of before. */
  isAnswer: boolean;
}

function Rows({ area, filters, text, place, page, columns, isAnswer }: RowsProps) {
  return (
    <AwaitedPanel isAwaiting={!isAnswer}>
      <ListTotal area={area} filters={filters} isSearch={text !== undefined} page={page} />
      {page.rows.length > 0 ? (
        <HouseholdTable {...{ area, filters, page, columns, isAnswer }} />
      ) : (
        <NothingFound {...{ area, text, filters }} />
      )}
      <Pager {...{ area, filters, text, place, page }} />
    </AwaitedPanel>
  );
}

interface ShownList {
  filters: HouseholdFilters;
  text: string | undefined;
  place: ListPlace;
}

function useListState(): ShownList {
  const { page, after, before, ...filters } = route.useSearch();
  const text = useSearchText();
  const { place = {} } = useLocation().state;
  return { filters, text, place: text === undefined ? readListPlace({ page, after, before }) : place };
}

/** Its page stands in place of a list of one; the way back leads to where it was looked for. */
function useOnlyHit(page: HouseholdPageOf | undefined, area: string, filters: HouseholdFilters): void {
  const navigate = useNavigate();
  const acting = useActing();
  const isFiltered = Object.keys(filters).some((name) => name !== "year" && name !== "order");
  const only = (page && onlyHit(page, acting?.areaCode === area && !isFiltered)) ?? null;
  const year = page?.year;
  useEffect(() => {
    if (only === null || year === undefined) return;
    void navigate({
      to: "/households/$county/$id",
      params: { county: only.countyCode, id: only.id },
      search: { year },
      state: { matches: only.matches },
      replace: true,
    });
  }, [navigate, only, year]);
}

interface NothingFoundProps {
  area: string;
  text: string | undefined;
  filters: HouseholdFilters;
}

function NothingFound({ area, text, filters }: NothingFoundProps) {
  const { t } = useTranslation();
  const place = useAreaName(area);
  const { askedAt } = useLocation().state;
  useEffect(() => {
    if (askedAt !== undefined) focusSearch();
  }, [askedAt]);
  const { year, order: _, ...others } = filters;
  if (text === undefined && year !== undefined && Object.keys(others).length === 0)
    return (
      <EmptyState
        title={t("householdList.noBookOfYear", { year })}
        hint={t("householdList.noBookOfYearHint")}
      />
    );
  if (text === undefined)
    return <EmptyState title={t("householdList.empty")} hint={t("householdList.emptyHint")} />;
  return (
    <div role="alert">
      <EmptyState
        title={t("householdList.notFound", { text })}
        hint={t("householdList.notFoundHint", { place })}
      />
    </div>
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

interface ListProblemProps {
  area: string;
  error: Error;
  onRetry: () => void;
}

function ListProblem({ area, error, onRetry }: ListProblemProps) {
  const { t } = useTranslation();
  const mayImport = useMay("import.create");
  const code = error instanceof ProblemError ? error.code : undefined;
  if (code === "verdict.page-gone")
    return (
      <section className="panel">
        <EmptyState title={t("householdList.pageGone")} hint={t("householdList.pageGoneHint")}>
          <Link to="/areas/$area/households" params={{ area }} search={withoutPlace}>
            {t("householdList.toFirstPage")}
          </Link>
        </EmptyState>
      </section>
    );
  if (code !== "verdict.no-book") return <PageProblem error={error} onRetry={onRetry} />;
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

const withoutPlace = (search: Record<string, unknown>): HouseholdFilters => readHouseholdFilters(search);
