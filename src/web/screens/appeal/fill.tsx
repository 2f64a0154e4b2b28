// The six steps filled in on the group's own computer, together with whoever tells. It is the form of the offline page,
// and what it makes is taken in the same way.
// Invariant: what is being written is in memory only, and gone when the vault locks.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { useNavigate } from "@tanstack/react-router";
import type { FormDraft } from "../../appeal-form/draft.ts";
import { t } from "../../messages/index.ts";
import { ErrorNote, LinkButton, Loading, Note, Page } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { useDraft } from "../add/drafts.ts";
import { useLeaveGuard } from "../add/leave-guard.tsx";
import { useAppealKey, useOpenAppeal } from "./use-appeals.ts";
import "../../appeal-form/form.css";
import "./appeal.css";

export function FillScreen(): ReactNode {
  const may = useMay();
  const key = useAppealKey();
  const recipient = key.data?.recipient ?? null;
  return (
    <Page
      title={t("appeals.fill")}
      lead={t("appeals.fillLead")}
      actions={<LinkButton to="/appeals">{t("appeals.title")}</LinkButton>}
    >
      <ErrorNote error={key.error} />
      {key.data === undefined ? (
        key.error === null ? (
          <Loading />
        ) : null
      ) : !may("add") || !may("open-sealed") ? (
        <Note tone="warn">{t("appeals.mayNot")}</Note>
      ) : recipient === null ? (
        <Note tone="warn">{t("appeals.noKey")}</Note>
      ) : (
        <Steps recipient={recipient} />
      )}
    </Page>
  );
}

/** What the form calls back; kept in a box because the form lives longer than one drawing of the screen. */
interface Calls {
  readonly onDraft: (draft: FormDraft) => void;
  readonly onSealed: (file: { readonly blob: Blob; readonly name: string }) => Promise<void>;
}

function Steps({ recipient }: { readonly recipient: string }): ReactNode {
  const [draft, keep, clear] = useDraft<FormDraft | null>("appeal", null);
  const [unsaved, setUnsaved] = useState(draft !== null);
  const go = useNavigate();
  const opening = useOpenAppeal();
  const guard = useLeaveGuard(unsaved && !opening.isSuccess, t("appeals.leave"));
  const place = useForm(recipient, draft, {
    onDraft: (next) => {
      keep(next);
      setUnsaved(true);
    },
    onSealed: async (file) => {
      const { source } = await opening.mutateAsync(file);
      clear();
      setUnsaved(false);
      // It is in: the guard, which has not been drawn anew yet, has nothing to ask.
      await go({ to: "/appeals/$id", params: { id: source }, ignoreBlocker: true });
    },
  });
  return (
    <>
      {guard}
      <ErrorNote error={opening.error} />
      <div ref={place} className="appeals__form" />
      <p className="quiet small">{t("add.notKept")}</p>
    </>
  );
}

/** The place the form draws itself into. It is not drawn anew with every letter; only its calls are. */
function useForm(
  recipient: string,
  draft: FormDraft | null,
  calls: Calls,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const [begun] = useState(draft);
  const onDraft = useEffectEvent(calls.onDraft);
  const onSealed = useEffectEvent(calls.onSealed);
  useEffect(() => {
    let remove = (): void => {};
    let isGone = false;
    const show = async (): Promise<void> => {
      const { mountForm } = await import("../../appeal-form/mount-form.ts");
      if (isGone || place.current === null) return;
      const mounted = mountForm(place.current, {
        recipient,
        language: "en",
        makeLabel: t("appeals.takeIn"),
        ...(begun === null ? {} : { draft: begun }),
        onDraft: (next) => onDraft(next),
        onSealed: async (file) => onSealed(file),
      });
      remove = mounted.remove;
    };
    void show();
    return () => {
      isGone = true;
      remove();
    };
  }, [recipient, begun]);
  return place;
}
