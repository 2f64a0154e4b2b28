// The form of the card in hand, by its lane.
import type { ReactNode } from "react";
import type { SourceView } from "../../api/views.ts";
import { ActForm } from "./act-form.tsx";
import { actDraft } from "./act-value.ts";
import type { Found } from "../../parts/chooser.tsx";
import { EditSuggestion } from "./edit-suggestion.tsx";
import { FigureForm } from "./figure-form.tsx";
import { figureDraft } from "./figure-value.ts";
import { speakersOf } from "./how-said.tsx";
import type { Item } from "./items.ts";
import { NameForm } from "./name-form.tsx";
import { nameDraft } from "./name-value.ts";
import type { Lanes } from "./review-order.ts";
import type { Decisions, Reading } from "./spans.ts";
import { draftOf } from "./told.ts";
import type { AcceptInput } from "./use-decide.ts";

/** Dates further away than this, in UTF-16 units, are about something else more often than not. */
const nearUnits = 400;

export interface ItemFormProps {
  readonly item: Item;
  readonly source: SourceView;
  readonly text: string;
  readonly reading: Reading;
  readonly lanes: Lanes;
  readonly decisions: Decisions;
  readonly mayLink: boolean;
  readonly personOf: (item: Item) => Found | null;
  readonly onAccept: (as: AcceptInput) => Promise<void>;
  readonly onClose: () => void;
}

export function ItemForm(props: ItemFormProps): ReactNode {
  const { item, source, text, reading, decisions, lanes, onAccept, onClose } = props;
  const frame = { text, onAccept, onClose };
  switch (item.lane) {
    case "statements":
      return (
        <EditSuggestion
          source={source.id}
          suggested={draftOf(item, decisions)}
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
          suggested={actDraft(item, props.personOf(item), decisions)}
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
