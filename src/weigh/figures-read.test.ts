// Figures of a vault on their charts, on both engines. Everyone in them is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClaimId, RecordId, SourceId } from "../model/index.ts";
import { checkLedger } from "../store/index.ts";
import { addRecord, type NewClaim } from "./add-record.ts";
import { moveFigure } from "./figures-move.ts";
import { listQuantities, quantityOfFigure } from "./figures-read.ts";
import { reviewClaim, withdraw } from "./review-claim.ts";
import { coded, engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const held = coded("unit", "figure-unit", "persons-held");
const amount = (low: number, high = low): NewClaim => ({
  property: "quantity",
  value: { kind: "number", low, high },
});

describe.each(engineKinds)("figures on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  beforeEach(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier", { published: "2019-03-12" });
  });
  afterEach(async () => {
    expect(await checkLedger(w.vault.ledger.deps)).toMatchObject({ clean: true, problems: [] });
    await w.end();
  });

  const figure = async (...claims: NewClaim[]) => figureFrom(source, ...claims);
  const figureFrom = async (from: SourceId, ...claims: NewClaim[]) =>
    addRecord(
      w.deps,
      w.everyone,
      { schema: "Figure", source: from, label: "An invented figure", claims },
      w.seal,
    );
  const chart = async (id: RecordId) => quantityOfFigure(w.deps.db, id);

  it("show each estimate as it was said, by whom and when, with its publication where no date is said", async () => {
    const { id } = await figure(held, amount(800, 1200), {
      property: "body",
      words: "World Panel",
    });
    await figure(held, amount(900), { property: "asOf", words: "2018-12" });
    const view = await chart(id);
    expect(view.estimates).toMatchObject([
      {
        amount: { low: 900, high: 900, hedge: "exact" },
        date: { kind: "as-of", edtf: "2018-12", min: "2018-12-01", max: "2018-12-31" },
      },
      {
        amount: { low: 800, high: 1200, hedge: "range" },
        date: { kind: "published", edtf: "2019-03-12" },
        sayings: [{ sourceTitle: "Invented Courier", placed: false }],
      },
    ]);
    expect(view.bodies.map((b) => b.name).toSorted()).toEqual(["Invented Courier", "World Panel"]);
    expect(view.counted).toEqual({ unit: "People held at one time", population: null, places: [] });
    expect(await listQuantities(w.deps.db)).toMatchObject([
      { figures: 2, estimates: 2, origins: 1 },
    ]);
  });

  it("count independent origins, not articles", async () => {
    const body: NewClaim = { property: "body", words: "World Panel" };
    const { id } = await figure(held, amount(5), body);
    for (const title of ["Invented Gazette", "Invented Herald"]) {
      const outlet = await w.source(title, { relays: [source] });
      await figureFrom(outlet, held, amount(5), body);
    }
    const other = await w.source("Invented Lantern");
    await figureFrom(other, held, amount(5), body);
    const view = await chart(id);
    expect(view.estimates).toHaveLength(1);
    expect(view.estimates[0]?.sayings).toHaveLength(4);
    expect(view.estimates[0]?.origins).toHaveLength(2);
  });

  it("carry the denials of whoever answers them or names them", async () => {
    const said = await w.statement(source, "estimates", { speaker: "the Panel" });
    const { id } = await figure(held, { ...amount(5), statement: said });
    const { id: untouched } = await figure(held, amount(7));
    await w.statement(source, "denies", { speaker: "an office", answers: [said] });
    await w.statement(source, "reframes", { targets: [{ record: id, property: "quantity" }] });
    await w.statement(source, "denies", { targets: [{ record: id, property: "place" }] });
    const gone = await w.statement(source, "denies", { answers: [said] });
    await withdraw(w.deps, w.everyone, { target: gone, subject: gone, back: false, reason: "" });
    const { estimates } = await chart(untouched);
    expect(estimates.map((e) => [e.amount.low, e.denials.map((d) => d.stance).toSorted()])).toEqual(
      [
        [5, ["denies", "reframes"]],
        [7, []],
      ],
    );
  });

  it("are gone when rejected or taken back", async () => {
    const { id, claims } = await figure(held, amount(5));
    const { id: second } = await figure(held, amount(6));
    const claim = claims[1] as ClaimId;
    await reviewClaim(w.deps, w.everyone, { claim, state: "rejected" });
    await expect(chart(id)).rejects.toMatchObject({ code: "weigh/no-such-record" });
    expect((await chart(second)).estimates).toHaveLength(1);
    await withdraw(w.deps, w.everyone, {
      target: second,
      subject: second,
      back: false,
      reason: "invented",
    });
    expect(await listQuantities(w.deps.db)).toEqual([]);
  });

  it("judged the same are one figure, and both numbers stay", async () => {
    const { id: a } = await figure(held, amount(5));
    const { id: b } = await figure(held, amount(6));
    await w.judge(a, b, "same");
    const view = await chart(b);
    expect(view.figures).toEqual([a]);
    expect(view.estimates.map((e) => e.amount.low)).toEqual([5, 6]);
  });

  it("are moved to another chart and back by a claim of their own", async () => {
    const { id: a } = await figure(held, amount(5));
    const { id: b } = await figure(coded("unit", "figure-unit", "other"), amount(6));
    const { id: c } = await figure(held, amount(7));
    const figures = async () => (await listQuantities(w.deps.db)).map((q) => q.figures);
    const move = async (like: RecordId | null, as = w.everyone) =>
      moveFigure(w.deps, as, { figure: b, like, reason: "invented" });
    expect(await figures()).toEqual([2, 1]);
    await move(a);
    expect(await figures()).toEqual([3]);
    expect((await chart(b)).estimates.flatMap((e) => e.sayings).map((s) => s.placed)).toEqual([
      false,
      true,
      false,
    ]);
    await move(b);
    expect(await figures()).toEqual([2, 1]);
    await move(c);
    await move(null);
    expect(await figures()).toEqual([2, 1]);
    expect((await chart(b)).estimates[0]?.sayings[0]?.placed).toBe(false);
  });

  it("are moved by those who may add, and to figures only", async () => {
    const { id } = await figure(held, amount(5));
    const move = moveFigure(w.deps, w.as("publisher"), { figure: id, like: id, reason: "" });
    await expect(move).rejects.toMatchObject({ code: "access/not-allowed" });
    const person = await w.person(source, "Yerlan Testuly");
    await expect(
      moveFigure(w.deps, w.everyone, { figure: id, like: person, reason: "" }),
    ).rejects.toMatchObject({ code: "weigh/no-such-record" });
    await moveFigure(w.deps, w.everyone, { figure: id, like: id, reason: "" });
    await expect(
      moveFigure(w.deps, w.as("documenter"), { figure: id, like: null, reason: "" }),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
  });
});
