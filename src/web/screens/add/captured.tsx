// What a capture brought: the picture to look at, and how it was had.
import type { ReactNode } from "react";
import type { CapturedSource } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Bidi, Button, LinkButton, Note } from "../../parts/index.ts";

export function Captured({
  made,
  onAgain,
}: {
  readonly made: CapturedSource;
  readonly onAgain: () => void;
}): ReactNode {
  const { target, collection, content, files } = made.facts;
  const picture = `/api/sources/${made.source}/capture/picture`;
  const facts: readonly (readonly [string, string])[] = [
    [t("capture.final"), target.finalUrl],
    [
      t("capture.when"),
      clockSpan(Date.parse(collection.startedAt), Date.parse(collection.endedAt)),
    ],
    [
      t("capture.status"),
      `HTTP ${target.httpStatus}, ${t("capture.redirects", { count: target.redirects.length - 1 })}`,
    ],
    [t("capture.server"), target.serverAddress ?? t("capture.serverHidden")],
    [
      t("capture.exchanges"),
      t("capture.exchangesText", { count: content.exchanges, missing: content.withoutAnswer }),
    ],
    [t("capture.hash"), files.wacz.sha256],
  ];
  return (
    <section className="stack" aria-label={t("capture.facts")}>
      <h2 className="capture__title">
        <Bidi>{made.title}</Bidi>
      </h2>
      <Note tone="good">{t("capture.done")}</Note>
      {content.limitsReached.length === 0 ? null : <Note tone="warn">{t("capture.notAll")}</Note>}
      {target.httpStatus < 400 ? null : (
        <Note tone="warn">{t("capture.notOk", { status: target.httpStatus })}</Note>
      )}
      <div className="capture">
        {/* A tall page scrolls in its frame; the link inside lets the keyboard get at it. */}
        <div className="capture__picture">
          <a href={picture} target="_blank" rel="noreferrer" aria-label={t("capture.openPicture")}>
            <img src={picture} alt={t("capture.picture")} />
          </a>
        </div>
        <dl className="capture__facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Actions>
        <LinkButton variant="primary" to="/sources/$id" params={{ id: made.source }}>
          {t("capture.read")}
        </LinkButton>
        <Button onPress={onAgain}>{t("capture.again")}</Button>
      </Actions>
    </section>
  );
}

/** The second it began and the second it ended, in UTC as it is kept. */
export function clockSpan(fromMs: number, toMs: number): string {
  const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
  return `${from.slice(0, 19).replace("T", " ")} – ${to.slice(11, 19)} UTC`;
}
