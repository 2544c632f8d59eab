/** Changing one's own password; a person whose password was set by somebody else must do it first. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { PasswordChange } from "../../../domain/access/session.contract.ts";
import { Dialog } from "../design/dialog.tsx";
import { tell } from "../design/news.tsx";
import { ProblemNotice } from "../design/problem-notice.tsx";
import { queryClient } from "../server/query-client.ts";
import { changePassword } from "../server/session.ts";

export function PasswordDialog({ forced, onClose }: { forced: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const change = usePasswordChange(onClose);
  const footer = (
    <>
      {!forced && <Button onClick={onClose}>{t("state.cancel")}</Button>}
      <Button type="primary" htmlType="submit" form={formId} loading={change.isPending}>
        {t("state.save")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("session.changePassword")} onClose={forced ? undefined : onClose} footer={footer}>
      {forced && <p className="soft">{t("session.passwordMust")}</p>}
      <Form<PasswordChange>
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => change.mutate(values)}
      >
        <Form.Item
          name="current"
          label={t("session.passwordCurrent")}
          rules={needs(1, t("session.passwordNeeded"))}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={t("session.passwordNext")} rules={needs(8, t("session.passwordShort"))}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      <ProblemNotice error={change.error} />
    </Dialog>
  );
}

function usePasswordChange(onChanged: () => void) {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      // Until now the server refused everything else: what was asked is asked again.
      await queryClient.invalidateQueries();
      tell("verified", t("session.passwordChanged"));
      onChanged();
    },
  });
}

function needs(min: number, message: string) {
  return [{ required: true, min, message }];
}
