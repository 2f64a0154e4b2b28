// The transcript beside its translation, typed along with the recording or read.
import { useCallback, useState } from "react";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { InterviewView, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, EmptyState, ErrorNote, KeyHint, Note } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { useLeaveGuard } from "../add/leave-guard.tsx";
import { Make } from "../reader/make.tsx";
import { useMaking } from "../reader/use-making.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { LineRow } from "./line-row.tsx";
import { type Line, lineAt } from "./rows.ts";
import { TrackHead } from "./tracks.tsx";
import { interviewKey, momentsKey } from "./use-interview.ts";
import type { Player } from "./use-player.ts";
import { usePlayerKeys } from "./use-player-keys.ts";
import { type Track, type TrackFacts, useTranscript } from "./use-transcript.ts";

/** Words of a line something is made of. */
interface Marked {
  readonly line: Line;
  readonly words: string;
}

export type Facts = Readonly<{ original: TrackFacts; translation: TrackFacts | null }>;

export function Editor({
  view,
  source,
  player,
  facts,
  onFacts,
}: {
  readonly view: InterviewView;
  readonly source: SourceView;
  readonly player: Player;
  readonly facts: Facts;
  /** `anew`: what is on the screen is read again. */
  readonly onFacts: (facts: Facts, anew: boolean) => void;
}): ReactNode {
  const client = useQueryClient();
  const mayAdd = useMay()("add");
  const transcript = useTranscript(view, facts);
  const { lines, insertAt, save } = transcript;
  const [newest, setNewest] = useState<string | null>(null);
  const [importing, setImporting] = useState<Track | null>(null);
  const [from, setFrom] = useState<Marked | null>(null);
  const playable = view.recording !== undefined;
  const now = playable ? lineAt(lines, player.nowMs)?.key : undefined;

  const { now: nowMs } = player;
  const insert = useCallback(() => {
    const last = lines.at(-1);
    setNewest(insertAt(playable ? nowMs() : last === undefined ? 0 : last.toMs));
  }, [insertAt, lines, nowMs, playable]);
  usePlayerKeys(player, mayAdd ? insert : null, playable);
  const guard = useLeaveGuard(
    transcript.state === "failed" ||
      (transcript.state === "unsaved" && facts.original.language === ""),
    t("interview.leave"),
  );

  const changeFacts = async (next: Facts): Promise<void> => {
    await save();
    const known = (track: Track, language: string | undefined): boolean =>
      view.transcripts.some((one) => one.track === track && one.language === language);
    const anew = (["original", "translation"] as const).some(
      (track) =>
        facts[track]?.language !== next[track]?.language &&
        (known(track, facts[track]?.language) || known(track, next[track]?.language)),
    );
    onFacts(next, anew);
  };
  const imported = async (track: Track, fact: TrackFacts): Promise<void> => {
    await client.refetchQueries({ queryKey: interviewKey(view.source) });
    setImporting(null);
    onFacts({ ...facts, [track]: fact }, true);
  };
  return (
    <section className="interview-editor" aria-label={t("interview.transcript")}>
      {guard}
      <div className="interview-tracks">
        {(["original", "translation"] as const).map((track) => {
          const fact = facts[track];
          return fact === null ? (
            <div key={track} className="interview-track">
              <h2>{t("interview.translation")}</h2>
              {mayAdd ? (
                <Button
                  small
                  onPress={() =>
                    void changeFacts({ ...facts, translation: { language: "", by: "" } })
                  }
                >
                  {t("interview.translate")}
                </Button>
              ) : (
                <p className="quiet">{t("interview.noTranslation")}</p>
              )}
            </div>
          ) : (
            <TrackHead
              key={track}
              {...{ view, track, mayAdd }}
              facts={fact}
              onChange={(changed) => void changeFacts({ ...facts, [track]: changed })}
              onImport={() => setImporting(track)}
            />
          );
        })}
      </div>
      <div className="interview-bar">
        {mayAdd ? (
          <Button onPress={insert}>
            {t("interview.insert")} <KeyHint keys="Ctrl J" />
          </Button>
        ) : null}
        <output className="quiet small" aria-live="polite">
          {lines.length === 0 && transcript.state === "saved"
            ? ""
            : t(`interview.${transcript.state}`)}
        </output>
      </div>
      {transcript.state === "unsaved" && !whole(facts) ? (
        <Note tone="warn">{t("interview.missing")}</Note>
      ) : null}
      {transcript.error === null ? null : (
        <ErrorNote error={transcript.error} onRetry={() => void save()} />
      )}
      {lines.length === 0 ? (
        <EmptyState title={mayAdd ? t("interview.empty") : t("interview.emptyRead")} />
      ) : (
        <ol className="interview-lines">
          {lines.map((line) => (
            <LineRow
              key={line.key}
              line={line}
              mayAdd={mayAdd}
              withTranslation={facts.translation !== null}
              isNow={line.key === now}
              isNew={line.key === newest}
              onPlay={player.playAt}
              onChange={transcript.change}
              onRemove={transcript.remove}
              onMake={setFrom}
            />
          ))}
        </ol>
      )}
      {importing === null ? null : (
        <ImportDialog
          view={view}
          track={importing}
          facts={facts[importing] ?? { language: "", by: "" }}
          onDone={(fact) => void imported(importing, fact)}
          onClose={() => setImporting(null)}
        />
      )}
      {from === null ? null : (
        <MakeFrom source={source} from={from} onClose={() => setFrom(null)} />
      )}
    </section>
  );
}

const whole = ({ original, translation }: Facts): boolean =>
  [original, translation].every(
    (fact) => fact === null || (fact.language !== "" && fact.by.trim() !== ""),
  );

/** The reader's own window, with a moment of the recording in place of a place in a text. */
function MakeFrom({
  source,
  from: { line, words },
  onClose,
}: {
  readonly source: SourceView;
  readonly from: Marked;
  readonly onClose: () => void;
}): ReactNode {
  const client = useQueryClient();
  const { onMade } = useMaking(source.id);
  const { fromMs, toMs } = line;
  return (
    <Make
      source={source}
      text={words}
      reading={null}
      decisions={{}}
      making={{
        what: "claim",
        span: { start: 0, end: words.length },
        passage: { fromMs, toMs, quote: words.slice(0, 2_000) },
      }}
      onMade={(done) => {
        onClose();
        onMade(done);
        void client.invalidateQueries({ queryKey: momentsKey(source.id) });
      }}
      onClose={onClose}
    />
  );
}
