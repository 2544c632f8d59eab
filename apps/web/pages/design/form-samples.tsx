/** Buttons, and a form whose errors stand beside their fields in words. */
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export function ButtonSample() {
  const { t } = useTranslation();
  return (
    <p className="design-row">
      <Button type="primary">{t("design.buttons.main")}</Button>
      <Button>{t("design.buttons.other")}</Button>
      <Button danger>{t("design.buttons.danger")}</Button>
      <Button type="primary" loading>
        {t("design.buttons.off")}
      </Button>
      <Button disabled>{t("design.buttons.off")}</Button>
    </p>
  );
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
// A region that nobody was ever registered in.
const wrongId = "990101198001010011";

/** GB 11643: the last character follows from the first 17. */
function checkDigit(id: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

export function FormSample() {
  const { t } = useTranslation();
  const [id, setId] = useState(wrongId);
  const right = checkDigit(id);
  const given = id.slice(17).toUpperCase();
  const fault =
    id.length !== 18
      ? t("design.form.idLength", { n: id.length })
      : right === given
        ? null
        : t("design.form.idWrong", { right, given });
  return (
    <Form layout="vertical" requiredMark={false} className="design-form">
      <Form.Item
        label={t("design.form.id")}
        htmlFor="design-id"
        validateStatus={fault ? "error" : ""}
        help={fault ?? t("design.form.idHint")}
      >
        <Input id="design-id" value={id} maxLength={18} onChange={(event) => setId(event.target.value)} />
      </Form.Item>
      <Form.Item label={t("design.form.grade")}>
        <Select
          aria-label={t("design.form.grade")}
          placeholder={t("state.unfilled")}
          options={["A级", "B级", "C级", "D级"].map((grade) => ({ value: grade, label: grade }))}
        />
      </Form.Item>
    </Form>
  );
}
