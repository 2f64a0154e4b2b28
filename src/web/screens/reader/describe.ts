// What a source is, as it is shown, and as it is sent when a person accepts or edits it.
import { post } from "../../api/index.ts";
import type { SourceView } from "../../api/views.ts";

export const describedFields = ["headline", "publisher", "published", "author"] as const;
export type DescribedField = (typeof describedFields)[number];
type Shown = NonNullable<SourceView["publisher"]>;

/** The body of POST /api/sources/:id/describe, without `expect`. */
export interface Description {
  readonly kind?: string;
  readonly headline?: Described;
  readonly publisher?: Described;
  readonly published?: Described;
  readonly author?: Described;
  readonly language?: Described;
  readonly url?: Described;
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly note?: string;
  readonly relays?: readonly { source?: string; words: string; passage?: unknown }[];
}
interface Described {
  readonly value: string;
  readonly passage?: NonNullable<Shown["passage"]>;
  readonly rule?: string;
}

/** From this on a proposal is in the high-confidence band, and may be accepted together with others of it. */
const SURE = 0.85;

/** Fields that a rule proposes, is sure of, and nobody accepted. */
export function sureIn(source: SourceView): readonly DescribedField[] {
  return describedFields.filter((name) => {
    const field = source[name];
    return field?.state === "proposed" && (field.confidence ?? 0) >= SURE;
  });
}

/** These fields as they are proposed, with the passage that shows them and the rule that found them. */
export function acceptedAs(source: SourceView, names: readonly DescribedField[]): Description {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = source[name];
      if (field === undefined) return [];
      const { value, passage, rule } = field;
      return [
        [
          name,
          {
            value,
            ...(passage === undefined ? {} : { passage }),
            ...(rule === undefined ? {} : { rule: rule.slice(0, 60) }),
          },
        ],
      ];
    }),
  );
}

/** Writes a description against the version that was seen. Throws ApiError, `isConflict` where another came first. */
export async function describe(
  source: Pick<SourceView, "id" | "seq">,
  description: Description,
): Promise<SourceView> {
  return post<SourceView>(`/api/sources/${encodeURIComponent(source.id)}/describe`, {
    ...description,
    expect: source.seq,
  });
}
