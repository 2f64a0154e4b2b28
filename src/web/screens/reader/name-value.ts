// A name as a record of this source, as one more name of a record it already has, or as a file that is there already.
// Invariant: a file that is there is never written into: this source's record is judged the same as it, with the reason.
import { scriptOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import type { NameItem } from "./items.ts";
import { schemaOfName } from "./make-parts.ts";
import { passageOf } from "./passage.ts";
import type { Reading } from "./spans.ts";
import type { AcceptInput, ClaimInput } from "./use-decide.ts";

/** A file that may be the one the name is of. */
export interface Match {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** How alike the names are, 0 to 1; left out where the file has the very words. */
  readonly score?: number;
}

export type Which =
  | { readonly kind: "new" }
  /** A record this source already opened. */
  | { readonly kind: "own"; readonly id: string }
  | { readonly kind: "same"; readonly match: Match }
  /** Another one that is there, not found yet. */
  | { readonly kind: "find" };

export interface NameDraft {
  readonly name: string;
  readonly schema: string;
  readonly lang: string;
  readonly role: string;
  readonly which: Which;
}

export function nameDraft({ first }: NameItem, reading: Reading, language: string): NameDraft {
  const passage = reading.passages.find((p) => p.start <= first.start && p.end > first.start);
  const lang = passage?.language ?? language;
  return {
    name: first.text.replace(/\s+/g, " "),
    schema: schemaOfName[first.type],
    lang: lang === "und" ? "" : lang,
    role: "",
    which: { kind: "new" },
  };
}

/** What the name becomes; null while the one that is there is not found yet. */
export function nameAs(text: string, { first }: NameItem, draft: NameDraft): AcceptInput | null {
  const name = draft.name.trim();
  const script = scriptOf(name);
  const claim: ClaimInput = {
    property: "name",
    value: {
      kind: "name",
      text: name,
      ...(script === undefined ? {} : { script }),
      ...(draft.lang === "" ? {} : { lang: draft.lang }),
      ...(draft.role === "" ? {} : { role: draft.role }),
    },
    passage: passageOf(text, first),
  };
  const { which } = draft;
  if (which.kind === "find") return null;
  if (which.kind === "own") return { kind: "claim", record: which.id, ...claim };
  const record = { kind: "record", schema: draft.schema, label: name, claims: [claim] } as const;
  if (which.kind === "new") return record;
  const { id, score } = which.match;
  const reason =
    score === undefined
      ? t("names.sameReason")
      : t("names.sameReasonScore", { score: Math.round(score * 100) });
  return { ...record, same: { record: id, reason, ...(score === undefined ? {} : { score }) } };
}
