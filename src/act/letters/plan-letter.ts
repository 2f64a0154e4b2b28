// A letter about one person, filled from what may go to its audience: planned first, looked at, then made.
// Invariant: default deny. Only accepted claims whose source is public or whose giver consented; nothing sealed, and no claim that
// points at somebody else. While somebody's consent is in the way the plan says so and no letter is made of it.
import type { Value } from "../../model/index.ts";
import type { LiveClaim } from "../../store/index.ts";
import { recordFile } from "../../weigh/index.ts";
import { consented, dayOf, type ReadDeps } from "../consents/list-consents.ts";
import { outside } from "../consents/went-out.ts";
import { isPublicSource, whoMustConsent } from "../consents/who-must-consent.ts";
import { ActError } from "../errors.ts";
import type { GivenField } from "./field-names.ts";
import { type Filed, fileFields } from "./file-fields.ts";
import { fillTemplate, textOf } from "./fill-template.ts";
import { sourceRows, sourcesOf } from "./letter-sources.ts";
import { sayDate } from "./say-value.ts";
import { readTemplate } from "./templates.ts";
import type { LetterPlan } from "./views.ts";

export interface PlanLetter {
  /** Any record of the person. */
  readonly person: string;
  readonly template: string;
  readonly language: string;
  /** A code of `audience`; without it the template's own. */
  readonly audience?: string;
  readonly given: Readonly<Partial<Record<GivenField, string>>>;
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
  const filled = fillTemplate(template, fields, await sourcesOf(deps.db, all, template.language), {
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

function namesWhere(
  fields: Readonly<Partial<Record<string, Filed>>>,
  shown: ReadonlySet<string>,
  which: (filed: Filed) => boolean,
): string[] {
  return Object.entries(fields).flatMap(([name, filed]) =>
    filed !== undefined && shown.has(name) && which(filed) ? [name] : [],
  );
}
