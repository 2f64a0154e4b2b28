// The cards of one lane, a quotation inside the card it is quoted in; the arrows step from one to the next.
import type { ReactNode, RefObject } from "react";
import { t } from "../../messages/index.ts";
import { AnswerList } from "./answer-list.tsx";
import { Card } from "./card.tsx";
import type { CardActions } from "./card.tsx";
import { ItemForm } from "./item-form.tsx";
import type { Item } from "./items.ts";
import type { Match } from "./name-value.ts";
import { decisionOf } from "./review-order.ts";
import type { Nested } from "./told.ts";
import { nested } from "./told.ts";
import type { Answers } from "./use-answers.ts";
import type { AcceptInput } from "./use-decide.ts";
import { personFor } from "./use-review.ts";
import type { ReviewContext } from "./use-review.ts";

export interface CardListProps extends ReviewContext {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly items: readonly Item[];
  readonly active: string | null;
  readonly editing: string | null;
  readonly mayAdd: boolean;
  readonly mayLink: boolean;
  readonly best: Match | undefined;
  /** Of the card in hand. */
  readonly answers: Answers;
  readonly actions: CardActions;
  /** In a narrow window: all cards instead of the one in hand. */
  readonly isAll: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onAccept: (item: Item, as: AcceptInput) => Promise<void>;
  readonly onClose: () => void;
}

export function CardList(props: CardListProps): ReactNode {
  const { items, list, isAll, onStep } = props;
  const told = items.flatMap((item) => (item.lane === "statements" ? [item] : []));
  const card = (item: Item, children?: ReactNode): ReactNode => (
    <CardOf key={item.id} {...props} item={item}>
      {children}
    </CardOf>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows step through its buttons
    <ol
      ref={list}
      className={`reader-margin__list${isAll ? " reader-margin__list--all" : ""}`}
      onKeyDown={(event) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        const onCard =
          event.target instanceof HTMLElement && event.target.matches(".reader-card__pick");
        if (step === 0 || !onCard) return;
        event.preventDefault();
        onStep(step);
      }}
    >
      {told.length > 0
        ? nested(told).map((one) => tree(one, card))
        : items.map((item) => card(item))}
    </ol>
  );
}

function CardOf({
  item,
  children,
  ...props
}: CardListProps & { readonly item: Item; readonly children: ReactNode }): ReactNode {
  const { source, text, reading, lanes, decisions, mayLink } = props;
  const context = { source, text, reading, lanes, decisions };
  const isActive = item.id === props.active;
  const decision = decisionOf(item, decisions);
  return (
    <Card
      item={item}
      decision={decision}
      active={isActive}
      mayAdd={props.mayAdd}
      note={isActive && decision === undefined ? noteOn(item, context) : undefined}
      best={isActive ? props.best : undefined}
      {...props.actions}
      choices={isActive && props.editing !== item.id ? answerList(props.answers) : undefined}
      form={
        props.editing === item.id ? (
          <ItemForm
            {...context}
            item={item}
            mayLink={mayLink}
            answers={props.answers}
            onAccept={async (as) => props.onAccept(item, as)}
            onClose={props.onClose}
          />
        ) : null
      }
    >
      {children}
    </Card>
  );
}

function answerList({ choices, ticked, onTick }: Answers): ReactNode {
  return (
    <AnswerList
      choices={choices}
      isTicked={(choice) => ticked.includes(choice)}
      onTick={onTick}
      keyed
    />
  );
}

function tree(
  { told, children }: Nested,
  card: (item: Item, children?: ReactNode) => ReactNode,
): ReactNode {
  return children.length === 0
    ? card(told)
    : card(told, <ol className="reader-card__nest">{children.map((one) => tree(one, card))}</ol>);
}

/** Through whose word it would be accepted, where that is not decided yet; and who an act was done to. */
function noteOn(item: Item, context: ReviewContext): string | undefined {
  if (!item.offered || (item.lane !== "figures" && item.lane !== "acts")) return undefined;
  const through = item.lane === "figures" ? item.figure.statement : item.act.statement;
  const isOpen = through !== undefined && context.decisions[through] === undefined;
  const person = item.lane === "acts" ? personFor(context, item) : null;
  const notes = [
    ...(isOpen ? [t("reader.statementOpen")] : []),
    ...(item.lane === "figures"
      ? []
      : [person === null ? t("acts.chooseFirst") : t("acts.willBeOn", { name: person.label })]),
  ];
  return notes.length === 0 ? undefined : notes.join(" ");
}
