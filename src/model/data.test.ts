import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import tableColumns from "./data/table-columns.json" with { type: "json" };
import { fold } from "./fold.ts";
import { places } from "./places.ts";
import { findTerm } from "./read-code.ts";
import { propertyOf, schemaOf, schemas } from "./schemas.ts";
import { present } from "./testing.ts";
import { termLabel, termOf, vocabularies, vocabularyOf } from "./vocabularies.ts";

const filesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, "data", folder)).filter((f) => f.endsWith(".json"));
const code = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/u);
const line = z.string().min(1).max(200);
const names = z.record(z.enum(["en", "ru", "kk", "zh", "ug"]), z.array(line).min(1)).optional();
const partialNames = z.partialRecord(z.enum(["en", "ru", "kk", "zh", "ug"]), z.array(line).min(1));
const property = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z]*$/u),
  label: line,
  hint: line.optional(),
  type: z.enum(["name", "date", "age", "number", "place", "code", "ref", "text"]),
  of: line.optional(),
  many: z.literal(true).optional(),
  sealed: z.literal(true).optional(),
  sensitive: z.literal(true).optional(),
  group: line,
  headers: z.array(line).min(1).optional(),
});
const schema = z.strictObject({
  name: z.string().regex(/^[A-Z][a-z]+$/u),
  label: line,
  plural: line,
  hint: line,
  labelBy: line,
  properties: z.array(property).min(1),
});
const term = z.strictObject({
  code,
  label: line,
  hint: line.optional(),
  broader: code.optional(),
  rank: z.int().min(0).optional(),
  lasts: z.literal(true).optional(),
  sensitive: z.literal(true).optional(),
  huridocs: z
    .strictObject({
      list: z.int().min(1).max(70),
      code: z.string().regex(/^[0-9]{12}$/u),
      match: z.enum(["exact", "broad"]),
    })
    .optional(),
  names: partialNames.optional(),
});
const vocabulary = z.strictObject({
  name: code,
  label: line,
  source: line.optional(),
  terms: z.array(term).min(2),
});
const place = z.strictObject({
  code: z.string().regex(/^(?:[A-Z]{2}|[0-9]{2}|[0-9]{4}|[0-9]{6})$/u),
  level: z.enum(["country", "region", "prefecture", "county"]),
  parent: z.string().optional(),
  names: partialNames,
});

const unique = (list: readonly string[]) => new Set(list).size === list.length;

describe("the data files", () => {
  it("are all loaded", () => {
    expect(filesIn("schemas")).toHaveLength(schemas.length);
    expect(filesIn("vocabularies")).toHaveLength(vocabularies.length);
    expect(
      filesIn("vocabularies")
        .map((f) => f.replace(".json", ""))
        .toSorted(),
    ).toEqual(vocabularies.map((v) => v.name).toSorted());
  });

  it.each(schemas.map((s) => [s.name, s] as const))("%s has the shape of a schema", (_, s) => {
    expect(() => schema.parse(s)).not.toThrow();
    expect(unique(s.properties.map((p) => p.name))).toBe(true);
    expect(propertyOf(s.name, s.labelBy)).toBeDefined();
    for (const p of s.properties) {
      if (p.type === "code") expect(vocabularyOf(p.of ?? ""), `${s.name}.${p.name}`).toBeDefined();
      if (p.type === "number" && p.of !== undefined) expect(vocabularyOf(p.of)).toBeDefined();
      if (p.type === "ref") expect(schemaOf(p.of ?? ""), `${s.name}.${p.name}`).toBeDefined();
      expect(unique((p.headers ?? []).map(fold)), `${s.name}.${p.name}: headings repeat`).toBe(
        true,
      );
    }
  });

  it.each(vocabularies.map((v) => [v.name, v] as const))(
    "%s has the shape of a vocabulary",
    (_, v) => {
      expect(() => vocabulary.parse(v)).not.toThrow();
      expect(unique(v.terms.map((t) => t.code))).toBe(true);
      for (const t of v.terms)
        if (t.broader !== undefined) expect(termOf(v.name, t.broader)).toBeDefined();
      if (v.terms.some((t) => t.huridocs !== undefined)) expect(v.source).toContain("HURIDOCS");
    },
  );

  it("let every name of every term be found as that term", () => {
    for (const v of vocabularies) {
      for (const t of v.terms) {
        for (const word of Object.values(t.names ?? {}).flat())
          expect(findTerm(v.name, word)?.code, `${v.name}: ${word}`).toBe(t.code);
      }
    }
  });

  it("seal what must stay closed", () => {
    const sealed = schemas.flatMap((s) =>
      s.properties.filter((p) => p.sealed === true).map((p) => `${s.name}.${p.name}`),
    );
    expect(sealed).toEqual(["Person.idNumber", "Person.passportNumber", "Person.contactAbroad"]);
  });

  it("name every place in Chinese, and every country in all five languages", () => {
    for (const p of places) {
      expect(() => place.parse(p)).not.toThrow();
      expect(p.names["zh"], p.code).toBeDefined();
      if (p.level === "country") expect(() => names.parse(p.names), p.code).not.toThrow();
    }
  });

  it("spread tables only into properties and kinds that exist", () => {
    for (const { schema: name, property: p, options } of tableColumns.Person) {
      expect(propertyOf(name, p), `${name}.${p}`).toBeDefined();
      if ("kind" in options) expect(termOf("episode-kind", options.kind ?? "")).toBeDefined();
    }
  });

  it("add the acts the HURIDOCS list has no term for, as broader matches", () => {
    expect(present(termOf("act-type", "arbitrary-arrest")).huridocs?.match).toBe("broad");
    expect(present(termOf("act-type", "passport-confiscation")).huridocs?.match).toBe("broad");
    expect(present(termOf("episode-kind", "camp")).huridocs?.match).toBe("broad");
  });

  it("rank ways of knowing from the most to the least direct", () => {
    const ranks = present(vocabularyOf("knows")).terms.map((t) => t.rank);
    expect(ranks).toEqual(ranks.map((_, n) => n));
    expect(termLabel("knows", "saw-it")).toBe("Saw it");
    expect(termLabel("knows", "no-such-code")).toBe("no-such-code");
  });
});
