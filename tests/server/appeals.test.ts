// An appeal over the addresses: key, arrival, consents, who else it may be. Everyone here is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wordings } from "../../src/act/index.ts";
import { openAppeal } from "../../src/collect/index.ts";
import { newAppeal, sealedAppeal } from "../../src/collect/testing.ts";

import { type ArrivedAppeal, collectDeps, type ConsentView } from "../../src/server/index.ts";
import { appealAudiences } from "../../src/model/index.ts";
import { catalogues } from "../../src/web/appeal-form/messages/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

describe("appeals", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ withVault: true });
  });
  afterEach(() => server.end());

  const send = async (bytes: Uint8Array, name = "appeal.age"): Promise<ArrivedAppeal> => {
    const response = await server.app.request("http://127.0.0.1:4824/api/appeals", {
      method: "POST",
      headers: {
        ...server.headers(),
        "Content-Type": "application/octet-stream",
        "X-Guwah-Name": encodeURIComponent(name),
      },
      body: bytes as BodyInit,
    });
    return (await response.json()) as never;
  };
  const newKey = async (): Promise<string> =>
    ((await server.ask("POST", "/api/appeals/key", {})).body as { recipient: string }).recipient;
  const consents = async (about: string): Promise<readonly ConsentView[]> =>
    ((await server.ask("GET", `/api/consents/${about}`)).body as { items: ConsentView[] }).items;

  it("say that there is no key, until a keeper makes one", async () => {
    expect((await server.ask("GET", "/api/appeals/key")).body).toEqual({
      recipient: null,
      earlier: 0,
    });
    expect(await send(new Uint8Array([1]))).toMatchObject({
      error: { code: "appeal/no-key" },
    });
    expect(await newKey()).toMatch(/^age1/);
  });

  it("bring consents for each person, the sender and what was sent, and no more than was ticked", async () => {
    const recipient = await newKey();
    const consent = {
      wording: "appeal form 1",
      audiences: ["inside", "un-quiet"],
      risk: "His sister lives there.",
    };
    const people = [
      { names: ["Ерлан Ойдантегі"], relation: "brother" },
      { names: ["Invented Child"], relation: "son" },
    ];
    const files = [
      {
        name: "files/01.txt",
        called: "letter.txt",
        bytes: new TextEncoder().encode("An invented letter."),
      },
    ];
    const older = new TextEncoder().encode("An invented notice, here before.");
    await server.send("notice.txt", older);
    files.push({ name: "files/02.txt", called: "notice.txt", bytes: older });
    const arrived = await send(
      await sealedAppeal(recipient, newAppeal({ people, consent }), files),
    );
    expect(arrived.known).toBe(false);
    const givers: string[] = [];
    for (const { record } of arrived.people) {
      const [only, ...more] = await consents(record);
      expect(more).toEqual([]);
      expect(only).toMatchObject({ audiences: consent.audiences, wording: consent.wording });
      expect(only).toMatchObject({ capacity: "detained", risk: consent.risk });
      givers.push(only?.giver ?? "");
    }
    expect(givers).toEqual(["sibling", "parent"]);
    expect(await consents(arrived.sender)).toMatchObject([{ giver: "self" }]);
    expect(await consents(arrived.source)).toMatchObject([{ giver: "witness" }]);
    const letter = arrived.files[0]?.source ?? "";
    expect(await consents(letter)).toMatchObject([{ giver: "witness" }]);

    // What the vault had before came from somebody else, who decides about it.
    expect(arrived.files[1]).toMatchObject({ known: true });
    expect(await consents(arrived.files[1]?.source ?? "")).toEqual([]);
    expect(await server.job("/api/check")).toMatchObject({ clean: true });
  });

  it("add consents that a stop kept from being written when the file is opened again, and never twice", async () => {
    const bytes = await sealedAppeal(await newKey(), newAppeal());
    const asked = await server.holding.asked(server.headers()["Authorization"]?.slice(7) ?? null);
    // As if the program had ended here: the appeal is in, the consents are not.
    const first = await openAppeal(collectDeps(server.holding, asked), { name: "a.age", bytes });
    expect(await consents(first.source)).toEqual([]);
    await send(bytes);
    expect(await send(bytes)).toMatchObject({ known: true, source: first.source });
    for (const about of [first.source, first.sender, first.people[0]?.record ?? ""])
      expect(await consents(about)).toHaveLength(1);
  });

  it("name people on file under another script", async () => {
    const recipient = await newKey();
    const person = (...called: string[]) => ({ people: called.map((name) => ({ names: [name] })) });
    const first = await send(
      await sealedAppeal(recipient, newAppeal({ ...person("Ерлан Ойдантегі") })),
    );
    const second = await send(
      await sealedAppeal(
        recipient,
        newAppeal({ id: "f".repeat(32), ...person("Erlan Oidantegi", "Ерлан Ойдантегі") }),
      ),
    );
    // Two named in one appeal are two, however alike their names: only the one of before is asked about.
    const record = second.people[0]?.record ?? "";
    expect(second.candidates[record]).toMatchObject([
      { id: first.people[0]?.record, label: "Ерлан Ойдантегі" },
    ]);
    expect((await server.ask("GET", `/api/appeals/${second.source}`)).body).toMatchObject({
      candidates: { [record]: [{ id: first.people[0]?.record }] },
    });
    expect((await server.ask("GET", "/api/appeals")).body).toMatchObject({
      items: [{ source: second.source }, { source: first.source }],
    });
  });
});

describe("the form's consent", () => {
  it("is asked in the very words of the wording it names, in every language", () => {
    for (const [language, texts] of Object.entries(catalogues)) {
      const wording = wordings.find(({ id }) => id === texts.wording);
      expect(wording?.language, language).toBe(language);
      const before = ([1, 2, 3, 4] as const).map((n) => texts[`consent.before.${n}`]);
      expect(before).toEqual(wording?.before);
      for (const code of appealAudiences)
        expect(texts[`consent.${code}`]).toBe(wording?.questions[code]);
      expect(texts["consent.detained"]).toBe(wording?.detained);
    }
  });
});
