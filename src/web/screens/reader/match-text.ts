// A file that may be the one a name is of, in one line.
import { t } from "../../messages/index.ts";
import type { Match } from "./name-value.ts";

/** What tells a match from its namesakes, and how alike the names are. */
export function matchText({ detail, score }: Match): string {
  const alike =
    score === undefined
      ? t("names.sameWords")
      : t("names.alike", { score: Math.round(score * 100) });
  return detail === "" ? alike : `${detail} · ${alike}`;
}
