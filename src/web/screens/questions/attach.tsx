// Putting a statement under a question: found by its words, or one of those that may belong there, with the reason.
import { useState } from "react";
import type { ReactNode } from "react";
import type { StatementProposal } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findRecords } from "../../parts/find.ts";
import { Words } from "./said.tsx";
import { useAttach } from "./use-questions.ts";

export function AttachDialog({
  question,
  onClose,
}: {
  readonly question: string;
  readonly onClose: () => void;
}): ReactNode {
  const [found, setFound] = useState<Found | null>(null);
  const [tried, setTried] = useState(false);
  const attaching = useAttach(question, onClose);
  return (
    <Dialog title={t("attach.title")} isOpen onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (found !== null) attaching.mutate(found.id);
        }}
      >
        <p className="quiet">{t("attach.text")}</p>
        <Chooser
          label={t("attach.find")}
          hint={t("attach.findHint")}
          kind="Statement"
          value={found}
          onChange={setFound}
          find={findRecords("Statement")}
          autoFocus
          {...(tried && found === null ? { error: t("attach.missing") } : {})}
        />
        <ErrorNote error={attaching.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={attaching.isPending}>
            {t("attach.submit")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}

/** Statements that may belong here. They stand apart from the sides until a person puts them there. */
export function Proposals({
  question,
  proposals,
}: {
  readonly question: string;
  readonly proposals: readonly StatementProposal[];
}): ReactNode {
  const attaching = useAttach(question);
  if (proposals.length === 0) return null;
  return (
    <details className="questions-proposals">
      <summary>{t("attach.proposed", { count: proposals.length })}</summary>
      <p className="quiet small">{t("attach.proposedText")}</p>
      <ErrorNote error={attaching.error} />
      <ul className="questions-side__list">
        {proposals.map(({ statement, why }) => (
          <li key={statement.id} className="questions-said questions-said--proposed">
            <Words statement={statement} />
            <p className="questions-said__tags">
              <span className="small">
                {why.kind === "answers"
                  ? t("attach.whyAnswers", {
                      speaker: why.speaker === "" ? t("said.noSpeaker") : why.speaker,
                    })
                  : t("attach.whyNames", { person: why.person })}
              </span>
              <Button small onPress={() => attaching.mutate(statement.id)}>
                {t("attach.submit")}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
