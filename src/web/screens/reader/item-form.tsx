// The form of the card in hand, by its lane.
import type { ReactNode } from "react";
import { ActForm } from "./act-form.tsx";
import { actDraft } from "./act-value.ts";
import { EditSuggestion } from "./edit-suggestion.tsx";
import { FigureForm } from "./figure-form.tsx";
import { figureDraft } from "./figure-value.ts";
import { speakersOf } from "./how-said.tsx";
import type { Item } from "./items.ts";
import { NameForm } from "./name-form.tsx";
import { nameDraft } from "./name-value.ts";
import { draftOf } from "./told.ts";
import type { Answers } from "./use-answers.ts";
import type { AcceptInput } from "./use-decide.ts";
import { nameFor, personFor } from "./use-review.ts";
import type { ReviewContext } from "./use-review.ts";

/** Dates further away than this, in UTF-16 units, are about something else more often than not. */
const nearUnits = 400;

export interface ItemFormProps extends ReviewContext {
  readonly item: Item;
  readonly mayLink: boolean;
  readonly answers: Answers;
  readonly onAccept: (as: AcceptInput) => Promise<void>;
  readonly onClose: () => void;
}

export function ItemForm(props: ItemFormProps): ReactNode {
  const { item, source, text, reading, decisions, lanes, answers, onAccept, onClose } = props;
  const frame = { text, onAccept, onClose };
  switch (item.lane) {
    case "statements":
      return (
        <EditSuggestion
          source={source.id}
          suggested={draftOf(item, decisions)}
          answers={answers}
          speakerLost={item.suggestion.speakerLost === true}
          onAccept={async (edit) => onAccept({ kind: "statement", ...edit })}
          onClose={onClose}
        />
      );
    case "figures":
      return (
        <FigureForm
          {...frame}
          item={item}
          suggested={figureDraft(text, item, decisions)}
          speakers={speakersOf({ text, reading, decisions, span: item.figure })}
        />
      );
    case "acts":
      return (
        <ActForm
          {...frame}
          item={item}
          suggested={actDraft(item, personFor(props, item), decisions)}
          named={nameFor(props, item)?.who ?? ""}
          speakers={speakersOf({ text, reading, decisions, span: item.act })}
          dates={lanes.dates.filter(({ start }) => Math.abs(start - item.start) < nearUnits)}
        />
      );
    case "names":
      return (
        <NameForm
          {...frame}
          item={item}
          suggested={nameDraft(item, reading, source.language ?? "")}
          records={source.records}
          mayLink={props.mayLink}
        />
      );
    case "dates":
      return null;
  }
}
