/** Starts the worker that stands in the page itself, from a Blob: no second file, no network. */
import { byId } from "./page-element.ts";
import type { Answer, Given } from "./report.ts";

/** @param onAnswer for each step, and once for the report or the reason why there is none @returns what ends the work */
export function startWork(given: Given, onAnswer: (answer: Answer) => void): () => void {
  if (!canCompute()) {
    onAnswer({ kind: "refused", reason: tooOld });
    return () => {};
  }
  const source = new Blob([byId("worker-source").textContent ?? ""], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const worker = new Worker(address);
  worker.addEventListener("message", (event: MessageEvent<Answer>) => onAnswer(event.data));
  worker.addEventListener("error", () => onAnswer({ kind: "refused", reason: notStarted }));
  worker.postMessage(given, "bytes" in given ? [given.bytes] : []);
  return () => {
    worker.terminate();
    URL.revokeObjectURL(address);
  };
}

/** What the engines use and browsers before 2024 do not have. */
function canCompute(): boolean {
  return "groupBy" in Map && "isWellFormed" in String.prototype && "toArray" in Iterator.prototype;
}

const tooOld = {
  zh: "这个浏览器版本太旧，不能重算。请用 Chrome、Edge 122 以上，Firefox 131 以上或 Safari 18.4 以上打开本页。",
  en: "This browser is too old to compute. Open the page with Chrome or Edge from 122, Firefox from 131 or Safari from 18.4.",
};

const notStarted = {
  zh: "计算没有进行下去：内存不足，或浏览器不许本页计算。请关闭其他窗口或换一个浏览器再试。",
  en: "The computation did not go on: too little memory, or the browser does not let this page compute. Close other windows or try another browser.",
};
