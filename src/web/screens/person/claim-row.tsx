// One claim: who says it, in which words, where, when, how they know; and what can be decided about it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asApiError, post, useDecisions } from "../../api/index.ts";
import type { ClaimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  Button,
  clockText,
  cx,
  edtfText,
  errorText,
  ReviewTag,
  StanceTag,
  Tag,
} from "../../parts/index.ts";
import { ActionMenu } from "../../parts/menu.tsx";
import { useMay } from "../../shell/rights.ts";
import { claimActions } from "./claim-actions.ts";
import type { Decision } from "./decisions.ts";
import type { Ask } from "./said-context.ts";

export interface ClaimRowProps {
  readonly claim: ClaimView;
  /** The value of the row it opens from; a claim that says the same need not repeat it. */
  readonly headline: string | undefined;
  readonly isPinned: boolean;
  readonly isShown: boolean;
  readonly onShowPassage: () => void;
  readonly onDecide: (decision: Decision) => void;
  /** Asks for a reason first. */
  readonly onAsk: (ask: Ask) => void;
}

function sourceLine(claim: ClaimView): string {
  const parts = [
    claim.knows === undefined ? undefined : termText("knows", claim.knows),
    claim.said === undefined ? undefined : t("claims.saidOn", { date: edtfText(claim.said) }),
    claim.published === undefined ? undefined : edtfText(claim.published),
    claim.grade === undefined ? undefined : t("claims.grade", { grade: String(claim.grade) }),
    t("claims.addedBy", { name: claim.by }),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

export function ClaimRow({
  claim,
  headline,
  isPinned,
  isShown,
  onShowPassage,
  onDecide,
  onAsk,
}: ClaimRowProps): ReactNode {
  const may = useMay();
  // The words around a sealed value would give it away.
  const quote = claim.value.kind === "sealed" ? undefined : claim.passage?.quote;
  const waits = useDecisions().data?.items.some((item) => item.claim === claim.id) ?? false;
  const actions = claimActions({ claim, isPinned, may, ask: onAsk, decide: onDecide });
  return (
    <li
      className={cx(
        "claim",
        isShown && "claim--shown",
        claim.review === "proposed" && "claim--proposed",
      )}
    >
      <div className="claim__tags">
        {claim.stance === undefined ? (
          <Tag>{t("claims.states")}</Tag>
        ) : (
          <StanceTag stance={claim.stance} />
        )}
        {claim.review === "accepted" ? null : <ReviewTag review={claim.review} />}
        {isPinned ? <Tag sign="⚑">{t("claims.pinned")}</Tag> : null}
      </div>
      <div className="claim__body">
        {claim.value.kind === "sealed" ? (
          <Sealed claim={claim.id} />
        ) : claim.text === headline && quote !== undefined ? null : (
          <Bidi className="claim__value">{claim.text}</Bidi>
        )}
        {quote === undefined || quote === claim.text ? null : (
          <q className="claim__quote" dir="auto">
            {quote}
          </q>
        )}
        <p className="claim__from">
          <Bidi className="claim__speaker">{claim.speaker ?? claim.sourceTitle}</Bidi>
          {claim.speaker === undefined ? null : (
            <>
              {" · "}
              <Bidi>{claim.sourceTitle}</Bidi>
            </>
          )}
          {" · "}
          <span>{sourceLine(claim)}</span>
          <Moment claim={claim} />
        </p>
      </div>
      <div className="claim__actions">
        {waits ? (
          <Link to="/" className="small">
            {t("second.waitsHere")}
          </Link>
        ) : null}
        {claim.review === "proposed" && !waits && may("review") ? (
          <>
            <Button
              small
              variant="primary"
              onPress={() => onDecide({ kind: "review", claim, state: "accepted" })}
            >
              {t("claims.accept")}
            </Button>
            <Button small onPress={() => onDecide({ kind: "review", claim, state: "rejected" })}>
              {t("claims.reject")}
            </Button>
          </>
        ) : null}
        <Button small variant="quiet" onPress={onShowPassage} expanded={isShown}>
          {t("passage.title")}
        </Button>
        <ActionMenu label={t("claims.more")} actions={actions} />
      </div>
    </li>
  );
}

/** When it was said in a recording; pressing it plays there. */
function Moment({ claim: { passage, source } }: { readonly claim: ClaimView }): ReactNode {
  if (passage?.fromMs === undefined || passage.start !== undefined) return null;
  const time = clockText(Math.floor(passage.fromMs / 1_000));
  return (
    <>
      {" · "}
      <Link
        to="/sources/$id/interview"
        params={{ id: source }}
        search={{ t: `${passage.fromMs}ms` }}
        aria-label={t("interview.playFrom", { time })}
      >
        {time}
      </Link>
    </>
  );
}

/** A sealed value is asked for one at a time and stays on the page only while it is looked at. */
function Sealed({ claim }: { readonly claim: string }): ReactNode {
  const may = useMay();
  const [text, setText] = useState<string | null>(null);
  const opening = useMutation({
    mutationFn: async () =>
      post<{ text: string }>(`/api/claims/${encodeURIComponent(claim)}/open-sealed`),
    onSuccess: (answer) => setText(answer.text),
  });
  if (text !== null) return <Bidi className="claim__value">{text}</Bidi>;
  return (
    <span className="row">
      <Tag sign="▪">{t("claims.sealed")}</Tag>
      {may("open-sealed") ? (
        <Button small onPress={() => opening.mutate()} isPending={opening.isPending}>
          {t("claims.openSealed")}
        </Button>
      ) : (
        <small className="quiet">{t("claims.sealedHint")}</small>
      )}
      {opening.error === null ? null : (
        <small role="alert">{errorText(asApiError(opening.error))}</small>
      )}
    </span>
  );
}
