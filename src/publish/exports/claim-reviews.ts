// Statements and what answers them, as JSON-LD in the words of schema.org's Claim and ClaimReview.
// Invariant: no rating of truth is in here, because nobody made one; the state of the facts is told in the same words as everywhere.
import { termLabel } from "../../model/index.ts";
import type { ExportFile, ExportSet, ExportStatement } from "./export-set.ts";

const states: Readonly<Record<string, string>> = {
  single: "said by one origin",
  corroborated: "corroborated by independent origins",
  disputed: "disputed",
};

export function claimReviews(set: ExportSet): ExportFile[] {
  const sources = new Map(set.sources.map((source) => [source.key, source]));
  const people = new Map(set.people.map((person) => [person.key, person]));
  const answers = new Map<string, ExportStatement[]>();
  for (const said of set.statements)
    for (const answered of said.answers)
      answers.set(answered, [...(answers.get(answered) ?? []), said]);
  const graph = set.statements.flatMap((said) => {
    const source = sources.get(said.source);
    const claim = {
      "@type": "Claim",
      "@id": claimId(said),
      text: said.words,
      ...(said.speaker === "" ? {} : { author: { "@type": "Thing", name: said.speaker } }),
      ...(said.said === undefined ? {} : { datePublished: said.said }),
      about: said.about.flatMap((key) => {
        const person = people.get(key);
        return person === undefined
          ? []
          : [{ "@type": "Person", "@id": `urn:guwah:${key}`, name: person.name || key }];
      }),
      ...(source === undefined
        ? {}
        : {
            appearance: {
              "@type": "CreativeWork",
              name: source.title,
              ...(source.url === undefined ? {} : { url: source.url }),
              ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
              ...(source.published === undefined ? {} : { datePublished: source.published }),
            },
          }),
      "guwah:stance": said.stance,
    };
    const answering = answers.get(said.key) ?? [];
    return answering.length === 0 ? [claim] : [claim, review(said, answering, set)];
  });
  const context = ["https://schema.org", { guwah: "urn:guwah:terms:" }];
  return [
    {
      path: "statements.jsonld",
      text: `${JSON.stringify({ "@context": context, "@graph": graph }, null, 1)}\n`,
    },
  ];
}

/** What was said against a statement: who answers it and how, and what state the facts about the people are in. */
function review(
  said: ExportStatement,
  answering: readonly ExportStatement[],
  set: ExportSet,
): object {
  const about = set.people.filter(({ key }) => said.about.includes(key));
  return {
    "@type": "ClaimReview",
    "@id": `${claimId(said)}:answers`,
    claimReviewed: said.words,
    itemReviewed: { "@id": claimId(said) },
    "guwah:answers": answering.map((one) => ({
      "@id": claimId(one),
      "guwah:stance": termLabel("stance", one.stance),
      "guwah:namesThePerson": one.names.some((key) => said.about.includes(key)),
    })),
    "guwah:factStatus": about.map(({ key, state }) => ({
      "@id": `urn:guwah:${key}`,
      "guwah:state": states[state] ?? "not known",
    })),
  };
}

const claimId = (said: ExportStatement): string => `urn:guwah:statement:${said.key}`;
