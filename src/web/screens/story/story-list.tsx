// The story in words, equal to the drawing: in the order of time, versions of one stretch side by side, acts with their episode.
import { memo, useDeferredValue, useMemo } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { RelatedView, StoryEvent, StoryStretch, StoryView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel } from "../../messages/names.ts";
import { Bidi, StateTag } from "../../parts/index.ts";
import { refOf, sourcesOf, stateOf, textOf, whenText } from "./events.ts";

const none: readonly never[] = [];

export function StoryList({ story }: { readonly story: StoryView }): ReactNode {
  // A long story is drawn first and written out right after.
  const shown = useDeferredValue(story, null);
  return shown === null ? null : <Words story={shown} />;
}

const Words = memo(function Words({ story }: { readonly story: StoryView }): ReactNode {
  const parts = useMemo(() => partsOf(story), [story]);
  return (
    <ol className="words">
      {parts.stretches.map(({ stretch, episodes }) => (
        <li key={stretch.id} className="words__stretch">
          {episodes.length > 1 ? <Versions stretch={stretch} /> : null}
          <div className="words__versions">
            {episodes.map((event) => (
              <Event
                key={event.id}
                event={event}
                differs={episodes.length > 1 ? stretch.differs : none}
                parts={parts}
              />
            ))}
          </div>
        </li>
      ))}
      {parts.loose.length === 0 ? null : (
        <li className="words__stretch">
          <p className="words__note">{t("story.otherActs")}</p>
          <Acts acts={parts.loose} parts={parts} />
        </li>
      )}
    </ol>
  );
});

interface Parts {
  readonly stretches: readonly {
    readonly stretch: StoryStretch;
    readonly episodes: readonly StoryEvent[];
  }[];
  readonly acts: ReadonlyMap<string, readonly StoryEvent[]>;
  /** Acts of no episode. */
  readonly loose: readonly StoryEvent[];
  readonly findings: ReadonlyMap<string, readonly string[]>;
  readonly involved: ReadonlyMap<string, readonly RelatedView[]>;
}

function partsOf(story: StoryView): Parts {
  const byId = new Map(story.events.map((event) => [event.id, event]));
  const acts = story.events.filter(({ schema }) => schema === "Act");
  return {
    stretches: story.stretches.map((stretch) => ({
      stretch,
      episodes: stretch.episodes.flatMap((id) => byId.get(id) ?? []),
    })),
    acts: Map.groupBy(
      acts.filter(({ during }) => during !== null),
      ({ during }) => during ?? "",
    ),
    loose: acts.filter(({ during }) => during === null),
    findings: new Map(
      [...Map.groupBy(story.findings, ({ event }) => event)].map(([event, found]) => [
        event,
        found.map(({ kind }) => t(`story.finding.${kind}`)),
      ]),
    ),
    involved: Map.groupBy(story.involvements, (one) => refOf(one, "act") ?? ""),
  };
}

function Versions({ stretch }: { readonly stretch: StoryStretch }): ReactNode {
  const what = stretch.differs.map((name) => propertyLabel("Episode", name)).join(", ");
  return (
    <p className="words__note">
      {stretch.differs.length > 0 ? <span aria-hidden="true">↔ </span> : null}
      {t("story.versions", { count: stretch.episodes.length })}.{" "}
      {stretch.differs.length > 0 ? t("story.differs", { what }) : t("story.agrees")}
    </p>
  );
}

const rows = [
  ["story.where", ["facility", "place"], ["facility", "place"]],
  ["story.holder", ["holder", "holderKind"], ["holder"]],
  ["story.reason", ["statedReason"], []],
  ["story.suspected", ["suspectedReason"], []],
  ["story.sentence", ["sentence"], ["sentence"]],
] as const;

function Event({
  event,
  differs,
  parts,
}: {
  readonly event: StoryEvent;
  readonly differs: readonly string[];
  readonly parts: Parts;
}): ReactNode {
  const state = stateOf(event);
  const acts = parts.acts.get(event.id) ?? none;
  const dates = differs.includes("from") || differs.includes("to");
  return (
    <article
      className={`words__event words__event--${state}`}
      id={`event-${event.id}`}
      tabIndex={-1}
      aria-label={`${event.label}, ${whenText(event)}`}
    >
      <header>
        <h3>
          <Bidi>{event.label}</Bidi>
        </h3>
        <span className={dates ? "words__differs" : "quiet"}>{whenText(event)}</span>
        {state === "single" ? null : <StateTag state={state} />}
        <Link to="/records/$id" params={{ id: event.id }} className="words__open">
          {t("related.open")}
          <span className="sr-only"> {event.label}</span>
        </Link>
      </header>
      {(parts.findings.get(event.id) ?? none).map((text) => (
        <p key={text} className="words__finding">
          <span aria-hidden="true">! </span>
          {text}
        </p>
      ))}
      <dl>
        {rows.map(([label, names, compared]) => {
          const texts = names.flatMap((name) => allTexts(event, name));
          if (texts.length === 0) return null;
          const marked = compared.some((name) => differs.includes(name));
          return (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd className={marked ? "words__differs" : undefined}>
                <Bidi>{texts.join(" · ")}</Bidi>
              </dd>
            </div>
          );
        })}
        <Sources event={event} />
      </dl>
      {acts.length === 0 ? null : (
        <>
          <p className="words__note">{t("story.acts")}</p>
          <Acts acts={acts} parts={parts} />
        </>
      )}
    </article>
  );
}

/** Every value of a property, with those that lost to the headline: nothing is left out of a story. */
function allTexts(event: RelatedView, name: string): string[] {
  const property = event.properties.find((one) => one.name === name);
  return [
    ...(property?.headlines ?? none).map(({ text }) => text),
    ...(property?.others ?? none).map(({ text }) => text),
  ];
}

function Sources({ event }: { readonly event: RelatedView }): ReactNode {
  return (
    <div>
      <dt>{t("story.sources")}</dt>
      <dd>
        {sourcesOf(event).map(({ id, title }, i) => (
          <span key={id}>
            {i === 0 ? "" : " · "}
            <Link to="/sources/$id" params={{ id }}>
              <Bidi>{title}</Bidi>
            </Link>
          </span>
        ))}
      </dd>
    </div>
  );
}

function Acts({
  acts,
  parts,
}: {
  readonly acts: readonly StoryEvent[];
  readonly parts: Parts;
}): ReactNode {
  return (
    <ul className="words__acts">
      {acts.map((act) => {
        const involved = act.records.flatMap((id) => parts.involved.get(id) ?? none);
        const who =
          involved.length > 0
            ? involved.map((one) =>
                t("story.part", {
                  who: textOf(one, "perpetrator") ?? one.label,
                  part: textOf(one, "degree") ?? "",
                }),
              )
            : allTexts(act, "perpetrator");
        const detail = [act.from === null ? undefined : whenText(act), ...allTexts(act, "method")]
          .filter((text) => text !== undefined)
          .join(" · ");
        return (
          <li key={act.id} id={`event-${act.id}`} tabIndex={-1}>
            <Link to="/records/$id" params={{ id: act.id }}>
              <Bidi>{act.label}</Bidi>
            </Link>{" "}
            <span className="quiet">{detail}</span>
            {who.map((text) => (
              <span key={text} className="words__who">
                <Bidi>{text}</Bidi>
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
