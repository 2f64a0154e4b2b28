// A picture or a recording, shown from the vault itself; only kinds a browser cannot run anything in.
import type { ReactNode, RefObject } from "react";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";

export function fileAddress(id: string): string {
  return `/api/sources/${encodeURIComponent(id)}/file`;
}

export type MediaKind = "picture" | "sound" | "film";

/** How a file of this type is shown, or null where it is not. An SVG could carry a page of its own; it is downloaded. */
export function mediaOf(mime: string): MediaKind | null {
  if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(mime)) return "picture";
  if (mime.startsWith("audio/")) return "sound";
  return mime.startsWith("video/") ? "film" : null;
}

export function Media({
  source,
  player,
}: {
  readonly source: SourceView;
  readonly player: RefObject<HTMLMediaElement | null>;
}): ReactNode {
  const kind = source.file === undefined ? null : mediaOf(source.file.mime);
  if (kind === null) return null;
  const src = fileAddress(source.id);
  if (kind === "picture")
    return <img className="reader-picture" src={src} alt={t("media.picture")} decoding="async" />;
  const named = {
    src,
    controls: true,
    preload: "metadata",
    "aria-label": t("media.recording"),
  } as const;
  return kind === "sound" ? (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript stands beside it as the text
    <audio ref={player} className="reader-player" {...named} />
  ) : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript stands beside it as the text
    <video ref={player as RefObject<HTMLVideoElement>} className="reader-player" {...named} />
  );
}
