/** The rows behind a number of the what-if, masked, each with what would be said to the household. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { WhatIf, WhatIfRow } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import { useRowKeys } from "../../frame/row-keys.ts";
import { type WhatIfChoice, type WhatIfTrial, whatIfRowsQuery } from "../../server/policies.ts";
import { rowsFound } from "./what-if-rows.ts";

interface WhatIfRowListProps {
  found: WhatIf;
  trial: WhatIfTrial;
  choice: WhatIfChoice;
}

export function WhatIfRowList({ found, trial, choice }: WhatIfRowListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(whatIfRowsQuery(trial, choice));
  const head = useFocusOnChoice(choice);
  const title = useTitle(found, choice);
  const { rows, isCut } = rowsFound(list.data?.pages ?? []);
  return (
    <section className="panel" aria-label={title} aria-busy={list.isFetching}>
      <div className="panel-head">
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        <p className="faint small">{t("policy.whatIf.movedHint")}</p>
      </div>
      <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? (
        <p className="panel-body soft" role="status">
          {t("policy.whatIf.moreLoading")}
        </p>
      ) : rows.length > 0 ? (
        <RowTable found={found} rows={rows} title={title} />
      ) : (
        !isCut && !list.error && <p className="panel-body soft">{t("policy.whatIf.noRows")}</p>
      )}
      {isCut && (
        <p className="panel-body what-if-notice" role="status">
          {t("policy.whatIf.rowsCut")}
        </p>
      )}
      {list.hasNextPage && (
        <MoreRows isReading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </section>
  );
}

function MoreRows({ isReading, onMore }: { isReading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="more-button" disabled={isReading} onClick={onMore}>
      {isReading ? t("policy.whatIf.moreLoading") : t("policy.whatIf.more")}
    </button>
  );
}

/** Whoever pressed a number is taken to its rows; the list that comes with the answer takes nobody along. */
function useFocusOnChoice(choice: WhatIfChoice) {
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(choice);
  useEffect(() => {
    if (first.current !== choice) head.current?.focus();
  }, [choice]);
  return head;
}

function useTitle(found: WhatIf, { place, cell }: WhatIfChoice): string {
  const { t } = useTranslation();
  const wordsOf = useOutcomeWords();
  const where = found.children.find(({ code }) => code === place)?.name;
  const which = cell
    ? t("policy.whatIf.movedFrom", { from: wordsOf(found.kind, cell.from), to: wordsOf(found.kind, cell.to) })
    : t(found.unit === "member" ? "policy.whatIf.movedMembers" : "policy.whatIf.moved");
  return where === undefined ? which : `${where} · ${which}`;
}

function RowTable({ found, rows, title }: { found: WhatIf; rows: WhatIfRow[]; title: string }) {
  const { t } = useTranslation();
  const body = useRowKeys();
  const heads = (["household", "village", "outcome", "why"] as const).map((key) => ({
    key,
    words: t(`policy.whatIf.${key}`),
    className: key === "household" ? "pinned" : "",
  }));
  return (
    <DataTable label={title} className="policy-table" stacks heads={heads} body={body}>
      {rows.map((row) => (
        <Row key={`${row.householdId} ${row.memberId ?? ""}`} row={row} found={found} />
      ))}
    </DataTable>
  );
}

function Row({ row, found }: { row: WhatIfRow; found: WhatIf }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const { kind } = found;
  return (
    <tr>
      <th scope="row" className="pinned">
        <Link
          data-row
          to="/households/$county/$id"
          params={{ county: row.countyCode, id: row.householdId }}
          search={{ year: found.year, tab: "verdicts" }}
        >
          {row.maskedHead ?? t("state.unfilled")}
        </Link>
        <p className="faint small">
          {row.registerNo}
          {row.memberId !== null &&
            ` · ${t("verdict.member", { name: row.maskedMember ?? t("state.unfilled") })}`}
        </p>
      </th>
      <td data-label={t("policy.whatIf.village")}>{row.village ?? t("state.none")}</td>
      <td>
        <span className="what-if-move">
          <VerdictChip verdict={{ kind, outcome: row.from }} /> →{" "}
          <VerdictChip verdict={{ kind, outcome: row.to }} />
        </span>
      </td>
      <td className="soft">{say(row.sentence)}</td>
    </tr>
  );
}
