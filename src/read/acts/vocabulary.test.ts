// The acts this room proposes are terms of the model's vocabularies, with the codes those terms have there.
import { expect, test } from "vitest";
import { termOf } from "../../model/index.ts";
import { FRAMES } from "./frames.ts";

test.each(FRAMES.map(({ act, huridocs }): [string, string | undefined] => [act, huridocs]))(
  "%s is a term of the model",
  (act, huridocs) => {
    const term = termOf("act-type", act);
    if (term) expect(huridocs).toBe(term.huridocs?.code);
    else expect([termOf("episode-kind", act)?.code, huridocs]).toEqual([act, undefined]);
  },
);

test("no word opens the same frame twice", () => {
  for (const { verbs, nouns } of FRAMES)
    expect(new Set([...verbs, ...nouns]).size).toBe(
      verbs.length + nouns.length - both(verbs, nouns),
    );
});

function both(verbs: readonly string[], nouns: readonly string[]): number {
  return verbs.filter((word) => nouns.includes(word)).length;
}
