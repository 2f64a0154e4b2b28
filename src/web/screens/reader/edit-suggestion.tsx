// A suggestion with other words, another speaker, the people it is about: accepted as a person says it.
// Invariant: where the text lost the speaker, nothing is accepted before somebody names one or leaves it open on purpose.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Checkbox } from "../../parts/index.ts";
import { withChoice, withTicked } from "./answer-choices.ts";
import { AnswerList } from "./answer-list.tsx";
import { EditForm } from "./edit-form.tsx";
import type { StatementDraft } from "./statement-draft.ts";
import { changesOf } from "./statement-draft.ts";
import { StatementFields } from "./statement-fields.tsx";
import type { Answers } from "./use-answers.ts";
import type { StatementInput } from "./use-decide.ts";

export interface EditSuggestionProps {
  readonly source: string;
  readonly suggested: StatementDraft;
  /** What it may answer, and what of it was ticked before the form opened. */
  readonly answers: Answers;
  readonly speakerLost: boolean;
  readonly onAccept: (edit: StatementInput) => Promise<void>;
  readonly onClose: () => void;
}

export function EditSuggestion({
  source,
  suggested,
  answers,
  speakerLost,
  onAccept,
  onClose,
}: EditSuggestionProps): ReactNode {
  const [draft, setDraft] = useState(() => withTicked(suggested, answers.choices, answers.ticked));
  const [leftOpen, setLeftOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const hasSpeaker = draft.speaker.trim() !== "" || draft.speakerRecord !== null;
  const speakerMissing = speakerLost && !hasSpeaker && !leftOpen;
  return (
    <EditForm
      ready={draft.content.trim() !== "" && !speakerMissing}
      onTried={() => setTried(true)}
      onAccept={async () => {
        const changes = changesOf(draft, suggested);
        // An empty speaker is said expressly: the server asks for it where the text lost the speaker.
        const speaker = draft.speaker.trim() || (draft.speakerRecord?.label ?? "");
        await onAccept(speakerLost ? { ...changes, speaker } : changes);
      }}
      onClose={onClose}
    >
      <StatementFields
        source={source}
        draft={draft}
        onChange={setDraft}
        contentError={tried && draft.content.trim() === ""}
        speakerError={tried && speakerMissing}
        choices={
          <AnswerList
            choices={answers.choices}
            isTicked={(choice) =>
              [...draft.answers, ...draft.targets].some(({ id }) => id === choice.id)
            }
            onTick={(choice, isOn) => setDraft(withChoice(draft, choice, isOn))}
            keyed={false}
          />
        }
        leaveOpen={
          speakerLost ? (
            <Checkbox
              label={t("statement.speakerOpen")}
              checked={leftOpen}
              onChange={setLeftOpen}
              disabled={hasSpeaker}
            />
          ) : null
        }
        autoFocus
      />
    </EditForm>
  );
}
