/** What comes after the draw, for people to read: states of interviews, results computed again, the log's checkpoints. */
import { InputError } from "../../engines/input-error.ts";
import { firstDifference } from "../../engines/survey/bundle/difference.ts";
import { type Interview, interviewStates } from "../../engines/survey/bundle/interview.ts";
import type { LogProofs } from "../../engines/survey/bundle/log-proofs.ts";
import { resultTolerance } from "../../engines/survey/bundle/result-checks.ts";
import { type PublishedResult, publishedResults } from "../../engines/survey/bundle/results.ts";
import type { Draw } from "../../engines/survey/draw/draw.ts";
import { explainEstimate } from "../../engines/survey/estimate/estimate-words.ts";
import type { Words } from "../../engines/survey/interval/interval-words.ts";
import { readCheckpoint } from "../../engines/tlog/checkpoint.ts";
import { cosignedAt } from "../../engines/tlog/cosignature.ts";
import { verifyEd25519 } from "../../engines/tlog/ed25519.ts";
import { readKey } from "../../engines/tlog/key.ts";
import { readNote } from "../../engines/tlog/note.ts";
import { questionName } from "./question-name.ts";
import type { Evidence, LogRows, ResultRow } from "./report.ts";

export function interviewRows(interviews: readonly Interview[]): NonNullable<Evidence["interviews"]> {
  return interviewStates.map((state) => ({
    state,
    count: interviews.filter((one) => one.state === state).length,
  }));
}

/** Null where they cannot be computed: the check has said why. */
export function resultRows(
  drawn: Draw,
  interviews: readonly Interview[],
  published: readonly PublishedResult[],
): ResultRow[] | null {
  try {
    const computed = publishedResults(drawn, interviews, published);
    return published.flatMap((one, at) => {
      const again = computed[at];
      if (!again) return [];
      const isSame = firstDifference(again, one, "result", resultTolerance) === undefined;
      return [{ computed: again, published: one, isSame, explanation: explained(again) }];
    });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function explained(result: PublishedResult): Words {
  const { measure, estimate, se, low, high, df, level, rows } = result;
  const name = questionName(result);
  const story = {
    isProportion: measure === "proportion",
    found: {
      estimate: estimate ?? Number.NaN,
      standardError: se ?? Number.NaN,
      // A bundle publishes none.
      designEffect: Number.NaN,
      rows,
    },
    interval: { low: low ?? Number.NaN, high: high ?? Number.NaN },
    degreesOfFreedom: df,
    level,
  };
  return {
    zh: explainEstimate({ ...story, name: name.zh }).zh,
    en: explainEstimate({ ...story, name: name.en }).en,
  };
}

/** Null where a note or key cannot be read: the check has said which. */
export function logRows(log: LogProofs): LogRows | null {
  try {
    const witnesses = log.witnesses.map(readKey);
    const checkpoints = log.checkpoints.map(({ note: written }) => {
      const note = readNote(written);
      const { size, root } = readCheckpoint(note.text);
      const seen = witnesses.flatMap((witness) => {
        const time = cosignedAt(note, witness, verifyEd25519);
        return time === undefined ? [] : [{ witness: witness.name, time }];
      });
      return { size, root: hexOf(root), seen };
    });
    const entries = log.entries.map(({ step, index, entry }) => ({ step, index, entry }));
    return { checkpoints, entries, keys: [log.key, ...log.witnesses] };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
