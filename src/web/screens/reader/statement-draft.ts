// What a person may say of a statement, as a form holds it and as the server takes it.
import type { Found } from "../../parts/chooser.tsx";
import type { StatementInput } from "./use-decide.ts";

export interface StatementDraft {
  readonly speaker: string;
  readonly speakerRecord: Found | null;
  readonly stance: string;
  readonly mode: string;
  readonly content: string;
  readonly addressee: string;
  readonly said: string;
  readonly targets: readonly Found[];
  readonly answers: readonly Found[];
}

export const emptyStatement: StatementDraft = {
  speaker: "",
  speakerRecord: null,
  stance: "asserts",
  mode: "paraphrase",
  content: "",
  addressee: "",
  said: "",
  targets: [],
  answers: [],
};

/** Only what is filled in; an empty field says nothing rather than "empty". */
export function toInput(
  draft: StatementDraft,
): StatementInput & { stance: string; mode: string; content: string } {
  const line = <K extends string>(key: K, value: string): { readonly [P in K]?: string } =>
    value.trim() === "" ? {} : ({ [key]: value.trim() } as { readonly [P in K]?: string });
  return {
    content: draft.content.trim(),
    stance: draft.stance,
    mode: draft.mode,
    ...line("speaker", draft.speaker),
    ...(draft.speakerRecord === null ? {} : { speakerRecord: draft.speakerRecord.id }),
    ...line("addressee", draft.addressee),
    ...line("said", draft.said),
    targets: draft.targets.map(({ id }) => ({ record: id })),
    answers: draft.answers.map(({ id }) => id),
  };
}

/** Only what differs from what was suggested, so that the rule's own words keep their passages. */
export function changesOf(draft: StatementDraft, suggested: StatementDraft): StatementInput {
  const { content, speaker, addressee, stance, mode, ...rest } = toInput(draft);
  const same = (key: "content" | "speaker" | "addressee" | "stance" | "mode"): boolean =>
    draft[key].trim() === suggested[key].trim();
  return {
    ...rest,
    ...(same("content") ? {} : { content }),
    ...(same("speaker") || speaker === undefined ? {} : { speaker }),
    ...(same("addressee") || addressee === undefined ? {} : { addressee }),
    ...(same("stance") ? {} : { stance }),
    ...(same("mode") ? {} : { mode }),
  };
}
