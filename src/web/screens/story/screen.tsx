// The story of a person: as a line with its uncertainty drawn, and the same in words, with every version side by side.
import { lazy, Suspense, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { StoryView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  EmptyState,
  edtfText,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  StateTag,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { timelineEvents } from "./events.ts";
import { CarryPicture } from "../../parts/figure-picture.tsx";
import { StoryList } from "./story-list.tsx";
import { storyPicture } from "./story-picture.ts";
import { Timeline } from "./timeline.tsx";
import { useStory } from "./use-story.ts";
import "./story.css";

const EpisodeEditor = lazy(async () => ({
  default: (await import("./episode-editor.tsx")).EpisodeEditor,
}));
const route = getRouteApi("/people/$id/story");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const story = useStory(id);
  if (story.data === undefined)
    return (
      <Page title={t("story.title")}>
        {story.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={story.error} onRetry={() => void story.refetch()} />
        )}
      </Page>
    );
  return <Story key={story.data.id} story={story.data} />;
}

function Story({ story }: { readonly story: StoryView }): ReactNode {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const add = may("add") ? (): void => setAdding(true) : undefined;
  useShortcut("a", t("story.add"), () => add?.(), { enabled: add !== undefined });
  const events = useMemo(() => timelineEvents(story.events, story.stretches), [story]);
  const pick = (id: string): void => {
    const item = document.getElementById(`event-${id}`);
    item?.scrollIntoView({ block: "start", behavior: "smooth" });
    item?.focus({ preventScroll: true });
  };
  const button =
    add === undefined ? undefined : (
      <Button variant="primary" onPress={add} keys="A">
        {t("story.add")}
      </Button>
    );
  return (
    <Page
      className="story-page"
      title={t("story.of", { label: story.label })}
      windowTitle={story.number}
      heading={<Bidi>{story.label}</Bidi>}
      lead={
        <>
          <Link to="/people/$id" params={{ id: story.id }}>
            {t("story.toFile")}
          </Link>{" "}
          <span className="quiet">{story.number}</span>
        </>
      }
      actions={
        <>
          {button}
          <LinkButton to="/people/$id/network" params={{ id: story.id }}>
            {t("network.open")}
          </LinkButton>
        </>
      }
    >
      <Staleness story={story} />
      {story.events.length === 0 ? (
        <EmptyState title={t("story.none")} text={t("story.noneText")} action={button} />
      ) : (
        <>
          <section aria-labelledby="line" className="story-page__line">
            <h2 id="line">{t("story.drawing")}</h2>
            <Timeline events={events} stretches={story.stretches} onPick={pick} />
            <CarryPicture picture={storyPicture(story)} />
          </section>
          <section aria-labelledby="words">
            <h2 id="words">{t("story.list")}</h2>
            <StoryList story={story} />
          </section>
        </>
      )}
      {adding ? (
        <Suspense>
          <EpisodeEditor person={story.id} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

/** What is known now, since when there is no news, and which source had the last of it. */
function Staleness({ story: { status, news } }: { readonly story: StoryView }): ReactNode {
  if (status === null) return <p className="quiet">{t("story.noNewsAtAll")}</p>;
  const days = status.noNewsDays;
  return (
    <div className={`story-page__status story-page__status--${status.state} sheet`}>
      <StateTag state={status.state} />
      <p>
        <Bidi>{status.text}</Bidi>
        {news === null ? null : (
          <small className="quiet story-page__news">
            <News news={news} />
          </small>
        )}
      </p>
      {days === null ? null : (
        <strong className="story-page__since">{t("person.noNews", { count: days })}</strong>
      )}
    </div>
  );
}

/** The sentence with its date and its source put in as parts, so that each keeps its own direction. */
function News({ news }: { readonly news: NonNullable<StoryView["news"]> }): ReactNode {
  const sentence = t(`story.news.${news.kind}`, { date: "\u0001", source: "\u0002" });
  return (
    <>
      {sentence.split(/([\u0001\u0002])/).map((part) =>
        part === "\u0001" ? (
          <time key={part} dateTime={news.day}>
            {edtfText(news.day)}
          </time>
        ) : part === "\u0002" ? (
          <Link key={part} to="/sources/$id" params={{ id: news.source }}>
            <Bidi>{news.sourceTitle}</Bidi>
          </Link>
        ) : (
          part
        ),
      )}
    </>
  );
}
