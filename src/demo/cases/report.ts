// A rights group's report: it counts what it was told, and tells of five people others speak of too.
import { code, date, episode, name, number, person, place, record, said, text } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const report: SourcePlan = {
  key: "lantern",
  file: "lantern-report.md",
  intake: "file",
  kind: "report",
  language: "en",
  headline: "Behind the schoolhouse door",
  publisher: "Lantern Watch",
  published: ["2019-10", "October 2019"],
  records: [
    record(
      "Organization",
      "lantern",
      "Lantern Watch",
      name("Lantern Watch", "en", { near: "Lantern Watch, report no. 14" }),
      code(
        "Organization",
        "kind",
        "rights-group",
        "an organisation invented for this demonstration",
      ),
    ),
    record(
      "Figure",
      "named",
      "412 people named in 84 testimonies",
      number("quantity", 412, "412 people are named as held", { unit: "persons-documented" }),
      code("Figure", "unit", "persons-documented", "412 people are named as held"),
      text("body", "Lantern Watch", { near: "Lantern Watch, report no. 14" }),
      code("Figure", "method", "count", "288 of them could be told apart with certainty"),
      date("asOf", "2019-06", "June 2019"),
      text("basis", "In the 84 testimonies"),
    ),
    record(
      "Figure",
      "room",
      "15 to 30 people in a room",
      number("quantity", [15, 30], "rooms of 15 to 30 people", { unit: "persons-per-room" }),
      code("Figure", "unit", "persons-per-room", "rooms of 15 to 30 people"),
      text("body", "Lantern Watch", { near: "Lantern Watch, report no. 14" }),
      code("Figure", "method", "interviews", "Twelve of the former detainees"),
    ),
    person(
      "darkhan",
      "Darkhan Tileubek",
      name("Darkhan Tileubek", "en"),
      text("occupation", "a physics teacher"),
    ),
    episode(
      "darkhan-held",
      "darkhan",
      "camp",
      ["held in the centre known as Kokbulak", { via: "workshop", knows: "saw-it" }],
      place("place", "654027", "in Tekes County", { via: "workshop", knows: "saw-it" }),
      to("facilityRecord", "guard/kokbulak", "the centre known as Kokbulak", {
        via: "workshop",
        knows: "saw-it",
      }),
    ),
    episode(
      "darkhan-taken",
      "darkhan",
      "taken",
      [
        "he was taken in the third week of March 2018",
        { via: "workshop", knows: "told-by-the-person" },
      ],
      date("from", "[2018-03-15..2018-03-21]", "the third week of March 2018", {
        via: "workshop",
        knows: "told-by-the-person",
      }),
    ),
    person(
      "bolat",
      "Bolat Shaken",
      name("Bolat Shaken", "en"),
      text("occupation", "an imam from Qaba"),
    ),
    episode(
      "bolat-sentenced",
      "bolat",
      "sentenced",
      ["is serving 14 years", { via: "wife", knows: "document-seen" }],
      number("sentence", 14, "14 years", { unit: "years", via: "wife", knows: "document-seen" }),
    ),
    person(
      "hawagul",
      "Hawagul Qeyser",
      name("Hawagul Qeyser", "en"),
      text("occupation", "a children's doctor"),
    ),
    episode(
      "hawagul-gone",
      "hawagul",
      "disappeared",
      "has not been heard from since May 2018",
      date("from", "2018-05", "since May 2018"),
    ),
    person("tokhtar", "Tokhtar Beisen", name("Tokhtar Beisen", "en")),
    episode(
      "tokhtar-home",
      "tokhtar",
      "house-arrest",
      "is under house arrest",
      date("from", "2018-08", "in August 2018"),
    ),
    person(
      "perhat",
      "Perhat Osmanjan",
      name("Perhat Osmanjan", "en"),
      text("occupation", "a driver"),
    ),
    episode(
      "perhat-died",
      "perhat",
      "died",
      "died in custody in March 2019",
      date("from", "2019-03", "in March 2019"),
      code("Episode", "bodyReturned", "no", "was not shown the body"),
    ),
    record(
      "Group",
      "gloves",
      "Three women of a glove factory",
      name("Three women", "en"),
      number("size", 3, "Three women"),
      place("place", "654321", "Burqin"),
    ),
    person("hale", "Tomas Hale", name("Tomas Hale", "en"), text("occupation", "research director")),
  ],
  statements: [
    said("workshop", "asserts", "he was taken in the third week of March 2018", {
      speaker: "A former detainee who shared a workshop with him",
      about: ["darkhan", "darkhan-held", "darkhan-taken"],
    }),
    said("wife", "asserts", "she had seen the paper", { speaker: "His wife", about: ["bolat"] }),
  ],
};

export const reports: readonly SourcePlan[] = [report];
