// What an appeal allows, written down as consents: for each person named, for whoever sent it, and for what they sent.
// Invariant: asked again it adds only what is missing, so that a stop between taking in and writing down leaves no silent gap.
import { type ActDeps, type GiveConsent, giveConsent, listConsents } from "../act/index.ts";
import type { Actor } from "../access/index.ts";
import type { AppealView } from "../collect/index.ts";
import { recordId, sourceId } from "../model/index.ts";
import { present } from "./present.ts";

/** How many consents were written. Throws as giveConsent. */
export async function consentsOfAppeal(
  deps: ActDeps,
  actor: Actor,
  appeal: AppealView,
): Promise<number> {
  const wanted = wantedBy(appeal);
  const there = await listConsents(
    deps,
    wanted.map(({ about }) => about),
  );
  const asked = new Set(there.map(({ about }) => about));
  const missing = wanted.filter(({ about }) => !asked.has(about));
  for (const consent of missing) await giveConsent(deps, actor, consent);
  return missing.length;
}

function wantedBy({ source, people, sender, files, consent }: AppealView): GiveConsent[] {
  const { risk } = consent;
  const said = {
    audiences: [...consent.audiences],
    mode: "written",
    language: consent.language,
    wording: consent.wording,
  };
  const forPeople = people.map(({ record, giver }) => ({
    ...said,
    about: recordId.parse(record),
    giver,
    // Whoever cannot be asked is spoken for, with the risk in words; without them nothing is said of who they are.
    ...present(giver === "self" || risk === undefined ? {} : { capacity: "detained", risk }),
  }));
  const own = people.some(({ record }) => record === sender)
    ? []
    : [{ ...said, about: recordId.parse(sender), giver: "self" }];
  // A file the vault had before came from somebody else, who decides about it.
  const given = files.flatMap(({ source: id, known }) =>
    id === undefined || known === true ? [] : [id],
  );
  const things = [source, ...new Set(given)].map((id) => ({
    ...said,
    about: sourceId.parse(id),
    giver: "witness",
  }));
  return [...forPeople, ...own, ...things];
}
