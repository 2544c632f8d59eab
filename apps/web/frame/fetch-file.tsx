/** Fetches the file that a task made. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useBothLanguages } from "../design/both-languages.ts";
import { tell } from "../design/news.tsx";
import { ProblemError, download } from "../server/request.ts";

export function FetchFile({ path }: { path: string }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const fetchFile = useMutation({
    mutationFn: () => download(path),
    onError: (error) => error instanceof ProblemError && tell("must", say(error)),
  });
  return (
    <Button size="small" loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
      {t("task.fetch")}
    </Button>
  );
}
