// Somebody judged the pair meanwhile: both versions, and the choice between them.
import type { ReactNode } from "react";
import type { Verdict } from "../../../model/index.ts";
import type { JudgementView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Bidi, Button, DateText, Note, Tag } from "../../parts/index.ts";

export function Conflict({
  standing,
  verdict,
  reason,
  isPending,
  onLetStand,
  onInstead,
}: {
  readonly standing: JudgementView;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly isPending: boolean;
  readonly onLetStand: () => void;
  readonly onInstead: () => void;
}): ReactNode {
  return (
    <div role="alert">
      <Note tone="warn">
        <p>{t("same.conflict")}</p>
        <dl className="decide__versions">
          <dt>{t("same.conflict.theirs")}</dt>
          <dd>
            <Tag>{t(`verdict.${standing.verdict}`)}</Tag> <Bidi>{standing.reason}</Bidi>{" "}
            <small className="quiet">
              <Bidi>{standing.by}</Bidi>, <DateText at={standing.at} />
            </small>
          </dd>
          <dt>{t("same.conflict.yours")}</dt>
          <dd>
            <Tag>{t(`verdict.${verdict}`)}</Tag> <Bidi>{reason}</Bidi>
          </dd>
        </dl>
        <Actions>
          <Button variant="primary" autoFocus onPress={onLetStand}>
            {t("same.conflict.letStand")}
          </Button>
          <Button isPending={isPending} onPress={onInstead}>
            {t("same.conflict.instead")}
          </Button>
        </Actions>
      </Note>
    </div>
  );
}
