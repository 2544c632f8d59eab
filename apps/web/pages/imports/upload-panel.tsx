/** Choosing the year and the file. The upload opens the page of the import. */
import { InboxOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { useQuery } from "@tanstack/react-query";
import { figuresQuery } from "../../server/area.ts";
import { uploadFile } from "../../server/imports.ts";
import { useActing } from "../../server/session.ts";

export function UploadPanel() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { years, newest } = useBookYears();
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? newest;
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(file, year),
    onSuccess: ({ county, id }) => navigate({ to: "/imports/$county/$id", params: { county, id } }),
  });
  return (
    <section className="panel upload-panel" aria-label={t("import.new")}>
      <div className="upload-words">
        <h2>{t("import.new")}</h2>
        <p className="soft">{t("import.hint")}</p>
        <label className="upload-year">
          {t("import.year")}
          <Select
            value={year}
            onChange={setChosen}
            options={years.map((one) => ({ value: one, label: t("state.year", { year: one }) }))}
          />
        </label>
        <ProblemNotice error={upload.error} />
      </div>
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <InboxOutlined aria-hidden className="upload-mark" />
        <p>{upload.isPending ? t("import.uploading") : t("import.drop")}</p>
        <p className="faint small">{t("import.dropHint")}</p>
      </Upload.Dragger>
    </section>
  );
}

const firstYear = 2014;

/** From the beginning of the register to this year; the newest book is proposed. */
function useBookYears(): { years: number[]; newest: number } {
  const acting = useActing();
  const { data } = useQuery({ ...figuresQuery(acting?.areaCode ?? "", undefined), enabled: acting !== null });
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => thisYear - index);
  return { years, newest: data?.years[0] ?? thisYear };
}
