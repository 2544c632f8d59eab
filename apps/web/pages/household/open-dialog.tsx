/** Opening masked data: a purpose is required, and the opening is recorded. Asked again after it was hidden. */
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Radio } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { openHousehold } from "../../server/household.ts";

const purposes = ["visit", "check", "correct", "inspection"] as const;

const shortest = 2;

interface OpenDialogProps {
  household: Household;
  onClose: () => void;
  onOpened: (opened: OpenedHousehold) => void;
}

export function OpenDialog({ household, onClose, onOpened }: OpenDialogProps) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState("");
  const stated = purpose.trim();
  const opening = useOpening(household, onOpened);
  const formId = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (stated.length >= shortest) opening.mutate(stated);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t("state.cancel")}</Button>
      <Button
        type="primary"
        htmlType="submit"
        form={formId}
        disabled={stated.length < shortest}
        loading={opening.isPending}
      >
        {t("household.open.go")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("household.open.title")} onClose={onClose} footer={footer}>
      <p className="soft open-hint">{t("household.open.hint")}</p>
      <form id={formId} onSubmit={submit}>
        <PurposeChoice onChange={setPurpose} />
      </form>
      <ProblemNotice error={opening.error} />
    </Dialog>
  );
}

/** What comes back is kept by the page alone. */
function useOpening({ county, id, year }: Household, onOpened: (opened: OpenedHousehold) => void) {
  return useMutation({
    mutationFn: (purpose: string) => openHousehold({ county, id }, { purpose, year }),
    onSuccess: onOpened,
    gcTime: 0,
  });
}

/** One of the usual purposes, or another one in words. */
function PurposeChoice({ onChange }: { onChange: (purpose: string) => void }) {
  const { t } = useTranslation();
  const [isOther, setIsOther] = useState(false);
  const choose = (value: string): void => {
    setIsOther(value === "other");
    onChange(value === "other" ? "" : value);
  };
  return (
    <>
      <Radio.Group
        className="check-column"
        aria-label={t("household.open.purpose")}
        onChange={(event) => choose(String(event.target.value))}
      >
        {purposes.map((one) => (
          <Radio key={one} value={t(`household.open.for.${one}`)}>
            {t(`household.open.for.${one}`)}
          </Radio>
        ))}
        <Radio value="other">{t("household.open.for.other")}</Radio>
      </Radio.Group>
      {isOther && (
        <Input
          className="open-other"
          aria-label={t("household.open.purpose")}
          placeholder={t("household.open.otherHint")}
          maxLength={100}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}
