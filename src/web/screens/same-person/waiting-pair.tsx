// One pair of the queue: why it is asked about, how the names answer each other, the two sides, and the answer.
import type { QueueItem } from "../../api/views.ts";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { ErrorNote, LinkButton } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Decide } from "./decide.tsx";
import { evidenceOf } from "./evidence.ts";
import { Heads } from "./heads.tsx";
import { KinNote } from "./kin-note.tsx";
import { NameAlignment } from "./name-alignment.tsx";
import { Reasons } from "./reasons.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { Standing } from "./standing.tsx";
import type { Arrival } from "./use-arrival.ts";
import { usePair } from "./use-pair.ts";
import type { QueueHook } from "./use-queue.ts";

export function WaitingPair({
  queue,
  item,
  arrival,
}: {
  readonly queue: QueueHook;
  readonly item: QueueItem;
  readonly arrival: Arrival;
}): ReactNode {
  const may = useMay();
  const { left, right, compared } = usePair(item, queue.waiting[queue.place + 1]);
  const { judging } = queue;
  // What the search found stands until it is worked out afresh.
  const band = compared.data?.band ?? item.band;
  const reasons = compared.data?.reasons ?? item.reasons;
  const evidence = evidenceOf(reasons);
  const names = compared.data?.names ?? null;
  return (
    <>
      <div className="queue__pair">
        <KinNote band={band} evidence={evidence} />
        <Standing of={item.standing} />
        <ErrorNote error={left.error ?? right.error ?? compared.error} />
        <Heads left={item.leftPerson} right={item.rightPerson} />
        <div className="queue__why">
          <Reasons evidence={evidence} bearers={compared.data?.bearers} />
          {names === null ? null : (
            <NameAlignment
              names={names}
              left={item.leftPerson.names}
              right={item.rightPerson.names}
            />
          )}
        </div>
        <SideBySide
          left={{ person: item.leftPerson, file: left.data }}
          right={{ person: item.rightPerson, file: right.data }}
          reasons={reasons}
        />
        <div>
          <LinkButton
            small
            to="/same-person"
            search={{ left: item.leftPerson.id, right: item.rightPerson.id }}
          >
            {t("same.everything")}
          </LinkButton>
        </div>
      </div>
      {may("link") ? (
        <Decide
          band={band}
          evidence={evidence}
          answers={arrival.answers}
          isPending={judging.isPending}
          error={judging.error}
          onAsk={arrival.comeBackTo}
          onDecide={(verdict, reason, over) =>
            judging.mutate({ item, verdict, reason, ...(over === undefined ? {} : { over }) })
          }
          onLetStand={() => {
            judging.reset();
            void queue.letStand(item);
          }}
          onClear={judging.reset}
        />
      ) : null}
    </>
  );
}
