// What relatives and witnesses of the demonstration said about who may see their words. Everyone is invented.
import type { ConsentPlan } from "../plan.ts";

export const consents: readonly ConsentPlan[] = [
  {
    record: "appeal/darkhan",
    audiences: ["inside", "un-quiet", "un-named", "partners", "public-name"],
    giver: "sibling",
    mode: "written",
    language: "kk",
    wording: "Wording of 2019, read out in Kazakh",
    by: "user",
  },
  {
    source: "appeal",
    audiences: ["un-quiet", "un-named", "partners"],
    giver: "witness",
    mode: "written",
    language: "kk",
    wording: "Wording of 2019, read out in Kazakh",
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
];
