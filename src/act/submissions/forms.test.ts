// The forms: every field documented with its public source, worded in three languages, and none of them lost.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { propertyOf, schemaOf, termOf, vocabularyOf } from "../../model/index.ts";
import { fieldsOf, type Filling, languages } from "./route.ts";
import { routes } from "./routes/index.ts";
import { frames, terms } from "./say.ts";

const page = readFileSync(new URL("../../../docs/submissions.md", import.meta.url), "utf8");

/** Rows of a route's table in the documentation. */
function documented(route: string): { field: string; mandatory: string }[] {
  const from = page.indexOf(`\n## ${route}: `);
  const part = page.slice(from, page.indexOf("\n## ", from + 1) >>> 0);
  return [...part.matchAll(/^\| ([a-z0-9-]+) \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)]
    .map(([, field = "", mandatory = ""]) => ({ field, mandatory }))
    .filter(({ field }) => field !== "field");
}

describe.each(routes.map((route) => [route.code, route] as const))("the form %s", (code, route) => {
  it("has the fields the documentation lists, in that order, and the same are mandatory", () => {
    const rows = documented(code);
    expect(rows.length).toBeGreaterThan(10);
    expect(fieldsOf(route).map((field) => field.code)).toEqual(rows.map(({ field }) => field));
    expect(
      fieldsOf(route)
        .filter((field) => field.mandatory)
        .map((field) => field.code),
    ).toEqual(
      rows
        .filter(({ mandatory }) => ["form", "group"].includes(mandatory))
        .map(({ field }) => field),
    );
    expect(route.oneOf ?? []).toEqual(
      rows.filter(({ mandatory }) => mandatory === "one of these").map(({ field }) => field),
    );
  });

  it("names where its fields come from", () => {
    const from = page.indexOf(`\n## ${code}: `);
    const part = page.slice(from, page.indexOf("\n## ", from + 1) >>> 0);
    expect(part).toMatch(/^Sources?: .*https?:\/\//m);
  });

  it.each(languages)("is worded in %s", (language) => {
    const needed = [
      `title.${code}`,
      `to.${code}`,
      ...route.sections.map((section) => `section.${section.code}`),
      ...fieldsOf(route).map((field) => `field.${field.code}`),
    ];
    for (const key of needed) expect(frames[language][key], key).toMatch(/\S/);
  });

  it("is filled from properties and kinds that there are", () => {
    for (const filling of fieldsOf(route).flatMap(({ fill }) => fill)) {
      for (const [schema, property] of propertiesOf(filling))
        expect(propertyOf(schema, property), `${schema}.${property}`).toBeDefined();
      if (filling.from === "records")
        for (const kind of filling.kinds ?? [])
          expect(termOf(vocabularyOfKind(filling.schema), kind), kind).toBeDefined();
    }
    expect(termOf("intervention-kind", route.kind)).toBeDefined();
  });
});

function propertiesOf(filling: Filling): [string, string][] {
  if (filling.from === "person") return filling.properties.map((one) => ["Person", one]);
  if (filling.from === "episode") return filling.properties.map((one) => ["Episode", one]);
  return filling.from === "records" ? filling.properties.map((one) => [filling.schema, one]) : [];
}
const vocabularyOfKind = (schema: string): string =>
  schemaOf(schema)?.properties.find(({ name }) => name === "kind")?.of ?? "";

it("has the six elements the Working Group on Disappearances cannot do without", () => {
  const wgeid = routes.find(({ code }) => code === "wgeid");
  const mandatory = fieldsOf(wgeid as (typeof routes)[number]).flatMap((field) =>
    field.mandatory === true ? field.code : [],
  );
  expect(mandatory).toEqual(
    expect.arrayContaining([
      "name",
      "taken-date",
      "taken-place",
      "forces",
      "search",
      "submitter-name",
    ]),
  );
});

describe("the wording", () => {
  it.each(["fr", "es"] as const)("in %s has what English has, gaps included", (language) => {
    const gaps = (text = ""): string[] =>
      [...text.matchAll(/\{[a-z]+\}/g)].map(([gap]) => gap).sort();
    expect(Object.keys(frames[language]).sort()).toEqual(Object.keys(frames.en).sort());
    for (const [key, text] of Object.entries(frames.en)) {
      expect(gaps(frames[language][key]), key).toEqual(gaps(text));
      // A value like "par" may be short, but nothing may have stayed in English where it is a sentence.
      if ((text ?? "").replace(/\{[a-z]+\}/g, "").length > 24)
        expect(frames[language][key], key).not.toBe(text);
    }
  });

  it.each(["fr", "es"] as const)("in %s knows every term a form can hold", (language) => {
    const vocabularies = new Set(
      routes.flatMap(fieldsOf).flatMap(({ fill }) =>
        fill.flatMap(propertiesOf).flatMap(([schema, property]) => {
          const spec = propertyOf(schema, property);
          return spec?.type === "code" && spec.of !== undefined ? [spec.of] : [];
        }),
      ),
    );
    for (const name of [...vocabularies, "consent-giver", "consent-mode", "source-kind", "stance"])
      for (const { code } of vocabularyOf(name)?.terms ?? [])
        expect(terms[language][name]?.[code], `${name}.${code}`).toMatch(/\S/);
  });
});
