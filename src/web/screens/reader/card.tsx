// One suggestion in the margin: who, what they do with it, what is said; and what to decide, on the one in hand.
import { memo } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Icon, LinkButton, StanceTag } from "../../parts/index.ts";
import type { Decisions, StatementSuggestion } from "./spans.ts";

/** A suggestion in words, ready to be shown. */
export interface Told {
  readonly suggestion: StatementSuggestion;
  readonly who: string;
  readonly what: string;
  readonly addressee: string;
  /** What it answers, in words, and whether that is a statement by now. */
  readonly answers?: { readonly who: string; readonly what: string };
  readonly inside?: string;
}

export interface CardActions {
  readonly onPick: (id: string) => void;
  readonly onAccept: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onReject: (id: string) => void;
  readonly onUndo: (id: string) => void;
}

export interface CardProps extends CardActions {
  readonly told: Told;
  readonly decision: Decisions[string] | undefined;
  readonly active: boolean;
  readonly mayAdd: boolean;
  /** The form, where this one is being edited. */
  readonly form: ReactNode;
}

export const Card = memo(function Card({
  told,
  decision,
  active,
  mayAdd,
  form,
  ...actions
}: CardProps): ReactNode {
  const { id, stance, speakerLost } = told.suggestion;
  const who =
    told.who !== ""
      ? told.who
      : speakerLost === true
        ? t("reader.speakerLost")
        : t("reader.noSpeaker");
  const state = decision?.state ?? "open";
  return (
    <li
      className={`reader-card reader-card--${state}${active ? " reader-card--on" : ""}`}
      data-card={id}
    >
      <button
        type="button"
        className="reader-card__pick"
        aria-current={active}
        onClick={() => actions.onPick(id)}
      >
        <span className="reader-card__head">
          <span className="reader-card__who">
            <Bidi>{who}</Bidi>
          </span>
          <StanceTag stance={stance} />
          {state === "open" ? null : (
            <span className={`reader-card__state reader-card__state--${state}`}>
              <Icon name={state === "accepted" ? "check" : "close"} />
              {state === "accepted" ? t("reader.accepted") : t("reader.rejected")}
            </span>
          )}
        </span>
        {/* Cut off at its own end: at the left where it is written from the right. */}
        <span className="reader-card__what" dir="auto">
          {told.what}
        </span>
      </button>
      {active ? <Details told={told} /> : null}
      {form ??
        (active ? <Decide id={id} decision={decision} mayAdd={mayAdd} actions={actions} /> : null)}
    </li>
  );
});

function Details({ told }: { readonly told: Told }): ReactNode {
  const { rule, band } = told.suggestion;
  const sure =
    band === "A" ? t("reader.bandA") : band === "B" ? t("reader.bandB") : t("reader.bandC");
  return (
    <div className="reader-card__more">
      {told.addressee === "" ? null : <p>{t("reader.to", { who: told.addressee })}</p>}
      {told.inside === undefined ? null : <p>{t("reader.inside", { who: told.inside })}</p>}
      {told.answers === undefined ? null : (
        <div className="reader-card__answers">
          <small className="quiet">{t("reader.answers")}</small>
          <p>
            <strong>
              <Bidi>{told.answers.who}</Bidi>
            </strong>{" "}
            <Bidi>{told.answers.what}</Bidi>
          </p>
        </div>
      )}
      <p className="quiet small">
        {sure} · {t("reader.rule", { rule })}
      </p>
    </div>
  );
}

function Decide({
  id,
  decision,
  mayAdd,
  actions,
}: {
  readonly id: string;
  readonly decision: Decisions[string] | undefined;
  readonly mayAdd: boolean;
  readonly actions: CardActions;
}): ReactNode {
  if (decision !== undefined)
    return (
      <div className="row reader-card__decide">
        {decision.became === undefined ? null : (
          <LinkButton small to="/records/$id" params={{ id: decision.became }} keys="O">
            {t("reader.openIt")}
          </LinkButton>
        )}
        {mayAdd ? (
          <Button small onPress={() => actions.onUndo(id)} keys="U">
            {t("reader.takeBack")}
          </Button>
        ) : null}
      </div>
    );
  if (!mayAdd) return <p className="quiet small reader-card__decide">{t("reader.readOnly")}</p>;
  return (
    <div className="row reader-card__decide">
      <Button small variant="primary" onPress={() => actions.onAccept(id)} keys="A">
        {t("reader.accept")}
      </Button>
      <Button small onPress={() => actions.onEdit(id)} keys="E">
        {t("reader.edit")}
      </Button>
      <Button small onPress={() => actions.onReject(id)} keys="X">
        {t("reader.reject")}
      </Button>
    </div>
  );
}
