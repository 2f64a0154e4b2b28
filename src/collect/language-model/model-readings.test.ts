// What models suggested, on both engines. Everyone and every outlet here is invented.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../model/index.ts";
import { deriveVaultKeys } from "../../store/index.ts";
import { addFile, forgetReadings, readAgain, showSource, sourceReading } from "../index.ts";
import { engineKinds, openTestCollect, pressText, type TestCollect } from "../testing.ts";
import { askModel } from "./ask-model.ts";
import { modelReadings } from "./model-readings.ts";
import { forgetModel, setModel, showModel } from "./model-setting.ts";
import { type FakeEndpoint, says, startFakeEndpoint } from "./testing.ts";

describe.each(engineKinds)("on %s", (kind) => {
  let vault: TestCollect;
  let model: FakeEndpoint;
  let source = "";
  beforeAll(async () => {
    [vault, model] = await Promise.all([openTestCollect(kind), startFakeEndpoint()]);
    const item = await addFile(vault.deps, {
      name: "courier.txt",
      bytes: Buffer.from(pressText),
    });
    source = item.source ?? "";
    model.answer = says({ names: [{ words: "invented village of Birinchi", type: "place" }] });
  });
  afterAll(async () => {
    await model.close();
    await vault.end();
  });

  const keys = deriveVaultKeys(randomBytes(32));
  const setting = (...roles: readonly Role[]) => {
    const { engine } = vault.deps.ledger.deps;
    const { actor } = vault.as(...roles);
    return { vault: { engine, keys, id: "vault_of_tests" }, actor, allowed: true };
  };

  it("a setting is kept, shown, and forgotten; only a keeper may", async () => {
    await expect(
      setModel(setting("documenter", "reviewer"), { address: model.address, model: "tester" }),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
    await setModel(setting("keeper"), { address: model.address, model: "tester", key: "k" });
    expect(await showModel(setting("publisher"))).toMatchObject({ on: true, hasKey: true });
    const elsewhere = { ...setting("keeper"), vault: { ...setting("keeper").vault, id: "other" } };
    expect(await showModel(elsewhere)).toEqual({ on: false, never: false });
    await expect(forgetModel(setting("documenter"))).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });

  it("suggestions outlive the rules' reading, count, and go with the source", async () => {
    const { engine } = vault.deps.ledger.deps;
    const deps = { ...vault.deps, ...setting("documenter", "analyst") };
    await askModel(deps, { source, address: model.address });
    const places = async (): Promise<number> =>
      (await sourceReading(vault.deps, { id: source })).reading.mentions.filter(
        (m) => m.rule === "model tester",
      ).length;
    const before = (await showSource(vault.deps, { id: source })).open;
    expect(await places()).toBe(1);
    await readAgain(vault.deps, {});
    expect(await places()).toBe(1);
    expect((await showSource(vault.deps, { id: source })).open).toBe(before);
    await forgetReadings(engine, [source]);
    expect(await modelReadings(engine, source)).toEqual([]);
    expect(await places()).toBe(0);
  });

  it("asks nobody for somebody who may not add", async () => {
    const asked = model.questions.length;
    const deps = { ...vault.as("publisher"), ...setting("publisher") };
    await expect(askModel(deps, { source, address: model.address })).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    await forgetModel(setting("keeper"));
    await expect(
      askModel({ ...vault.deps, ...setting("documenter") }, { source, address: model.address }),
    ).rejects.toMatchObject({ code: "model-off" });
    expect(model.questions).toHaveLength(asked);
  });
});
