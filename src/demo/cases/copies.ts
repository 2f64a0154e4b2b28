// Two outlets print one agency text nearly word for word, and neither is said to repeat anybody: they are one origin all
// the same. And a paper that cites an agency, which nobody has accepted yet.
import { date, episode, name, person, place, text } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

/** The two prints of one text, by their keys. */
export const prints: readonly string[] = ["tern", "millbrook"];

function copy(
  key: string,
  print: Pick<SourcePlan, "file"> & { publisher: string; headline: string },
  published: readonly [string, string],
): SourcePlan {
  return {
    key,
    ...print,
    intake: "file",
    kind: "article",
    language: "en",
    published,
    by: "colleague",
    records: [
      person(
        "serikbol",
        "Serikbol Qusain",
        name("Serikbol Qusain", "en"),
        text("occupation", "beekeeper", { near: "A beekeeper from" }),
        place("origin", "654221", "Dörbiljin County"),
      ),
      episode(
        "taken",
        "serikbol",
        "taken",
        "he was called to a county office",
        date("from", "2018-04", "in April 2018"),
      ),
    ],
  };
}

export const copies: readonly SourcePlan[] = [
  copy(
    "tern",
    {
      file: "tern-beekeeper.txt",
      publisher: "Cape Tern Herald",
      headline: "Beekeeper missing since visit to county office",
    },
    ["2020-03-14", "14 March 2020"],
  ),
  copy(
    "millbrook",
    {
      file: "millbrook-beekeeper.txt",
      publisher: "The Millbrook Evening Star",
      headline: "The truck in front of the office",
    },
    ["2020-03-16", "16 March 2020"],
  ),
  {
    key: "songbook",
    file: "gazette-songbook.txt",
    intake: "file",
    kind: "article",
    language: "en",
    headline: "Songs out of a schoolbook",
    publisher: "The Harbour Gazette",
    published: ["2019-02-09", "9 February 2019"],
    by: "colleague",
  },
];
