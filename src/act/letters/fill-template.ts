// A template filled: each field from whoever writes or from the file, its sources as notes, what nothing says as a gap.
// Invariant: a value is one line and never read as a template itself.
import type { LiveClaim } from "../../store/index.ts";
import type { GivenField } from "./field-names.ts";
import type { Filed } from "./file-fields.ts";
import type { SourceLine } from "./letter-sources.ts";
import { plain, sayDate } from "./say-value.ts";
import { partsOf, type Template } from "./templates.ts";
import type { LetterPart } from "./views.ts";

export interface Around {
  readonly all: readonly LiveClaim[];
  readonly today: string;
  readonly number: string;
  readonly given: Readonly<Partial<Record<GivenField, string>>>;
}

export function fillTemplate(
  template: Template,
  fields: Readonly<Partial<Record<string, Filed>>>,
  sources: ReadonlyMap<string, SourceLine>,
  { all, today, number, given }: Around,
) {
  const lines: LetterPart[][] = [];
  const notes: { n: number; text: string }[] = [];
  const gaps = new Set<string>();
  const used: string[] = [];
  // Values from the same sources lead to one note.
  const numbers = new Map<string, number>();
  const claimSources = new Map(all.map(({ id, source }) => [id, source]));
  const noteOf = ({ claims }: Filed): number | undefined => {
    const behind = [...new Set(claims.flatMap((id) => claimSources.get(id) ?? []))];
    if (behind.length === 0) return undefined;
    used.push(...behind);
    const text = [...new Set(behind.map((id) => sources.get(id)?.text ?? ""))].join("; ");
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const n = notes.length + 1;
    notes.push({ n, text });
    numbers.set(text, n);
    return n;
  };
  const valueOf = (field: string): LetterPart => {
    const fixed =
      field === "today" ? today : field === "number" ? number : given[field as GivenField];
    if (fixed !== undefined && fixed.trim() !== "")
      return { kind: "value", field, text: sayGiven(field, fixed, template.language) };
    const filed = fields[field];
    if (filed === undefined) return { kind: "gap", field };
    const note = noteOf(filed);
    return { kind: "value", field, text: filed.text, ...(note === undefined ? {} : { note }) };
  };
  const seen = new Set<string>();
  for (const line of template.lines) {
    const parts = partsOf(line).map((part): LetterPart & { optional?: boolean } =>
      "text" in part
        ? { kind: "text", text: part.text }
        : { ...valueOf(part.field), optional: part.optional },
    );
    if (parts.some((part) => part.kind === "gap" && part.optional === true)) continue;
    for (const part of parts) {
      if (part.kind === "gap") gaps.add(part.field);
      if (part.kind === "value") seen.add(part.field);
    }
    lines.push(parts.map(({ optional: _optional, ...part }) => part as LetterPart));
  }
  const publics = new Set([...sources.values()].filter((one) => one.isPublic).map(({ id }) => id));
  return { lines, notes, gaps: [...gaps], used, publics, fields: seen };
}

const dates: ReadonlySet<string> = new Set(["due", "sentDate"]);
const sayGiven = (field: string, text: string, language: string): string =>
  dates.has(field) ? sayDate(text.trim(), language) : plain(text);

/** As plain text: gaps as `[…]`, notes by number at the end. */
export function textOf(
  lines: readonly (readonly LetterPart[])[],
  notes: readonly { readonly n: number; readonly text: string }[],
): string {
  const body = lines.map((parts) =>
    parts
      .map((part) =>
        part.kind === "gap"
          ? "[…]"
          : part.kind === "value" && part.note !== undefined
            ? `${part.text} [${part.note}]`
            : part.text,
      )
      .join(""),
  );
  const ends = notes.map(({ n, text }) => `[${n}] ${text}`);
  return `${[...body, ...(ends.length === 0 ? [] : ["", ...ends])].join("\n")}\n`;
}
