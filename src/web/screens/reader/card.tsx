// One suggestion in the margin: who or what, in which words; and what to decide, on the one in hand.
import { memo } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Icon, LinkButton, StanceTag, Tag } from "../../parts/index.ts";
import { CardDetails } from "./card-details.tsx";
import type { Item } from "./items.ts";
import { laneSign } from "./items.ts";
import { pageOf } from "./make-parts.ts";
import type { Match } from "./name-value.ts";
import type { Decision } from "./spans.ts";

export interface CardActions {
  readonly onPick: (id: string) => void;
  readonly onAccept: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onReject: (id: string) => void;
  readonly onUndo: (id: string) => void;
  /** Takes the name for the file that fits best. */
  readonly onLink: (id: string) => void;
  /** Uses the words as a value in a claim. */
  readonly onUse: (id: string) => void;
}

export interface CardProps extends CardActions {
  readonly item: Item;
  readonly decision: Decision | undefined;
  readonly active: boolean;
  readonly mayAdd: boolean;
  /** The form, where this one is being edited. */
  readonly form: ReactNode;
  /** What the details say that only the whole text knows. */
  readonly note?: string | undefined;
  /** The file that fits a name best, once it is known. */
  readonly best?: Match | undefined;
  /** What the denial in hand may answer. */
  readonly choices?: ReactNode;
  /** The quotations inside this one. */
  readonly children?: ReactNode;
}

export const Card = memo(function Card({
  item,
  decision,
  active,
  mayAdd,
  form,
  note,
  best,
  choices,
  children,
  ...actions
}: CardProps): ReactNode {
  const { id, lane } = item;
  const state = decision?.state ?? "open";
  return (
    <li
      className={`reader-card reader-card--${state}${active ? " reader-card--on" : ""}`}
      data-card={id}
      data-lane={lane}
    >
      <button
        type="button"
        className="reader-card__pick"
        aria-current={active}
        onClick={() => actions.onPick(id)}
      >
        {lane === "statements" && item.inside !== undefined ? (
          <span className="reader-card__inside">
            {t("reader.inside", {
              who: item.inside.who === "" ? t("reader.noSpeaker") : item.inside.who,
            })}
          </span>
        ) : null}
        <span className="reader-card__head">
          {lane === "statements" ? null : (
            <span className="reader-card__sign" aria-hidden="true">
              {laneSign[lane]}
            </span>
          )}
          <span className="reader-card__who">
            <Bidi>{whoOf(item)}</Bidi>
          </span>
          <Signs item={item} />
          {state === "open" ? null : (
            <span className={`reader-card__state reader-card__state--${state}`}>
              <Icon name={state === "accepted" ? "check" : "close"} />
              {state === "accepted" ? t("reader.accepted") : t("reader.rejected")}
            </span>
          )}
        </span>
        {/* Cut off at its own end: at the left where it is written from the right. */}
        <span className="reader-card__what" dir="auto">
          {item.what}
        </span>
      </button>
      {active ? (
        <CardDetails item={item} note={note} best={best} open={state === "open"}>
          {choices}
        </CardDetails>
      ) : null}
      {form ??
        (active ? (
          <Decide item={item} decision={decision} mayAdd={mayAdd} best={best} actions={actions} />
        ) : null)}
      {children}
    </li>
  );
});

function whoOf(item: Item): string {
  if (item.who !== "" || item.lane !== "statements") return item.who;
  if (item.suggestion.speakerLost === true) return t("reader.speakerLost");
  return item.suggestion.evidential === true ? t("reader.evidential") : t("reader.noSpeaker");
}

function Signs({ item }: { readonly item: Item }): ReactNode {
  if (item.lane === "statements")
    return (
      <>
        <StanceTag stance={item.suggestion.stance} />
        {item.suggestion.speakerLost === true ? (
          <Tag tone="warn" sign="?">
            {t("reader.speakerLostTag")}
          </Tag>
        ) : null}
      </>
    );
  if (item.lane === "acts" && item.act.negated)
    return (
      <Tag tone="bad" sign="×">
        {t("acts.negated")}
      </Tag>
    );
  if ((item.lane === "acts" || item.lane === "figures") && !item.offered)
    return (
      <Tag tone="bad" sign="×">
        {t("acts.denied")}
      </Tag>
    );
  return null;
}

function Decide({
  item,
  decision,
  mayAdd,
  best,
  actions,
}: {
  readonly item: Item;
  readonly decision: Decision | undefined;
  readonly mayAdd: boolean;
  readonly best: Match | undefined;
  readonly actions: CardActions;
}): ReactNode {
  const { id } = item;
  const became = decision?.record ?? decision?.became;
  const open =
    became === undefined ? null : (
      <LinkButton
        small
        to={pageOf(decision?.schema ?? "", became).to}
        params={{ id: became }}
        keys="O"
      >
        {t("reader.openIt")}
      </LinkButton>
    );
  const reject = (
    <Button small onPress={() => actions.onReject(id)} keys="X">
      {t("reader.reject")}
    </Button>
  );
  if (decision !== undefined)
    return (
      <div className="row reader-card__decide">
        {open}
        {mayAdd ? (
          <Button small onPress={() => actions.onUndo(id)} keys="U">
            {t("reader.takeBack")}
          </Button>
        ) : null}
      </div>
    );
  if (!mayAdd) return <p className="quiet small reader-card__decide">{t("reader.readOnly")}</p>;
  if (item.lane === "dates")
    return (
      <div className="row reader-card__decide">
        <Button small onPress={() => actions.onUse(id)} keys="C">
          {t("dates.use")}
        </Button>
      </div>
    );
  if (!item.offered) return <div className="row reader-card__decide">{reject}</div>;
  return (
    <div className="row reader-card__decide">
      <Button small variant="primary" onPress={() => actions.onAccept(id)} keys="A">
        {item.lane === "names" ? t("names.accept") : t("reader.accept")}
      </Button>
      {best === undefined ? null : (
        <Button small onPress={() => actions.onLink(id)} keys="L">
          {t("names.link")}
        </Button>
      )}
      <Button small onPress={() => actions.onEdit(id)} keys="E">
        {t("reader.edit")}
      </Button>
      {reject}
    </div>
  );
}
