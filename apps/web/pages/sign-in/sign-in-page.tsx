/** Signing in; afterwards the reader comes back to where he wanted to go. */
import "./sign-in.css";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SignIn } from "../../../../domain/access/session.contract.ts";
import { setPreference, usePreference } from "../../design/preference.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { Mark } from "../../frame/top-bar.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { signIn } from "../../server/session.ts";
import { DemoAccounts } from "./demo-accounts.tsx";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useTranslation();
  const { language } = usePreference();
  const other = language === "zh" ? "en" : "zh";
  return (
    <div className="sign-in">
      <PageTitle>{t("session.create")}</PageTitle>
      <section className="sign-in-words">
        <div className="sign-in-mark">
          <Mark />
          <span>{t("product")}</span>
        </div>
        <p className="sign-in-welcome">{t("productLong")}</p>
        <p>{t("session.purpose")}</p>
        <Chain />
      </section>
      <main className="sign-in-form">
        <h1>{t("session.create")}</h1>
        <SignInForm />
        <p className="small faint">{t("session.masked")}</p>
        <button type="button" className="sign-in-language" onClick={() => setPreference({ language: other })}>
          {t("preference.language")}
        </button>
      </main>
    </div>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: () => router.history.push(next ?? "/"),
  });
  const [form] = Form.useForm<SignIn>();
  const enterButton = useRef<HTMLButtonElement>(null);
  const fillIn = (account: SignIn): void => {
    form.setFieldsValue(account);
    enterButton.current?.focus();
  };
  return (
    <>
      <Form<SignIn>
        form={form}
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={(values) => enter.mutate(values)}
      >
        <LoginAndPassword />
        <ProblemNotice error={enter.error} />
        <Button
          ref={enterButton}
          type="primary"
          htmlType="submit"
          block
          loading={enter.isPending}
          className="sign-in-go"
        >
          {t("session.create")}
        </Button>
      </Form>
      <DemoAccounts onChoose={fillIn} />
    </>
  );
}

function LoginAndPassword() {
  const { t } = useTranslation();
  const needs = (message: string) => [{ required: true, message }];
  return (
    <>
      <Form.Item name="login" label={t("session.login")} rules={needs(t("session.loginNeeded"))}>
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={t("session.password")} rules={needs(t("session.passwordNeeded"))}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </>
  );
}

/** The closed chain of the work, as a quiet line of seven stations. */
function Chain() {
  const { t } = useTranslation();
  const stations = t("session.chain").split(" ");
  return (
    <ol className="sign-in-chain">
      {stations.map((station) => (
        <li key={station}>{station}</li>
      ))}
    </ol>
  );
}
