// The suggestions beside the text, in its order. One is in hand; keys and buttons decide on it and go on to the next.
// Invariant: the focus stays where the work is; after a decision it stands on the same button of the next suggestion.
import { useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Button, Checkbox, dismissToast } from "../../parts/index.ts";
import { Card } from "./card.tsx";
import type { CardActions, Told } from "./card.tsx";
import { EditSuggestion } from "./edit-suggestion.tsx";
import type { Decisions } from "./spans.ts";
import { answeredBy, draftOf } from "./told.ts";
import type { Decider, StatementInput } from "./use-decide.ts";
import { useMarginKeys } from "./use-margin-keys.ts";

export interface MarginProps {
  readonly source: string;
  readonly told: readonly Told[];
  readonly decisions: Decisions;
  readonly decider: Decider;
  readonly active: string | null;
  /** Takes a suggestion in hand and shows its place in the text. */
  readonly onActive: (id: string | null) => void;
  readonly mayAdd: boolean;
  /** Something else has the keys: words are selected, a window is open. */
  readonly quiet: boolean;
  /** In a narrow window: all of them instead of the one in hand. */
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
}

export function Margin(props: MarginProps): ReactNode {
  const { told, decisions, decider, active, onActive, mayAdd, source, wide } = props;
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const shown = useMemo(
    () =>
      onlyOpen
        ? told.filter(({ suggestion: { id } }) => decisions[id] === undefined || id === active)
        : told,
    [told, decisions, onlyOpen, active],
  );
  const at = shown.findIndex(({ suggestion }) => suggestion.id === active);
  const current = shown[at];
  const done = told.filter(({ suggestion }) => decisions[suggestion.id] !== undefined).length;

  const follow = useRef<"pick" | "same" | null>(null);
  useEffect(() => {
    const card = list.current?.querySelector<HTMLElement>(
      `[data-card="${CSS.escape(active ?? "")}"]`,
    );
    if (card === null || card === undefined) return;
    bringIntoList(card);
    if (follow.current !== null) {
      const wanted = follow.current === "same" ? ".reader-card__decide .btn" : ".reader-card__pick";
      (card.querySelector<HTMLElement>(wanted) ?? card.querySelector<HTMLElement>("button"))?.focus(
        {
          preventScroll: true,
        },
      );
    }
    follow.current = null;
  }, [active, editing]);

  const go = (to: number, focus: "pick" | "same" | null): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (next === undefined) return;
    follow.current = focus;
    setEditing(null);
    onActive(next.suggestion.id);
  };
  const takeInHand = (id: string): void => {
    follow.current = list.current?.contains(document.activeElement) === true ? "same" : null;
    onActive(id);
  };
  const goOn = (from: string): void => {
    const here = told.findIndex(({ suggestion }) => suggestion.id === from);
    const order = [...told.slice(here + 1), ...told.slice(0, here)];
    const next = order.find(({ suggestion: { id } }) => decisions[id] === undefined);
    const inList = list.current?.contains(document.activeElement) === true;
    follow.current = inList ? "same" : null;
    setEditing(null);
    if (next !== undefined) onActive(next.suggestion.id);
  };
  const accept = async (id: string, edit?: StatementInput): Promise<void> => {
    const one = told.find(({ suggestion }) => suggestion.id === id);
    const answered = one === undefined ? undefined : answeredBy(one, decisions);
    const standing = edit ?? (answered === undefined ? {} : { answers: [answered] });
    if (edit !== undefined) {
      if (await decider.accept(id, standing)) goOn(id);
      return;
    }
    goOn(id);
    if (!(await decider.accept(id, standing))) takeInHand(id);
  };
  const latest = { accept, goOn, onActive, takeInHand, decider };
  const actions = useStableActions(latest, setEditing);

  useMarginKeys({
    enabled: !props.quiet && editing === null && shown.length > 0,
    mayAdd,
    decision: decisions[active ?? ""],
    active: current === undefined ? null : active,
    actions,
    step: (by) => go(at + by, "pick"),
    undo: () => void decider.undo().then((id) => id !== null && takeInHand(id)),
  });

  return (
    <>
      <MarginHead
        done={done}
        total={told.length}
        onlyOpen={onlyOpen}
        onOnlyOpen={setOnlyOpen}
        wide={wide}
        onWide={props.onWide}
        {...(at > 0 ? { onBefore: () => go(at - 1, null) } : {})}
        {...(at < shown.length - 1 ? { onNext: () => go(at + 1, null) } : {})}
      />
      <p className="sr-only" aria-live="polite">
        {current === undefined
          ? ""
          : t("reader.at", {
              n: at + 1,
              total: shown.length,
              text: `${current.who} ${current.suggestion.stance}: ${current.what}`,
            })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows step through its buttons */}
      <ol
        ref={list}
        className={`reader-margin__list${wide || at < 0 ? " reader-margin__list--all" : ""}`}
        onKeyDown={(event) => {
          const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
          const onCard =
            event.target instanceof HTMLElement && event.target.matches(".reader-card__pick");
          if (step === 0 || !onCard) return;
          event.preventDefault();
          go(at + step, "pick");
        }}
      >
        {shown.map((one) => {
          const { id } = one.suggestion;
          return (
            <Card
              key={id}
              told={one}
              decision={decisions[id]}
              active={id === active}
              mayAdd={mayAdd}
              {...actions}
              form={
                editing === id ? (
                  <EditSuggestion
                    source={source}
                    suggested={draftOf(one, decisions)}
                    onAccept={async (edit) => accept(id, edit)}
                    onClose={() => {
                      follow.current = "pick";
                      setEditing(null);
                    }}
                  />
                ) : null
              }
            />
          );
        })}
      </ol>
    </>
  );
}

