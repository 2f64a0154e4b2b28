// Where the copies of a release went, and of earlier ones that hold some of its people: to be asked, ticked off and printed.
import { useRef } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { PastRelease, ReleaseCopies, ReleaseCopy } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button, dayText, ErrorNote, Loading, Tag } from "../../parts/index.ts";
import { printAlone } from "../../parts/print-alone.ts";
import { CopyTicks } from "../consents/copy-ticks.tsx";
import "../consents/consents.css";

type Which = Pick<PastRelease, "number" | "audience">;

function useCopies({ number, audience }: Which) {
  return useQuery({
    queryKey: ["release", "copies", audience, number],
    queryFn: async ({ signal }) =>
      get<ReleaseCopies>(`/api/releases/copies?number=${number}&audience=${audience}`, { signal }),
  });
}

/** `ticks`: with a tick for each, and on paper. */
export function Copies({ release, ticks }: { readonly release: Which; readonly ticks: boolean }) {
  const copies = useCopies(release);
  const paper = useRef<HTMLDivElement>(null);
  if (copies.error !== null)
    return <ErrorNote error={copies.error} onRetry={() => void copies.refetch()} />;
  if (copies.data === undefined) return <Loading />;
  const { items } = copies.data;
  const parts = [
    { key: "own", items: items.filter(({ own }) => own) },
    { key: "earlier", items: items.filter(({ own }) => !own) },
  ] as const;
  return (
    <div className="stack" ref={paper}>
      <h3>
        {t("release.copies")}{" "}
        <small className="quiet">
          {t("release.next", { number: release.number })} ·{" "}
          {t(`release.audience.${release.audience}`)}
        </small>
      </h3>
      <p>{t(ticks ? "release.copiesTick" : "release.copiesText")}</p>
      {parts.map(({ key, items: some }) =>
        some.length === 0 ? null : (
          <div key={key} className="stack">
            <h4>{t(`release.copies.${key}`)}</h4>
            <ul className="release__copies">
              {some.map((copy) => (
                <Copy key={copy.seq} copy={copy} ticks={ticks} />
              ))}
            </ul>
          </div>
        ),
      )}
      {ticks ? (
        <div className="no-print">
          <Button small onPress={() => printAlone(paper.current)}>
            {t("consents.print")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Copy({ copy, ticks }: { readonly copy: ReleaseCopy; readonly ticks: boolean }): ReactNode {
  const what =
    copy.kind === "release"
      ? t("release.next", { number: copy.number ?? 0 })
      : t("release.copyExport", {
          format: tIf(`exports.format.${copy.format}`) ?? copy.format ?? "",
        });
  return (
    <li>
      <p>
        <strong>
          <Bidi>{copy.to}</Bidi>
        </strong>{" "}
        {copy.withdrawn ? <Tag>{t("release.copyWithdrawn")}</Tag> : null}
      </p>
      <p className="quiet small">
        {what} · {dayText(copy.at)} · {t("release.copyHolds", { count: copy.people })}
      </p>
      {ticks ? <CopyTicks copy={copy.seq} answer={copy.answer} name={copy.to} /> : null}
    </li>
  );
}
