/** Uploading boundaries: the file with its source and map approval number, both required and printed under the map. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../design/dialog.tsx";
import { tell } from "../../design/news.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { uploadMap } from "../../server/area-map.ts";

export function MapUpload({ area, hasMap }: { area: string; hasMap: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(hasMap ? "area.map.replace" : "area.map.upload")}
      </Button>
      {open && <UploadDialog area={area} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Legends {
  source: string;
  approvalNumber: string;
}

function UploadDialog({ area, onClose }: { area: string; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (legends: Legends) => uploadMap(area, { ...legends, file: file ?? new File([], "") }),
    onSuccess: () => {
      tell("verified", t("area.map.uploaded"));
      onClose();
    },
  });
  const footer = (
    <>
      <Button onClick={onClose}>{t("state.cancel")}</Button>
      <Button type="primary" htmlType="submit" form={formId} loading={upload.isPending}>
        {t("area.map.upload")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("area.map.upload")} onClose={onClose} footer={footer}>
      <p className="soft">{t("area.map.uploadHint")}</p>
      <Form<Legends>
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={(legends) => upload.mutate(legends)}
      >
        <LegendFields />
      </Form>
      <FileChoice onChange={setFile} />
      <ProblemNotice error={upload.error} />
    </Dialog>
  );
}

function LegendFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="source"
        label={t("area.map.sourceLabel")}
        rules={[{ required: true, whitespace: true, message: t("area.map.sourceNeeded") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="approvalNumber"
        label={t("area.map.approvalLabel")}
        extra={t("area.map.approvalHint")}
        rules={[{ required: true, whitespace: true, message: t("area.map.approvalNeeded") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

function FileChoice({ onChange }: { onChange: (file: File | null) => void }) {
  const { t } = useTranslation();
  return (
    <label className="map-file">
      {t("area.map.file")}
      <input
        type="file"
        accept=".geojson,.json,application/geo+json"
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </label>
  );
}
