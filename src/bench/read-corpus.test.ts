// The corpus must be what it is said to be, or the speed measured on it says nothing.
import { describe, expect, it } from "vitest";
import { readText } from "../read/index.ts";
import { articlesIn, corpusLanguages, pagesIn } from "./read-corpus.ts";

describe.each(corpusLanguages)("the corpus in %s", (language) => {
  it("is read in that language, holds statements, and is the same at every run", () => {
    const articles = articlesIn(language, 3);
    expect(new Set(articles).size).toBe(3);
    expect(articlesIn(language, 3)).toEqual(articles);
    for (const article of articles) {
      const reading = readText(article);
      expect(reading.pack).toBe(language);
      expect(reading.statements.length).toBeGreaterThan(3);
    }
  });
});

it("as pages, it keeps its text", () => {
  const [page = ""] = pagesIn("en", 1);
  const [article = ""] = articlesIn("en", 1);
  for (const paragraph of article.split("\n\n").slice(3, -1)) expect(page).toContain(paragraph);
});
