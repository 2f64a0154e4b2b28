// The page of estimates and its drawing: every number as its speaker gave it, none made of two. Everyone is invented.
import { expect, it } from "vitest";
import { inventRelease } from "./invent-release.ts";
import { bothWays, builtSite } from "./testing.ts";

const release = inventRelease(3);
const texts = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(" ");

it("draws on the page what its table says, light and dark, in every language's folder", async () => {
  const files = await builtSite(release, { languages: bothWays });
  for (const page of ["estimates.html", "ug/estimates.html"]) {
    expect(files.get(page)).toMatch(/<img\s+src="(?:\.\.\/)?estimates-light\.svg"/);
    expect(files.get(page)).toContain('estimates-dark.svg"');
  }
  for (const scheme of ["light", "dark"]) {
    const said = texts(files.get(`estimates-${scheme}.svg`) ?? "");
    for (const { speaker } of release.estimates) expect(said).toContain(speaker);
    // An open end stays open: the number is not told as an exact one.
    expect(said).toContain("at least 100,000");
    expect(said).toContain(`As of ${release.asOf}.`);
    expect(said).toContain("never added up or averaged");
    // 100,000 and 40,000 to 70,000 have these means and sums; none is anywhere.
    for (const made of ["55,000", "77,500", "110,000", "140,000", "170,000"])
      expect(said).not.toContain(made);
  }
});

it("draws nothing where no estimate is released", async () => {
  const files = await builtSite({ ...release, estimates: [] });
  expect([...files.keys()].filter((path) => path.startsWith("estimates-"))).toEqual([]);
  expect(files.get("estimates.html")).not.toContain("<img");
});
