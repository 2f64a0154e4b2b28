// What relatives and witnesses of the demonstration said about who may see their words. Everyone is invented.
import type { ConsentPlan } from "../plan.ts";

const wording = "Wording of 2019, read out in Kazakh";

/** What somebody said of a person, or of what they themselves gave, in writing to the visitor. */
const written = (
  about: { readonly record: string } | { readonly source: string },
  giver: string,
  ...audiences: string[]
): ConsentPlan => ({
  ...about,
  audiences: ["inside", ...audiences],
  giver,
  mode: "written",
  language: "kk",
  wording,
  by: "user",
});

/** The families of the petition agreed that it is told how many they are, not who. */
const families: readonly ConsentPlan[] = [
  "petition/qairat",
  "petition/nurlan",
  "petition/baqyt",
  "petition/erbolat",
  "petition/guljan",
  "petition/saule",
].map((record) => written({ record }, "relative", "public-no-name"));

export const consents: readonly ConsentPlan[] = [
  {
    record: "appeal/darkhan",
    audiences: ["inside", "un-quiet", "un-named", "partners", "public-name"],
    giver: "sibling",
    mode: "written",
    language: "kk",
    wording,
    by: "user",
  },
  {
    source: "appeal",
    audiences: ["un-quiet", "un-named", "partners", "public-name"],
    giver: "witness",
    mode: "written",
    language: "kk",
    wording,
    by: "user",
  },
  {
    source: "neighbour",
    audiences: ["un-quiet"],
    giver: "witness",
    mode: "spoken",
    language: "kk",
    by: "colleague",
  },
  {
    record: "zulpiye/mirzat",
    audiences: ["un-quiet", "partners"],
    giver: "child",
    mode: "message",
    by: "user",
    withdrawn: "She asked to wait until her brother has left the country.",
  },
  written({ record: "appeal/gulnar" }, "self", "partners", "public-name"),
  written({ record: "wire/raushan" }, "spouse", "partners", "public-name"),
  written({ record: "wire/yerbol" }, "self", "partners", "public-name"),
  written({ record: "olzhas/bolat" }, "child", "partners", "public-name"),
  written({ record: "tokhtar/tokhtar" }, "self", "public-name"),
  written({ source: "petition" }, "witness", "public-no-name", "public-name"),
  ...families,
  // The group's own working note: what it asks is told, as it stands.
  written({ source: "questions" }, "witness", "public-name"),
];
