/** The table of the places below as a file, with as-of, snapshot and how each number is computed. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useBothLanguages } from "../../design/both-languages.ts";
import { tell } from "../../design/news.tsx";
import { ProblemError, download } from "../../server/request.ts";
import { useMay } from "../../server/session.ts";

const formats = ["xlsx", "csv"] as const;

export function FigureDownload({ area, year }: { area: string; year: number }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const mayExport = useMay("figure.export");
  const fetchFile = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      download(`/areas/${area}/figures/file?year=${year}&format=${format}`),
    onError: (error) => error instanceof ProblemError && tell("must", say(error)),
  });
  if (!mayExport) return null;
  return formats.map((format) => (
    <Button
      key={format}
      size="small"
      loading={fetchFile.isPending && fetchFile.variables === format}
      onClick={() => fetchFile.mutate(format)}
    >
      {t("area.export")} .{format}
    </Button>
  ));
}
