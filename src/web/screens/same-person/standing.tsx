// What was decided about the pair before, by whom and why.
import type { ReactNode } from "react";
import type { JudgementView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, DateText, Note, Tag } from "../../parts/index.ts";

/** Nothing where nobody judged the pair, or the judgement was taken back. */
export function Standing({ of }: { readonly of: JudgementView | null | undefined }): ReactNode {
  if (of === null || of === undefined || of.undone) return null;
  return (
    <Note>
      {t("same.before")}: <Tag>{t(`verdict.${of.verdict}`)}</Tag> <Bidi>{of.reason}</Bidi> ·{" "}
      <Bidi>{of.by}</Bidi>, <DateText at={of.at} />
    </Note>
  );
}
