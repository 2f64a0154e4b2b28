// An interview: how it was held, its recording, the words and their translation side by side, and what was made of them.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { AppState } from "../../api/index.ts";
import { stateKey } from "../../api/index.ts";
import type { InterviewView, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, ErrorNote, LinkButton, Loading, Page } from "../../parts/index.ts";
import { SaidConsents } from "../consents/said-consents.tsx";
import { useSource } from "../reader/use-source.ts";
import { Closed } from "./closed.tsx";
import { Editor, type Facts } from "./editor.tsx";
import { Moments } from "./moments.tsx";
import { PlayerBar } from "./player.tsx";
import { Record } from "./record.tsx";
import { useInterview, useMoments } from "./use-interview.ts";
import { usePlayer } from "./use-player.ts";
import "../reader/reader.css";
import "./interview.css";

const route = getRouteApi("/sources/$id/interview");

export function Screen(): ReactNode {
  const { id } = route.useParams();
  const interview = useInterview(id);
  const source = useSource(id);
  const error = interview.error ?? source.error;
  const [view, about] = [interview.data, source.data];
  if (error !== null || view === undefined || about === undefined || !interview.isFetchedAfterMount)
    return (
      <Page title={t("interview.title")}>
        {error === null ? (
          <Loading />
        ) : (
          <ErrorNote
            error={error}
            onRetry={() => {
              void interview.refetch();
              void source.refetch();
            }}
          />
        )}
      </Page>
    );
  return <InterviewPage key={id} view={view} source={about} />;
}

function InterviewPage({
  view,
  source,
}: {
  readonly view: InterviewView;
  readonly source: SourceView;
}): ReactNode {
  const { t: at } = route.useSearch();
  const me = useQueryClient().getQueryData<AppState>(stateKey)?.member?.name ?? "";
  const [facts, setFacts] = useState(() => firstFacts(view, me));
  const [round, setRound] = useState(0);
  const player = usePlayer();
  const { playAt } = player;
  const moments = useMoments(view.source);

  useEffect(() => {
    const found = /^(\d{1,9})ms$/.exec(at ?? "")?.[1];
    if (found === undefined) return;
    const ms = Number(found);
    playAt(ms);
    document.querySelector(`[data-from="${ms}"]`)?.scrollIntoView({ block: "center" });
  }, [at, playAt]);

  return (
    <Page
      title={view.title}
      windowTitle={t("interview.title")}
      heading={<Bidi>{view.title}</Bidi>}
      className="interview"
      actions={
        <LinkButton to="/sources/$id" params={{ id: view.source }}>
          {t("interview.source")}
        </LinkButton>
      }
    >
      <Closed view={view} />
      <Record view={view} />
      <section className="interview-consents stack" aria-labelledby="interview-consents">
        <h2 id="interview-consents">{t("consents.title")}</h2>
        <SaidConsents about={view.source} />
      </section>
      <div className="interview-play">
        <PlayerBar view={view} player={player} />
      </div>
      <div className="interview-work">
        <Editor
          key={round}
          view={view}
          source={source}
          player={player}
          facts={facts}
          onFacts={(next, anew) => {
            setFacts(next);
            if (anew) setRound(round + 1);
          }}
        />
        <Moments moments={moments.data ?? []} onPlay={player.playAt} />
      </div>
    </Page>
  );
}

/** The first transcript and the first translation that are there; else whoever sits here begins one. */
function firstFacts(view: InterviewView, me: string): Facts {
  const original = view.transcripts.find((one) => one.track === "original");
  const translation = view.transcripts.find((one) => one.track === "translation");
  return {
    original: {
      language: original?.language ?? view.language ?? "",
      by: original?.by ?? me,
    },
    translation:
      translation === undefined ? null : { language: translation.language, by: translation.by },
  };
}
