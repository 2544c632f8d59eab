/** The page: takes a file, a drop or a paste, hands it to a worker, shows what comes back. Keeps and sends nothing. */
import type { Words } from "../../engines/survey/interval/interval-words.ts";
import { element, said } from "./element.ts";
import { byId } from "./page-element.ts";
import type { Answer, Given } from "./report.ts";
import { reportElements } from "./show-report.ts";
import { stepWords } from "./words.ts";
import { startWork } from "./work.ts";

/** A county's bundle has a few million bytes. */
const mostBytes = 256 * 1024 * 1024;

let stopWork: (() => void) | undefined;

function begin(given: Given): void {
  stopWork?.();
  byId("report").replaceChildren();
  byId("progress").hidden = false;
  say(stepWords.reading);
  stopWork = startWork(given, (answer) => show(answer));
}

function show(answer: Answer): void {
  if (answer.kind === "step") {
    say(stepWords[answer.step]);
    return;
  }
  end();
  if (answer.kind === "refused") {
    refuse(answer.reason);
    return;
  }
  byId("report").replaceChildren(...reportElements(answer.report));
  byId("verdict").focus();
  byId("verdict").scrollIntoView();
}

function end(): void {
  stopWork?.();
  stopWork = undefined;
  byId("progress").hidden = true;
  say(undefined);
}

function say(words: Words | undefined): void {
  byId("status").replaceChildren(...(words ? said(words) : []));
}

function refuse(reason: Words): void {
  const notice = element("p", { class: "notice", role: "alert" }, said(reason));
  byId("report").replaceChildren(notice);
}

async function takeFile(file: File | undefined): Promise<void> {
  if (!file) return;
  const size = Math.ceil(file.size / 1024 / 1024);
  if (file.size > mostBytes) {
    refuse({
      zh: `这个文件有 ${size} MB，超过 256 MB，本页不算。一个县的公布材料通常只有几 MB，请检查是否选错了文件；确实这么大的，请用命令 jingzhun draw verify。`,
      en: `This file has ${size} MB, more than the 256 MB that this page takes. A county's bundle has a few: was another file chosen? For one that is so large use the command jingzhun draw verify.`,
    });
    return;
  }
  try {
    begin({ bytes: await file.arrayBuffer(), trusted: trustedKeys() });
  } catch {
    refuse({
      zh: "这个文件读不出来：可能是文件夹，或已被移走。请再选一次。",
      en: "This file cannot be read: it may be a folder, or it was moved. Choose it again.",
    });
  }
}

function typedInto(id: string): string {
  const field = byId(id);
  return field instanceof HTMLTextAreaElement ? field.value : "";
}

/** One a line. */
function trustedKeys(): string[] {
  return typedInto("trusted")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function takePasted(): void {
  const text = typedInto("pasted").trim();
  if (text === "") {
    refuse({ zh: "还没有粘贴内容。", en: "Nothing was pasted yet." });
    return;
  }
  begin({ text: `${text}\n`, trusted: trustedKeys() });
}

function choose(language: string): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset["language"] = language;
  for (const button of document.querySelectorAll<HTMLElement>("[data-choose]")) {
    button.setAttribute("aria-pressed", String(button.dataset["choose"] === language));
  }
}

function listenToFiles(): void {
  const input = byId("file");
  input.addEventListener("change", () => {
    if (!(input instanceof HTMLInputElement)) return;
    void takeFile(input.files?.[0]);
    // The same file, chosen again after a correction, is a change too.
    input.value = "";
  });
  // A file dropped beside the frame must not replace the page.
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("drop").classList.add("over");
  });
  document.addEventListener("dragleave", () => byId("drop").classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    byId("drop").classList.remove("over");
    void takeFile(event.dataTransfer?.files[0]);
  });
}

function listenToPrinting(): void {
  const opened = new Set<HTMLDetailsElement>();
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("#report details:not([open])")) {
      details.open = true;
      opened.add(details);
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened.clear();
  });
}

for (const button of document.querySelectorAll<HTMLElement>("[data-choose]")) {
  button.addEventListener("click", () => choose(button.dataset["choose"] ?? "zh"));
}
byId("check-pasted").addEventListener("click", takePasted);
byId("stop").addEventListener("click", end);
listenToFiles();
listenToPrinting();