interface MarginHeadProps {
  readonly done: number;
  readonly total: number;
  readonly onlyOpen: boolean;
  readonly onOnlyOpen: (only: boolean) => void;
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
  readonly onBefore?: () => void;
  readonly onNext?: () => void;
}

function MarginHead(props: MarginHeadProps): ReactNode {
  const { done, total, onBefore, onNext, wide } = props;
  return (
    <header className="reader-margin__head">
      <p className="reader-margin__count">
        {done === total ? t("reader.allReviewed") : t("reader.reviewed", { done, total })}
      </p>
      <span className="reader-margin__filter">
        <Checkbox
          label={t("reader.onlyOpen")}
          checked={props.onlyOpen}
          onChange={props.onOnlyOpen}
        />
      </span>
      <span className="reader-margin__steps row">
        <Button small onPress={() => onBefore?.()} isDisabled={onBefore === undefined}>
          {t("reader.before")}
        </Button>
        <Button small onPress={() => onNext?.()} isDisabled={onNext === undefined}>
          {t("reader.next")}
        </Button>
        <Button small variant="quiet" expanded={wide} onPress={() => props.onWide(!wide)}>
          {wide ? t("reader.showOne") : t("reader.showAll")}
        </Button>
      </span>
    </header>
  );
}

interface Latest {
  readonly accept: (id: string) => Promise<void>;
  readonly goOn: (from: string) => void;
  readonly onActive: (id: string | null) => void;
  readonly takeInHand: (id: string) => void;
  readonly decider: Decider;
}

/** The same functions for every drawing, so that a card is drawn anew only when it changes. */
function useStableActions(latest: Latest, edit: (id: string) => void): CardActions {
  const now = useRef(latest);
  useEffect(() => {
    now.current = latest;
  });
  return useMemo(
    () => ({
      onPick: (id) => now.current.onActive(id),
      onAccept: (id) => void now.current.accept(id),
      onEdit: (id) => {
        dismissToast("reader");
        edit(id);
      },
      onReject: (id) => {
        now.current.goOn(id);
        void now.current.decider.reject(id).then((ok) => {
          if (!ok) now.current.takeInHand(id);
        });
      },
      onUndo: (id) => void now.current.decider.undo(id),
    }),
    [edit],
  );
}

/** Scrolls the list, never the page. */
function bringIntoList(card: HTMLElement): void {
  const list = card.parentElement;
  if (list === null || list.scrollHeight <= list.clientHeight) return;
  const top = card.offsetTop - list.offsetTop;
  if (top < list.scrollTop + 8 || top + card.offsetHeight > list.scrollTop + list.clientHeight - 8)
    list.scrollTop = Math.max(0, top - list.clientHeight / 3);
}
