// What a capture brought, before anything of it is kept: the picture, the way there, what is missing and why. Then keep or discard.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { del, post, useJob } from "../../api/index.ts";
import type { CapturedSource, CapturePreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Bidi,
  Button,
  ErrorNote,
  JobProgress,
  Note,
  sizeText,
} from "../../parts/index.ts";
import { clockSpan } from "./captured.tsx";
import { useLeaveGuard } from "./leave-guard.tsx";

export function Preview({
  held,
  onKept,
  onDiscarded,
}: {
  readonly held: CapturePreview;
  readonly onKept: (made: CapturedSource) => void;
  readonly onDiscarded: () => void;
}): ReactNode {
  const address = `/api/capture/held/${encodeURIComponent(held.id)}`;
  const [over, setOver] = useState(false);
  const keeping = useJob<CapturedSource>((made) => {
    setOver(true);
    onKept(made);
  });
  const discarding = useMutation({
    mutationFn: async () => del(address),
    // One that is gone already is discarded too.
    onSettled: () => {
      setOver(true);
      onDiscarded();
    },
  });
  const guard = useLeaveGuard(!over, t("capture.leave"));
  const isKeeping = keeping.phase === "running";
  return (
    <section className="stack" aria-label={t("capture.preview")}>
      {guard}
      <h2 className="capture__title">
        <Bidi>{held.title === "" ? held.finalUrl : held.title}</Bidi>
      </h2>
      <Note>{t("capture.notYet")}</Note>
      {held.limitsReached.length === 0 ? null : <Note tone="warn">{t("capture.notAll")}</Note>}
      {held.httpStatus < 400 ? null : (
        <Note tone="warn">{t("capture.notOk", { status: held.httpStatus })}</Note>
      )}
      <div className="capture">
        <div className="capture__picture">
          <a
            href={`${address}/picture`}
            target="_blank"
            rel="noreferrer"
            aria-label={t("capture.openPicture")}
          >
            <img src={`${address}/picture`} alt={t("capture.picture")} />
          </a>
        </div>
        <Facts held={held} />
      </div>
      {isKeeping ? (
        <JobProgress job={keeping.job} label={t("capture.keeping")} />
      ) : (
        <Actions>
          <Button
            variant="primary"
            onPress={() => void keeping.start(async () => post(`${address}/keep`, {}))}
          >
            {t("capture.keep")}
          </Button>
          <Button isPending={discarding.isPending} onPress={() => discarding.mutate()}>
            {t("capture.discard")}
          </Button>
        </Actions>
      )}
      <ErrorNote error={keeping.error} />
    </section>
  );
}

function Facts({ held }: { readonly held: CapturePreview }): ReactNode {
  const { redirects, refused } = held;
  const facts: readonly (readonly [string, string])[] = [
    [t("capture.final"), held.finalUrl],
    [t("capture.when"), clockSpan(held.startedAt, held.endedAt)],
    [t("capture.status"), `HTTP ${held.httpStatus}`],
    [t("capture.server"), held.serverAddress ?? t("capture.serverHidden")],
    [
      t("capture.exchanges"),
      t("capture.exchangesText", { count: held.exchanges, missing: held.withoutAnswer }),
    ],
    [t("capture.size"), sizeText(held.bytes)],
  ];
  return (
    <dl className="capture__facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t("capture.way")}</dt>
        <dd>
          {redirects.length < 2 ? (
            t("capture.wayNone")
          ) : (
            <ol className="capture__way">
              {redirects.map(({ url, status }, i) => (
                <li key={`${i} ${url}`}>
                  <bdi dir="ltr">{url}</bdi> <small className="quiet">HTTP {status}</small>
                </li>
              ))}
            </ol>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("capture.refused")}</dt>
        <dd>
          {refused.length === 0 ? (
            t("capture.refusedNone")
          ) : (
            <ul className="capture__way">
              {refused.map(({ host, why }) => (
                <li key={`${host} ${why}`}>
                  <bdi dir="ltr">{host}</bdi>{" "}
                  <small className="quiet">{t(`capture.why.${why}`)}</small>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  );
}
