// What is said about this person: own properties first, then every episode and act, each value one click from its words.
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ReactNode, RefObject } from "react";
import { Link } from "@tanstack/react-router";
import type { PropertyView, RecordFile } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { schemaLabel, schemaPlural } from "../../messages/names.ts";
import { Button, ClaimPassage, EmptyState, Icon } from "../../parts/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { AskReason } from "./ask-reason.tsx";
import { useDecide } from "./decisions.ts";
import { PropertyRow } from "./property-row.tsx";
import { RelatedCard } from "./related-card.tsx";
import { SaidProvider } from "./said-context.ts";
import type { Ask } from "./said-context.ts";
import { timelineEvents } from "../story/events.ts";
import { Timeline } from "../story/timeline.tsx";
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
  useRowKeys(list);
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
  const said = {
    own: new Set(file.records.map((record) => record.id)),
    open: address.open,
    toggle: address.toggle,
    shownClaim: address.claim,
    showPassage: (claim: string): void =>
      address.showPassage(claim === address.claim ? undefined : claim),
    passageInPlace: !beside,
    decide: decide.mutate,
    ask: setAsk,
  };
  return (
    <SaidProvider value={said}>
      <Story file={file} />
      <div className="said" ref={list}>
        <div className="said__list">
          {groupsOf(file.properties).map(([group, properties]) => (
            <section key={group} aria-label={tIf(`group.${group}`) ?? group}>
              <h2>{tIf(`group.${group}`) ?? group}</h2>
              <div className="props sheet">
                {properties.map((property) => (
                  <PropertyRow
                    key={property.name}
                    schema={file.schema}
                    record={file.id}
                    property={property}
                  />
                ))}
              </div>
            </section>
          ))}
          <Related file={file} />
        </div>
        {beside ? <PassageBeside address={address} /> : null}
      </div>
      {ask === null ? null : (
        <AskReason ask={ask} file={file} decide={decide} onClose={() => setAsk(null)} />
      )}
    </SaidProvider>
  );
}

function Story({ file }: { readonly file: RecordFile }): ReactNode {
  const events = useMemo(
    () => timelineEvents(file.related.filter((related) => story.has(related.schema))),
    [file],
  );
  if (events.length === 0) return null;
  const pick = (id: string): void => {
    const section = document.getElementById(`event-${id}`);
    section?.scrollIntoView({ block: "start", behavior: "smooth" });
    section?.focus({ preventScroll: true });
  };
  return (
    <section aria-labelledby="story" className="story">
      <h2 id="story">{t("person.story")}</h2>
      {file.schema === "Person" ? (
        <Link to="/people/$id/story" params={{ id: file.id }} className="story__open">
          {t("story.open")}
        </Link>
      ) : null}
      <Timeline events={events} onPick={pick} />
    </section>
  );
}

function Related({ file }: { readonly file: RecordFile }): ReactNode {
  const events = file.related.filter((related) => story.has(related.schema));
  const others = [
    ...Map.groupBy(
      file.related.filter((related) => !story.has(related.schema)),
      (related) => related.schema,
    ),
  ];
  return (
    <>
      {events.length === 0 ? null : (
        <section className="events" aria-labelledby="episodes">
          <h2 id="episodes">{t("related.episodes")}</h2>
          {events.map((item) => (
            <RelatedCard key={item.id} item={item} />
          ))}
        </section>
      )}
      {others.map(([schema, items]) => (
        <section key={schema} className="events" aria-label={schemaPlural(schema)}>
          <h2>{items.length === 1 ? schemaLabel(schema) : schemaPlural(schema)}</h2>
          {items.map((item) => (
            <RelatedCard key={item.id} item={item} />
          ))}
        </section>
      ))}
    </>
  );
}

function PassageBeside({ address }: { readonly address: FileAddress }): ReactNode {
  return (
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
