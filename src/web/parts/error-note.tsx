// What went wrong, in plain words: what happened, and what to do. The code stands small beside it for whoever helps.
import type { ReactNode } from "react";
import type { ApiError } from "../api/error.ts";
import { asApiError } from "../api/error.ts";
import { t, tIf } from "../messages/index.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Our words for a code where we have them, the server's otherwise, a general sentence as the last resort. */
export function errorText(error: ApiError): string {
  const seconds = error.retryInSeconds;
  return (
    tIf(`error.${error.code}`, seconds === undefined ? {} : { seconds }) ??
    (error.message === "" ? t("error.unknown") : error.message)
  );
}

interface ErrorNoteProps {
  /** Anything thrown; null or undefined shows nothing. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function ErrorNote({ error, onRetry }: ErrorNoteProps): ReactNode {
  if (error === null || error === undefined) return null;
  const known = asApiError(error);
  return (
    <div className="note note--bad" role="alert">
      <Icon name="warning" />
      <div>
        <p>{errorText(known)}</p>
        <small className="quiet">{t("parts.errorCode", { code: known.code })}</small>
      </div>
      {onRetry === undefined ? null : (
        <Button small onPress={onRetry}>
          {t("parts.tryAgain")}
        </Button>
      )}
    </div>
  );
}

interface NoteProps {
  readonly tone?: "plain" | "warn" | "good" | "bad";
  readonly children: ReactNode;
}

/** A sentence set apart from the text around it. */
export function Note({ tone = "plain", children }: NoteProps): ReactNode {
  return (
    <div className={`note note--${tone}`}>
      {tone === "warn" || tone === "bad" ? <Icon name="warning" /> : null}
      {tone === "good" ? <Icon name="check" /> : null}
      <div>{children}</div>
    </div>
  );
}
