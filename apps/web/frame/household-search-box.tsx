/**
 * Finds households of the current area. What is typed is sent in a body: neither the URL nor the history entry holds it.
 * One character finds nobody: the box asks for another one instead of asking the server.
 */
import { SearchOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentArea } from "./current-area.ts";
import { searchState, useSearchText } from "./search-text.ts";

const fewestLetters = 2;

/** What is being looked for stays in the box as long as its list is shown. */
export function HouseholdSearchBox() {
  const text = useSearchText() ?? "";
  return <SearchForm key={text} searched={text} />;
}

function SearchForm({ searched }: { searched: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const area = useCurrentArea();
  const [text, setText] = useState(searched);
  const hintId = useId();
  const letters = lettersOf(text);
  const isTooShort = letters > 0 && letters < fewestLetters;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (area === null || letters < fewestLetters) return;
    void navigate({
      to: "/areas/$area/households",
      params: { area },
      // Whoever looks at the book of a year looks for people in it.
      search: (shown) => (shown.year === undefined ? {} : { year: shown.year }),
      state: { ...searchState(text.trim()), askedAt: event.timeStamp },
    });
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
        aria-describedby={hintId}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd aria-hidden>/</kbd>
      <p id={hintId} className="search-hint" role="status">
        {isTooShort && t("search.tooShort")}
      </p>
    </form>
  );
}

/** Blanks and the dots of ethnic names count for nothing, as in the search itself. */
function lettersOf(text: string): number {
  return [...text.normalize("NFKC").replaceAll(/[\s·•・.．]/gu, "")].length;
}
