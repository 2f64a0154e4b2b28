// The queue: one pair after the other, the most valuable first, each with why it is asked about.
import { useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { Button, EmptyState, ErrorNote, Loading, Page } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findPeople } from "../../parts/find.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { LookButton, LookNews, useLook } from "./look.tsx";
import { BandFilter, Pager, pairText } from "./pager.tsx";
import { keyOf } from "./queue-run.ts";
import { useArrival } from "./use-arrival.ts";
import { useQueue } from "./use-queue.ts";
import { WaitingPair } from "./waiting-pair.tsx";
import "./same-person.css";
import "./queue.css";

export function Queue(): ReactNode {
  const queue = useQueue();
  const look = useLook(queue.refresh);
  const [choosing, setChoosing] = useState(false);
  const { shown, pages } = queue;
  const arrival = useArrival(
    shown === null ? null : keyOf(shown),
    shown === null ? "" : pairText(queue, shown),
  );
  const { heading, nothing } = arrival;
  useShortcut("u", t("same.undo"), queue.undo, { enabled: queue.canUndo });
  useShortcut("z", t("same.undo"), queue.undo, { enabled: queue.canUndo });
  useShortcut("j", t("same.skip"), () => queue.move(1));
  useShortcut("k", t("same.back"), () => queue.move(-1));
  return (
    <Page
      title={t("same.pickTitle")}
      lead={t("same.queueLead")}
      className="same-queue"
      actions={
        <>
          <LookButton of={look} primary={shown === null || queue.searched?.isStale === true} />
          <Button onPress={() => setChoosing(true)}>{t("same.chooseTwo")}</Button>
        </>
      }
    >
      <LookNews of={look} searched={queue.searched} />
      <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
      {shown === null ? (
        queue.isSettled ? (
          <>
            <BandFilter queue={queue} />
            <div ref={nothing} tabIndex={-1} className="queue__nothing">
              <Nothing queue={queue} />
            </div>
          </>
        ) : pages.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <Pager queue={queue} item={shown} heading={heading} />
          <WaitingPair key={keyOf(shown)} queue={queue} item={shown} arrival={arrival} />
        </>
      )}
      <p className="sr-only" aria-live="polite">
        {arrival.announced}
      </p>
      {choosing ? <ChooseFirst onClose={() => setChoosing(false)} /> : null}
    </Page>
  );
}

function Nothing({ queue }: { readonly queue: ReturnType<typeof useQueue> }): ReactNode {
  const nothing = queue.band === "" ? t("same.empty") : t("same.emptyBand");
  const isStale = queue.searched?.isStale === true;
  const decided = queue.decided === 0 ? "" : ` ${t("same.decided", { count: queue.decided })}`;
  return (
    <EmptyState
      title={`${nothing}${decided}`}
      text={isStale ? t("same.emptyStale") : t("same.emptyText")}
      action={
        queue.canUndo ? (
          <Button keys="U" onPress={queue.undo}>
            {t("same.undo")}
          </Button>
        ) : undefined
      }
    />
  );
}

/** Two people of one's own choice: the first is picked here, the second on the next screen. */
function ChooseFirst({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  return (
    <Dialog title={t("same.chooseTwo")} isOpen onClose={onClose}>
      <Chooser
        label={t("same.left")}
        kind="people"
        value={null}
        onChange={(person) => {
          if (person === null) return;
          void navigate({ to: "/same-person", search: { left: person.id } });
        }}
        find={findPeople}
        autoFocus
      />
    </Dialog>
  );
}
