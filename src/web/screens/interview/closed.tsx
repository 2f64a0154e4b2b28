// Whether the interview is closed, why, and the way to change it.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { post } from "../../api/index.ts";
import type { InterviewView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Note, TextArea } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { interviewKey } from "./use-interview.ts";

/** The way to close it, for whoever may add; one that is closed says so above. */
export function CloseButton({ view }: { readonly view: InterviewView }): ReactNode {
  const [asking, setAsking] = useState(false);
  if (view.closed) return null;
  return (
    <>
      <Button small variant="quiet" onPress={() => setAsking(true)}>
        {t("interview.close")}
      </Button>
      {asking ? <Ask view={view} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

export function Closed({ view }: { readonly view: InterviewView }): ReactNode {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!view.closed) return null;
  return (
    <Note tone="warn">
      <div className="row">
        <span>{view.closedSaid ? t("interview.closed") : t("interview.closedItself")}</span>
        {may("add") && may("open-sealed") ? (
          <Button small onPress={() => setAsking(true)}>
            {t("interview.open")}
          </Button>
        ) : null}
      </div>
      {asking ? <Ask view={view} onClose={() => setAsking(false)} /> : null}
    </Note>
  );
}

function Ask({
  view,
  onClose,
}: {
  readonly view: InterviewView;
  readonly onClose: () => void;
}): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayOpen = useMay()("open-sealed");
  const [reason, setReason] = useState("");
  const closed = !view.closed;
  const saying = useMutation({
    mutationFn: async () =>
      post(`/api/interviews/${encodeURIComponent(view.source)}/closed`, {
        closed,
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      }),
    onSuccess: async () => {
      onClose();
      // Whoever closes it without the right to read it has closed it to themselves.
      if (closed && !mayOpen) await navigate({ to: "/sources" });
      await client.invalidateQueries({ queryKey: interviewKey(view.source) });
      await client.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  return (
    <Dialog
      title={closed ? t("interview.closeTitle") : t("interview.openTitle")}
      isOpen
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          saying.mutate();
        }}
      >
        <p>{closed ? t("interview.closeText") : t("interview.openText")}</p>
        {closed && !mayOpen ? <Note tone="warn">{t("interview.closeYourself")}</Note> : null}
        <TextArea label={t("interview.reason")} value={reason} onChange={setReason} rows={2} />
        <ErrorNote error={saying.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saying.isPending}>
            {closed ? t("interview.close") : t("interview.open")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
