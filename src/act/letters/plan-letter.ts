// A letter about one person, filled from what may go to its audience: planned first, looked at, then made.
// Invariant: default deny. Only accepted claims whose source is public or whose giver consented; nothing sealed, and no claim that
// points at somebody else. While somebody's consent is in the way the plan says so and no letter is made of it.
import { sourceId, termLabel, termOf, type Body, type Value } from "../../model/index.ts";
import type { Db, LiveClaim } from "../../store/index.ts";
import { recordFile } from "../../weigh/index.ts";
import { consented, dayOf, type ReadDeps } from "../consents/list-consents.ts";
import { outside } from "../consents/went-out.ts";
import { isPublicSource, whoMustConsent } from "../consents/who-must-consent.ts";
import { ActError } from "../errors.ts";
import type { GivenField } from "./field-names.ts";
import { type Filed, fileFields } from "./file-fields.ts";
import { plain, sayDate } from "./say-value.ts";
import { partsOf, readTemplate, type Template } from "./templates.ts";
import type { LetterPart, LetterPlan } from "./views.ts";

export interface PlanLetter {
  /** Any record of the person. */
  readonly person: string;
  readonly template: string;
  readonly language: string;
  /** A code of `audience`; without it the template's own. */
  readonly audience?: string;
  readonly given: Readonly<Partial<Record<GivenField, string>>>;
}

interface SourceLine {
  readonly id: string;
  readonly kind: string;
  readonly isPublic: boolean;
  readonly text: string;
}

/** The plan, and the private sources it rests on. Throws ActError `act/no-such-template`, `act/no-such-code`; WeighError `weigh/no-such-record`. */
export async function planLetter(
  deps: ReadDeps,
  input: PlanLetter,
): Promise<{
  readonly plan: LetterPlan;
  readonly person: string;
  readonly privateSources: readonly string[];
}> {
  const template = await readTemplate(input.template, input.language);
  const audience = input.audience ?? template.audience;
  if (!outside(audience))
    throw new ActError("act/no-such-code", "Choose for which audience the letter is.");
  const all: LiveClaim[] = [];
  await recordFile(deps, input.person, {
    claim: (claim) => all.push(claim) > 0,
    statement: () => false,
  });
  const going = await claimsThatGo(deps, all, audience);
  const file = await recordFile(deps, input.person, {
    claim: ({ id }) => going.has(id),
    statement: () => false,
  });
  const fields = fileFields(file, template.language);
  const filled = fill(template, fields, await sourcesOf(deps.db, all, template.language), {
    all,
    today: sayDate(dayOf(deps.clock), template.language),
    number: file.number,
    given: input.given,
  });
  const used = [...new Set(filled.used)];
  // Who testified is not named in a letter: a note calls a private source by its kind. Whoever gave it must agree all the same.
  const subjects = file.records.map(({ id }) => id);
  const needs = await whoMustConsent(deps, audience, { subjects, claims: [], sources: used });
  const blocks = needs.filter((need) => need.blocks !== null);
  const { lines: _lines, ...shown } = template;
  return {
    person: file.id,
    privateSources: used.filter((id) => !filled.publics.has(id)),
    plan: {
      ...shown,
      audience,
      number: file.number,
      lines: filled.lines,
      notes: filled.notes,
      text: textOf(filled.lines, filled.notes),
      gaps: filled.gaps,
      untranslated: namesWhere(fields, filled.fields, ({ english }) => english),
      disputed: namesWhere(fields, filled.fields, ({ disputed }) => disputed),
      heldBack: all.length - going.size,
      blocks,
    },
  };
}

async function claimsThatGo(
  deps: ReadDeps,
  all: readonly LiveClaim[],
  audience: string,
): Promise<ReadonlySet<string>> {
  const kinds = new Map<string, string>(
    (await sourceRows(deps.db, all)).map(({ id, kind }) => [id, kind]),
  );
  const asked = [...kinds].filter(([, kind]) => !isPublicSource(kind)).map(([id]) => id);
  const answers = await consented(
    deps,
    audience,
    asked.map((id) => [id]),
  );
  const may = new Set([...kinds].filter(([, kind]) => isPublicSource(kind)).map(([id]) => id));
  asked.forEach((id, i) => answers[i] === "yes" && may.add(id));
  const own = new Set(all.map(({ record }) => record));
  return new Set(
    all
      .filter(({ state, value, ref, source }) => {
        if (state !== "accepted" || !may.has(source)) return false;
        if ((JSON.parse(value) as Value).kind === "sealed") return false;
        // A pointer out of the file leads to somebody who was not asked.
        return ref === null || own.has(ref);
      })
      .map(({ id }) => id),
  );
}

interface Around {
  readonly all: readonly LiveClaim[];
  readonly today: string;
  readonly number: string;
  readonly given: PlanLetter["given"];
}

function fill(
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

function namesWhere(
  fields: Readonly<Partial<Record<string, Filed>>>,
  shown: ReadonlySet<string>,
  which: (filed: Filed) => boolean,
): string[] {
  return Object.entries(fields).flatMap(([name, filed]) =>
    filed !== undefined && shown.has(name) && which(filed) ? [name] : [],
  );
}

/** As plain text: gaps as `[…]`, notes by number at the end. */
function textOf(
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

/** How a note calls each source: a public one by its title, a private one by its kind alone. */
async function sourcesOf(
  db: Db,
  claims: readonly LiveClaim[],
  language: string,
): Promise<ReadonlyMap<string, SourceLine>> {
  const rows = await sourceRows(db, claims);
  return new Map(
    rows.map(({ id, kind, title, told }) => {
      const isPublic = isPublicSource(kind);
      const label = termLabel(
        "source-kind",
        kind,
        termOf("source-kind", kind)?.names?.[language] === undefined ? "en" : language,
      );
      const published = told?.published?.value;
      const parts = isPublic
        ? [told?.headline?.value ?? title, told?.publisher?.value, published, told?.url?.value]
        : [label, published];
      const text = parts
        .flatMap((part) => part ?? [])
        .map(plain)
        .join(", ");
      return [id, { id, kind, isPublic, text }];
    }),
  );
}

async function sourceRows(db: Db, claims: readonly LiveClaim[]) {
  const ids = [...new Set(claims.map(({ source }) => source))];
  const found: {
    id: ReturnType<typeof sourceId.parse>;
    kind: string;
    title: string | null;
    told: Body<"source.described"> | null;
  }[] = [];
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("sources as s")
      .leftJoin("source_descriptions as d", "d.id", "s.id")
      .select(["s.id", "s.kind", "s.title", "d.body"])
      .where("s.id", "in", ids.slice(i, i + 400))
      .execute();
    for (const { id, kind, title, body } of rows) {
      const told = body === null ? null : (JSON.parse(body) as Body<"source.described">);
      found.push({ id: sourceId.parse(id), kind: told?.kind ?? kind, title, told });
    }
  }
  return found;
}
