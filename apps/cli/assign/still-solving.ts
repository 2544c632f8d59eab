/** Words while a long search runs: it began, and every ten seconds that it goes on. */
import type { Progress } from "../output.ts";

const everySeconds = 10;

/** @returns ends the words */
export function saySolving(progress: Progress, limitSeconds: number): () => void {
  progress.step(
    `正在计算各组派到哪些县，时限${limitSeconds}秒。\nAssigning teams to counties, within ${limitSeconds} seconds.`,
  );
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += everySeconds;
    progress.step(
      `仍在计算：已用${seconds}秒，时限${limitSeconds}秒。\nStill at it: ${seconds} of ${limitSeconds} seconds.`,
    );
  }, everySeconds * 1000);
  return () => clearInterval(timer);
}
