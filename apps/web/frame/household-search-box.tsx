/** Finds households of the current area. What is typed is sent in a body and kept in the history entry, never in the URL. */
import { SearchOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentArea } from "./current-area.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** What the household list looks for. */
    text?: string;
  }
}

export function HouseholdSearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const area = useCurrentArea();
  const [text, setText] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (area === null || text.trim() === "") return;
    void navigate({ to: "/areas/$area/households", params: { area }, state: { text: text.trim() } });
    setText("");
  };
  return (
    <form className="search-box" role="search" onSubmit={submit}>
      <SearchOutlined aria-hidden />
      <input
        data-search
        type="search"
        aria-label={t("search.label")}
        placeholder={t("search.hint")}
        maxLength={40}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  );
}
