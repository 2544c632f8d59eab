/** What surrounds every page: component library in the reader's language and type size, cache of replies, messages. */
import { QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/es/locale/en_US.js";
import zhCN from "antd/es/locale/zh_CN.js";
import { type ReactNode, useMemo } from "react";
import { usePreference } from "../design/preference.ts";
import { antTheme } from "../design/tokens.ts";
import { queryClient } from "../server/query-client.ts";

/** The page carries the nonce under which style sheets made by script are allowed. */
const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";

export function Providers({ children }: { children: ReactNode }) {
  const { language, size } = usePreference();
  const theme = useMemo(() => antTheme(size), [size]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === "zh" ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ConfigProvider>
  );
}
