// Letters: filled from what may go, gaps shown, nothing made while a consent is in the way. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightsOfAll } from "../../access/index.ts";
import { aClaim, engineKinds } from "../../store/testing.ts";
import { giveConsent } from "../consents/give-consent.ts";
import { showConsents } from "../consents/show-consents.ts";
import { openTestAct, type TestAct } from "../testing.ts";
import { makeLetter } from "./make-letter.ts";
import { planLetter } from "./plan-letter.ts";
import { inScript, sayDate, sayValue, spellings } from "./say-value.ts";
import { parseTemplate, readTemplates } from "./templates.ts";

describe("templates", () => {
  it("are there in five languages, the same letters in each, none said to be reviewed", async () => {
    const all = await readTemplates();
    const languages = [...new Set(all.map(({ language }) => language))].toSorted();
    expect(languages).toEqual(["en", "kk", "ru", "tr", "zh"]);
    const letters = (language: string) =>
      all.filter((one) => one.language === language).map(({ name }) => name);
    for (const language of languages) expect(letters(language)).toEqual(["appeal", "reminder"]);
    expect(all.filter(({ reviewed }) => reviewed)).toEqual([]);
    const fieldsOf = (name: string, language: string) =>
      all
        .find((one) => one.name === name && one.language === language)
        ?.lines.flatMap((line) => line.match(/\{\{\??\w+\}\}/g) ?? []);
    for (const name of ["appeal", "reminder"])
      for (const language of languages)
        expect(fieldsOf(name, language)).toEqual(fieldsOf(name, "en"));
  });

  const head = "title: A letter\nkind: petition\naudience: partners\n---\n";
  it.each([
    ["appeal.en.md", `${head}Hello`],
    ["appeal.en.txt", "Hello"],
    ["appeal.en.txt", "title: A letter\nkind: magic\naudience: partners\n---\nHello"],
    ["appeal.en.txt", `${head}{{password}}`],
  ])("%s is refused where it is none: %j", (file, text) => {
    expect(() => parseTemplate(file, text)).toThrow(/cannot be used/);
  });
});

it.each([
  ["2018-03-05", "ru", "5 марта 2018 г."],
  ["2018-03", "zh", "2018年3月"],
  ["2018-03-05", "tr", "5 Mart 2018"],
  ["2018~", "kk", "≈ 2018"],
  ["2018?", "en", "2018 (?)"],
  ["2018-03/2019", "en", "March 2018 – 2019"],
  ["2018-21", "en", "spring 2018"],
  ["2018-21", "ru", "2018"],
])("%s in %s is %s", (edtf, language, said) => {
  expect(sayDate(edtf, language)).toBe(said);
});

it("counts years as the language does, and says where a term has no word", () => {
  const years = { kind: "number", low: 15, high: 15, unit: "years" } as const;
  expect(sayValue(years, "ru").text).toBe("15 лет");
  expect(sayValue(years, "tr").text).toBe("15 yıl");
  const reason = { kind: "code", vocabulary: "reason", code: "passport" } as const;
  expect(sayValue(reason, "tr").english).toBe(true);
  expect(sayValue(reason, "ru").english).toBe(false);
});

it("picks the spelling in the letter's script", () => {
  const names = ["Invented Name", "Ойдан Адам", "虚构"];
  expect(spellings(names, "kk").first).toBe("Ойдан Адам");
  expect(spellings(names, "zh")).toEqual({
    first: "虚构",
    others: ["Invented Name", "Ойдан Адам"],
  });
  expect(spellings(["Ойдан Адам"], "en").first).toBe("Ойдан Адам");
  expect(inScript(["a teacher", "мұғалім"], "kk")).toEqual(["мұғалім"]);
  expect(inScript(["a teacher"], "kk")).toEqual(["a teacher"]);
});

