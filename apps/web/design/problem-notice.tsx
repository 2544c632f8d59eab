/** An error in the reader's words: what happened and what to do, with all faults of the input below it. */
import { CloseCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../server/request.ts";
import { useBothLanguages } from "./both-languages.ts";

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (!error) return null;
  const known = error instanceof ProblemError ? error : null;
  return (
    <div className="problem-notice" role="alert">
      <CloseCircleFilled aria-hidden />
      <div>
        <p>{known ? say(known) : t("state.crashedHint")}</p>
        {known && known.issues.length > 0 && (
          <ul>
            {known.issues.map((issue) => (
              <li key={issue.path.join(".")}>
                <code>{issue.path.join(".")}</code> {say(issue)}
              </li>
            ))}
          </ul>
        )}
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t("state.retry")}
          </Button>
        )}
      </div>
    </div>
  );
}
