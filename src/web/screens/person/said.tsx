// What is said about this person: own properties first, then every episode and act, each value one click from its words.
import { useRef, useState, useSyncExternalStore } from "react";
import type { ReactNode, RefObject } from "react";
import { Link } from "@tanstack/react-router";
import type { ClaimView, PropertyView, RecordFile, RelatedView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { schemaLabel, schemaPlural } from "../../messages/names.ts";
import { Bidi, Button, ClaimPassage, EmptyState, Icon, StateTag } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useShortcut } from "../../shell/shortcuts.ts";
import { useDecide } from "./decisions.ts";
import { PropertyRow } from "./property-row.tsx";
import { stateOf, Timeline, whenText } from "./timeline.tsx";
import type { FileAddress } from "./use-address.ts";

const wide = window.matchMedia("(min-width: 1100px)");

/** Whether there is room for the passage beside the list. */
function useRoomBeside(): boolean {
  return useSyncExternalStore(
    (listener) => {
      wide.addEventListener("change", listener);
      return () => wide.removeEventListener("change", listener);
    },
    () => wide.matches,
  );
}

type Ask = { readonly kind: "reject" | "pin" | "unpin" | "withdraw"; readonly claim: ClaimView };

const story = new Set(["Episode", "Act"]);

function groupsOf(
  properties: readonly PropertyView[],
): readonly (readonly [string, readonly PropertyView[]])[] {
  return [...Map.groupBy(properties, (property) => property.group)];
}

export function Said({
  file,
  address,
  onAdd,
}: {
  readonly file: RecordFile;
  readonly address: FileAddress;
  readonly onAdd: (() => void) | undefined;
}): ReactNode {
  const beside = useRoomBeside();
  const [ask, setAsk] = useState<Ask | null>(null);
  const decide = useDecide(() => setAsk(null));
  const list = useRef<HTMLDivElement>(null);
  const events = file.related.filter((related) => story.has(related.schema));
  const others = [
    ...Map.groupBy(
      file.related.filter((related) => !story.has(related.schema)),
      (related) => related.schema,
    ),
  ];
  useRowKeys(list);

  const rows = (schema: string, record: string, properties: readonly PropertyView[]): ReactNode =>
    properties.map((property) => {
      const key = `${record}-${property.name}`;
      return (
        <PropertyRow
          key={key}
          schema={schema}
          record={record}
          property={property}
          isOpen={address.open.has(key)}
          onToggle={() => address.toggle(key)}
          shownClaim={address.claim}
          onShowPassage={(claim) =>
            address.showPassage(claim === address.claim ? undefined : claim)
          }
          passageInPlace={!beside}
          onDecide={(decision) => decide.mutate(decision)}
          onAsk={setAsk}
        />
      );
    });
  const related = (item: RelatedView): ReactNode => (
    <section
      key={item.id}
      className="sheet event"
      id={`event-${item.id}`}
      tabIndex={-1}
      aria-labelledby={`event-${item.id}-title`}
    >
      <header className="event__head">
        <h3 id={`event-${item.id}-title`}>
          <Bidi>{item.label}</Bidi>
        </h3>
        <span className="quiet">
          {item.from === null && item.to === null
            ? item.schema === "Relationship"
              ? ""
              : t("person.when.unknown")
            : whenText(item)}
        </span>
        <StateTag state={stateOf(item)} />
        <Link to="/records/$id" params={{ id: item.id }} className="event__open">
          {t("related.open")}
        </Link>
      </header>
      <div className="props">{rows(item.schema, item.id, item.properties)}</div>
    </section>
  );
  const pick = (id: string): void => {
    const section = document.getElementById(`event-${id}`);
    section?.scrollIntoView({ block: "start", behavior: "smooth" });
    section?.focus({ preventScroll: true });
  };
  if (file.properties.length === 0 && file.related.length === 0) {
    return (
      <EmptyState
        title={t("person.nothingSaid")}
        text={t("person.nothingSaidText")}
        action={
          onAdd === undefined ? undefined : <Button onPress={onAdd}>{t("person.addClaim")}</Button>
        }
      />
    );
  }
  return (
    <>
      {events.length === 0 ? null : (
        <section aria-labelledby="story">
          <h2 id="story">{t("person.story")}</h2>
          <Timeline events={events} onPick={pick} />
          <p className="quiet small">{t("person.legend")}</p>
        </section>
      )}
      <div className="said" ref={list}>
        <div className="said__list">
          {groupsOf(file.properties).map(([group, properties]) => (
            <section key={group} aria-label={tIf(`group.${group}`) ?? group}>
              <h2>{tIf(`group.${group}`) ?? group}</h2>
              <div className="props sheet">{rows(file.schema, file.id, properties)}</div>
            </section>
          ))}
          {events.length === 0 ? null : (
            <section className="events" aria-labelledby="episodes">
              <h2 id="episodes">{t("related.episodes")}</h2>
              {events.map(related)}
            </section>
          )}
          {others.map(([schema, items]) => (
            <section key={schema} className="events" aria-label={schemaPlural(schema)}>
              <h2>{items.length === 1 ? schemaLabel(schema) : schemaPlural(schema)}</h2>
              {items.map(related)}
            </section>
          ))}
        </div>
        {beside ? (
          <aside className="said__passage" aria-label={t("passage.title")}>
            <div className="said__passage-head">
              <h2>{t("passage.title")}</h2>
              {address.claim === undefined ? null : (
                <Button
                  variant="quiet"
                  small
                  label={t("passage.close")}
                  onPress={() => address.showPassage(undefined)}
                >
                  <Icon name="close" />
                </Button>
              )}
            </div>
            <div aria-live="polite">
              {address.claim === undefined ? (
                <p className="quiet">{t("passage.none")}</p>
              ) : (
                <ClaimPassage claim={address.claim} />
              )}
            </div>
          </aside>
        ) : null}
      </div>
      {ask === null ? null : (
        <AskReason ask={ask} file={file} decide={decide} onClose={() => setAsk(null)} />
      )}
    </>
  );
}

