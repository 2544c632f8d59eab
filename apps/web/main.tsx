/** Start of the browser application. */
import "./design/base.css";
import "./design/table.css";
import "./design/chips.css";
import "./design/parts.css";
import "./design/states.css";
import "./design/print.css";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { getPreference, subscribePreference } from "./design/preference.ts";
import { applyTokens } from "./design/tokens.ts";
import { Providers } from "./frame/providers.tsx";
import { router } from "./router.tsx";
import { onSessionEnd, queryClient } from "./server/query-client.ts";
import { sessionQuery } from "./server/session.ts";
import { startWords } from "./words/start.ts";

const followSize = (): void => applyTokens(getPreference().size);
followSize();
subscribePreference(followSize);
startWords();
onSessionEnd(() => {
  // The route sends to the sign-in page, which comes back here.
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  );
}
