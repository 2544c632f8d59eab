/** Exports what the filters leave; the file is made behind and waits in the tray. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type HouseholdFilters, searchOf } from "../../addresses/household-filters.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { tell } from "../../design/news.tsx";
import { startExport } from "../../server/households.ts";
import { ProblemError } from "../../server/request.ts";
import { useMay } from "../../server/session.ts";

interface ExportButtonProps {
  area: string;
  filters: HouseholdFilters;
  /** The year that the list shows. */
  year: number | undefined;
  isSearch: boolean;
}

export function ExportButton({ area, filters, year, isSearch }: ExportButtonProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const mayExport = useMay("household.export");
  const start = useMutation({
    mutationFn: () => startExport(area, { ...searchOf(filters), ...(year !== undefined && { year }) }),
    onSuccess: () => tell("verified", t("householdList.exportStarted")),
    onError: (error) => error instanceof ProblemError && tell("must", say(error)),
  });
  if (!mayExport) return null;
  return (
    <Button
      title={t(isSearch ? "householdList.exportSearch" : "householdList.exportAbout")}
      disabled={isSearch || year === undefined}
      loading={start.isPending}
      onClick={() => start.mutate()}
    >
      {t("householdList.export")}
    </Button>
  );
}
