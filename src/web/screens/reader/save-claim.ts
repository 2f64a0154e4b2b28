// Sends a claim: about a record that is there, or together with the record it opens.
// Invariant: everything sent about a new record rests on the same passage.
import { post } from "../../api/index.ts";
import type { ClaimView, RecordItem } from "../../api/views.ts";
import { propertyLabel } from "../../messages/names.ts";
import type { Made } from "./make-parts.ts";
import { pageOf } from "./make-parts.ts";

export interface Saved {
  readonly source: string;
  readonly schema: string;
  readonly property: string;
  /** The record the claim is about; null opens a new one. */
  readonly record: string | null;
  readonly person: string | null;
  readonly label: string;
  /** What a new record is, said beside the claim. */
  readonly kind: {
    readonly property: string;
    readonly vocabulary: string;
    readonly code: string;
  } | null;
  readonly claim: Readonly<Record<string, unknown>>;
}

export async function saveClaim({
  source,
  schema,
  property,
  record,
  person,
  label,
  claim,
  kind,
}: Saved): Promise<Made> {
  if (record !== null) {
    const made = await post<ClaimView>("/api/claims", { record, source, ...claim });
    const open = pageOf(schema, record);
    return { id: made.id, subject: record, label: propertyLabel(schema, property), open };
  }
  const whose =
    person === null ? [] : [{ property: "person", value: { kind: "ref", record: person } }];
  const { property: _property, value: _value, words: _words, ...standing } = claim;
  const what =
    kind === null
      ? []
      : [
          {
            ...standing,
            property: kind.property,
            value: { kind: "code", vocabulary: kind.vocabulary, code: kind.code },
          },
        ];
  const made = await post<RecordItem>("/api/records", {
    schema,
    source,
    label: label.slice(0, 1_000),
    claims: [...whose, ...what, claim],
  });
  return { id: made.id, subject: made.id, label: made.label, open: pageOf(schema, made.id) };
}
