// What `guwah bench timeline` draws in a real browser: an invented story of some hundred episodes, over and over.
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { RelatedView, StoryEvent, StoryStretch } from "../api/views.ts";
import { parseDate, spanOf } from "../../model/index.ts";
import { timelineEvents } from "../screens/story/events.ts";
import { Timeline } from "../screens/story/timeline.tsx";
import "../styles/tokens.css";
import "../styles/base.css";

interface Times {
  /** Milliseconds from the story to a laid-out drawing. */
  readonly draw: number;
  /** Milliseconds until the browser had painted it. */
  readonly paint: number;
  /** Events that were put into the page. */
  readonly drawn: number;
}

const kinds = ["camp", "prison", "police-custody", "house-arrest", "forced-labour"] as const;
const now = Date.UTC(2021, 5, 1);

function drawnDate(edtf: string) {
  const parsed = parseDate(edtf);
  return { edtf, text: edtf, min: parsed?.min ?? null, max: parsed?.max ?? null };
}

const fact = { status: "documented" as const, why: "" };

function duringOf(i: number) {
  const value = { kind: "ref" as const, record: `rec_${i}` as never };
  const property = { name: "episode", label: "", group: "what", many: false, sealed: false };
  const rest = { state: "single" as const, why: "", fact, pinned: false, claims: [], origins: [] };
  return {
    ...property,
    headlines: [{ text: "", value, ...rest }],
    others: [],
    denials: [],
    claims: [],
  };
}

function event(i: number): StoryEvent {
  const isAct = i % 4 === 3;
  const year = 2001 + ((i * 7) % 19);
  const month = String(1 + (i % 12)).padStart(2, "0");
  const kind = kinds[i % kinds.length] ?? "camp";
  const from = drawnDate(i % 3 === 0 ? `${year}-${month}~` : `${year}-${month}-0${1 + (i % 9)}`);
  const to = isAct || i % 5 === 0 ? null : drawnDate(`${year + 1}-${month}`);
  const headline = {
    text: kind,
    value: { kind: "code" as const, vocabulary: "episode-kind", code: kind },
    state: i % 6 === 0 ? ("disputed" as const) : ("single" as const),
    why: "",
    fact,
    pinned: false,
    claims: [],
    origins: [],
  };
  const property = { name: "kind", label: "", group: "what", many: false, sealed: false };
  const view: RelatedView = {
    id: `rec_${i}`,
    schema: isAct ? "Act" : "Episode",
    label: `Invented ${kind} ${i}`,
    records: [`rec_${i}`],
    properties: [
      { ...property, headlines: [headline], others: [], denials: [], claims: [] },
      ...(isAct ? [duringOf(i - 1)] : []),
    ],
    from,
    to,
  };
  return { ...view, span: spanOf(from, to, isAct), during: isAct ? `rec_${i - 1}` : null };
}

/** `size` episodes; a third of them again as acts; every tenth has a second version. */
function story(size: number): { events: StoryEvent[]; stretches: StoryStretch[] } {
  const events = Array.from({ length: Math.ceil((size * 4) / 3) }, (_, i) => event(i));
  const episodes = events.filter(({ schema }) => schema === "Episode");
  const stretches = episodes.flatMap((one, i): StoryStretch[] => {
    const other = episodes[i + 1];
    return i % 10 !== 0 || other === undefined
      ? []
      : [{ id: one.id, kind: "camp", episodes: [one.id, other.id], differs: ["place"] }];
  });
  return { events, stretches };
}

/** Draws a story of `size` episodes anew and says how long that took. */
async function draw(size: number): Promise<Times> {
  const { events, stretches } = story(size);
  const box = document.createElement("div");
  document.body.replaceChildren(box);
  const root = createRoot(box);
  const started = performance.now();
  flushSync(() =>
    root.render(
      <Timeline
        events={timelineEvents(events, stretches)}
        stretches={stretches}
        onPick={() => undefined}
        now={now}
      />,
    ),
  );
  // Asking for a box makes the browser lay everything out.
  box.getBoundingClientRect();
  const laidOut = performance.now();
  await new Promise<void>((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener("message", () => done());
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });
  const painted = performance.now();
  const drawn = box.querySelectorAll("[data-event]").length;
  root.unmount();
  return { draw: laidOut - started, paint: painted - started, drawn };
}

Object.assign(window, { drawTimeline: draw });
