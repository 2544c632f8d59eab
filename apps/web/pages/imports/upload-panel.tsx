/** Choosing the file and, where the file does not say it, the year. The upload opens the page of the import. */
import { InboxOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { uploadFile } from "../../server/imports.ts";

const firstYear = 2014;
const asFileSays = 0;
const thisYear = new Date().getFullYear();
const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => thisYear - index);

export function UploadPanel() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [year, setYear] = useState<number | null>(null);
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(file, year),
    onSuccess: ({ county, id }) => navigate({ to: "/imports/$county/$id", params: { county, id } }),
  });
  return (
    <section className="panel upload-panel" aria-label={t("import.new")}>
      <div className="upload-words">
        <h2>{t("import.new")}</h2>
        <p className="soft">{t("import.hint")}</p>
        <YearChoice year={year} onChange={setYear} />
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

interface YearChoiceProps {
  year: number | null;
  onChange: (year: number | null) => void;
}

function YearChoice({ year, onChange }: YearChoiceProps) {
  const { t } = useTranslation();
  return (
    <label className="upload-year">
      {t("import.year")}
      <Select
        value={year ?? asFileSays}
        onChange={(chosen) => onChange(chosen === asFileSays ? null : chosen)}
        popupMatchSelectWidth={false}
        options={[
          { value: asFileSays, label: t("import.yearOfFile") },
          ...years.map((one) => ({ value: one, label: t("state.year", { year: one }) })),
        ]}
      />
    </label>
  );
}