function AskReason({
  ask,
  file,
  decide,
  onClose,
}: {
  readonly ask: Ask;
  readonly file: RecordFile;
  readonly decide: ReturnType<typeof useDecide>;
  readonly onClose: () => void;
}): ReactNode {
  const { claim } = ask;
  const texts = {
    reject: [t("claims.rejectTitle"), t("claims.rejectText"), t("claims.reject")],
    pin: [t("claims.pinTitle"), t("claims.pinText"), t("claims.pin")],
    unpin: [t("claims.unpin"), undefined, t("claims.unpin")],
    withdraw: [t("claims.withdrawTitle"), t("claims.withdrawText"), t("claims.withdraw")],
  } as const;
  const [title, text, submit] = texts[ask.kind];
  const all = [...file.properties, ...file.related.flatMap((related) => related.properties)];
  const before = all
    .find((property) => property.claims.some((other) => other.id === claim.id))
    ?.headlines.find((headline) => headline.pinned)?.claims[0];
  const carryOut = (reason: string): void => {
    if (ask.kind === "reject") decide.mutate({ kind: "review", claim, state: "rejected", reason });
    else if (ask.kind === "pin")
      decide.mutate({ kind: "pin", claim, before: before ?? null, reason });
    else if (ask.kind === "unpin") decide.mutate({ kind: "unpin", claim, reason });
    else decide.mutate({ kind: "withdraw", target: claim.id, subject: claim.record, reason });
  };
  return (
    <ReasonDialog
      title={title}
      {...(text === undefined ? {} : { text })}
      submit={submit}
      danger={ask.kind === "withdraw"}
      optional={ask.kind === "reject"}
      isPending={decide.isPending}
      error={decide.error}
      onSubmit={carryOut}
      onClose={onClose}
    />
  );
}

/** `j` and `k` walk over the rows, `o` opens the one that has the focus. */
function useRowKeys(list: RefObject<HTMLDivElement | null>): void {
  const move = (by: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const now = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[now === -1 ? (by === 1 ? 0 : rows.length - 1) : now + by];
    (
      next?.querySelector<HTMLElement>(".prop__value") ?? next?.querySelector<HTMLElement>("button")
    )?.focus();
  };
  useShortcut("j", t("person.keys.next"), () => move(1));
  useShortcut("k", t("person.keys.previous"), () => move(-1));
  useShortcut("o", t("person.keys.open"), () =>
    document.activeElement
      ?.closest("[data-row]")
      ?.querySelector<HTMLElement>(".prop__toggle")
      ?.click(),
  );
}
