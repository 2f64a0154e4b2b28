// The recording, played from the vault, and what the keys do.
import type { ReactNode, RefObject } from "react";
import type { InterviewView } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Button, KeyHint } from "../../parts/index.ts";
import type { Player } from "./use-player.ts";
import { timeShown } from "./rows.ts";

export const playerKeys = {
  toggle: "Escape",
  back: "F1",
  forward: "F2",
  slower: "F3",
  faster: "F4",
} as const;

export function PlayerBar({
  view,
  player,
}: {
  readonly view: InterviewView;
  readonly player: Player;
}): ReactNode {
  if (view.recording === undefined) return <p className="quiet">{t("interview.noRecording")}</p>;
  const named = {
    src: `/api/interviews/${encodeURIComponent(view.source)}/recording`,
    controls: true,
    preload: "metadata",
    "aria-label": t("media.recording"),
  } as const;
  const { media } = player;
  return (
    <div className="interview-player">
      {view.recording.mime.startsWith("video/") ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript stands below it
        <video ref={media as RefObject<HTMLVideoElement>} {...named} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript stands below it
        <audio ref={media} {...named} />
      )}
      <div className="interview-player__keys">
        <output className="interview-player__now">
          {timeShown(Math.floor(player.nowMs / 100) * 100)}
        </output>
        <Button small onPress={player.toggle}>
          {player.playing ? t("interview.pause") : t("interview.play")} <KeyHint keys="Escape" />
        </Button>
        <Button small onPress={player.back}>
          {t("interview.back")} <KeyHint keys={playerKeys.back} />
        </Button>
        <Button small onPress={player.forward}>
          {t("interview.forward")} <KeyHint keys={playerKeys.forward} />
        </Button>
        <Button small onPress={player.slower}>
          {t("interview.slower")} <KeyHint keys={playerKeys.slower} />
        </Button>
        <Button small onPress={player.faster}>
          {t("interview.faster")} <KeyHint keys={playerKeys.faster} />
        </Button>
        <span className="quiet small" aria-live="polite">
          {player.speed === 1 ? "" : t("interview.speed", { speed: number(player.speed) })}
        </span>
      </div>
    </div>
  );
}