describe.each(engineKinds)("letters on %s", (kind) => {
  let test: TestAct;
  beforeAll(async () => {
    test = await openTestAct(kind);
  });
  afterAll(() => test.end());

  /** Somebody in an article, with a private testimony beside it that says what they did. */
  async function somebody(name: string) {
    const { deps, vault } = test;
    const [article, testimony] = [await test.source(), await test.source("testimony")];
    const person = await test.person(name, article);
    const accepted = { review: "accepted" } as const;
    await vault.ledger.append(vault.author, [
      aClaim(person, article, "birthDate", { kind: "date", edtf: "1970-04-02" }, accepted),
      aClaim(person, article, "origin", { kind: "text", text: "Unreviewed\nvillage" }),
      aClaim(person, testimony, "occupation", { kind: "text", text: "invented imam" }, accepted),
    ]);
    await test.record("Episode", article, [
      { property: "person", value: { kind: "ref", record: person } },
      { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "camp" } },
      { property: "from", words: "2018-03" },
    ]);
    const input = {
      person,
      template: "appeal",
      language: "en",
      audience: "partners",
      given: { addressee: "Invented Ministry", signer: "Aida Invented" },
    };
    return { deps, person, testimony, input };
  }
  const yes = { audiences: ["partners"], giver: "sibling", mode: "spoken" };

  it("are filled from accepted claims that may go, with notes to their sources; gaps stand as gaps", async () => {
    const { deps, input, person, testimony } = await somebody("Invented Person");
    const { plan } = await planLetter(deps, input);
    expect(plan.text).toContain("Date of birth: 2 April 1970 [1]");
    expect(plan.text).toContain("What happened: Re-education camp [1]");
    expect(plan.text).toContain("[1] An invented article");
    expect(plan.text).toContain("Place of origin: […]");
    expect(plan.text).not.toMatch(/imam|village|Occupation/);
    expect(plan.gaps).toEqual(["origin", "eventPlace"]);
    expect(plan.blocks).toMatchObject([{ id: person, blocks: "never-asked" }]);
    await giveConsent(deps, test.actor, { ...yes, about: testimony });
    const { plan: wider, privateSources } = await planLetter(deps, input);
    expect(wider.text).toContain("Occupation: invented imam");
    expect(wider.text).toMatch(/\[2\] Testimony\n/);
    expect(privateSources).toEqual([testimony]);
  });

  it.each(["en", "ru", "kk", "zh", "tr"])(
    "are written in %s, as a document Word opens",
    async (language) => {
      const { deps, input, person } = await somebody("Invented Writer");
      await giveConsent(deps, test.actor, { ...yes, about: person });
      const made = await makeLetter(deps, test.actor, { ...input, language }, "docx");
      expect(Buffer.from(made.bytes.subarray(0, 4)).toString("latin1")).toBe("PK\u0003\u0004");
      const { plan } = await planLetter(deps, { ...input, language });
      expect(plan.text).not.toMatch(/\{\{|undefined/);
      expect(plan.untranslated).toEqual([]);
      expect(plan.reviewed).toBe(false);
    },
  );

  it("are not made without consent, and are in the ledger before anyone has them", async () => {
    const { deps, input, person } = await somebody("Invented Asker");
    const blocked = makeLetter(deps, test.actor, input, "txt");
    await expect(blocked).rejects.toMatchObject({ code: "act/consent-blocks" });
    expect((await showConsents(deps, person)).wentOut).toEqual([]);
    await giveConsent(deps, test.actor, { ...yes, about: person });
    const publisher = { ...test.actor, rights: rightsOfAll(["documenter"]) };
    await expect(makeLetter(deps, publisher, input, "txt")).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    const { bytes } = await makeLetter(deps, test.actor, input, "txt");
    expect(Buffer.from(bytes).toString()).toContain("Invented Asker");
    expect((await showConsents(deps, person)).wentOut).toMatchObject([
      { kind: "official-request", audience: "partners", receiver: "Invented Ministry" },
    ]);
    await expect(planLetter(deps, { ...input, audience: "inside" })).rejects.toMatchObject({
      code: "act/no-such-code",
    });
    await expect(planLetter(deps, { ...input, language: "xx" })).rejects.toMatchObject({
      code: "act/no-such-template",
    });
  });

  it("name nobody who was not asked: a pointer to another person stays", async () => {
    const { deps, input, person } = await somebody("Invented Brother");
    const other = await test.person("Invented Sister", await test.source());
    const kin = await test.record("Relationship", await test.source(), [
      { property: "from", value: { kind: "ref", record: other, words: "Invented Sister" } },
      { property: "to", value: { kind: "ref", record: person } },
    ]);
    const { plan } = await planLetter(deps, input);
    expect(plan.text).not.toContain("Sister");
    expect(plan.heldBack).toBeGreaterThan(0);
    expect(kin).toMatch(/^rec_/);
  });

  it("keep a name in one line, whatever its source put into it", async () => {
    const { deps, input } = await somebody("Invented\nTo: {{signer}} Forged");
    const { plan } = await planLetter(deps, input);
    expect(plan.text).toContain("Name: Invented To: {{signer}} Forged");
  });
});
