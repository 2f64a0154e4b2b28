// Cases and deadlines through the commands, on a real vault in this process. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardColumn, CalendarItem, CaseView } from "../act/index.ts";
import { openTestCommands, type TestCommands } from "./testing.ts";

let test: TestCommands;

beforeAll(async () => {
  test = await openTestCommands();
  const { source } = await test.to.post<{ source: string }>("/api/sources/text", {
    kind: "note",
    text: "Note of an invented call about Tursun Inventedov.",
  });
  const claims = [{ property: "name", words: "Tursun Inventedov" }];
  const person = { schema: "Person", source, label: "Tursun Inventedov", claims };
  await test.to.post("/api/records", person);
});
afterAll(() => test.end());

describe("guwah case and guwah deadline", () => {
  it("open a case, set its hearing, move it, give a task, note, and close it", async () => {
    const open = ["case", "open", "Tursun", "Inventedov", "--kind", "deportation"];
    const { number } = await test.guwah<{ number: string }>([...open, "--priority", "urgent"]);
    expect(number).toMatch(/^G-\d{4}-0001$/);
    const at = ["--day", "2031-03-05", "--time", "09:30", "--zone", "Asia/Almaty"];
    const set = ["deadline", "set", number, "--kind", "hearing", ...at];
    const { id } = await test.guwah<{ id: string }>(set);
    const [near] = await test.guwah<CalendarItem[]>(["deadline"]);
    expect(near).toMatchObject({ id, case: { number } });
    await expect(test.guwah(["deadline", "move", id, ...at])).rejects.toThrow(/reason-needed/);
    await test.guwah(["deadline", "move", id, ...at, "--reason", "the judge fell ill"]);
    const task = await test.guwah<{ id: string }>([
      "case",
      "task",
      number,
      "Call",
      "the",
      "lawyer",
    ]);
    await test.guwah(["case", "task", number, "--done", task.id]);
    await test.guwah(["case", "note", number, "She", "will", "call", "at", "eight."]);
    const shown = await test.guwah<CaseView>(["case", "show", number]);
    expect(shown.deadlines[0]).toMatchObject({ state: "moved", reason: "the judge fell ill" });
    expect(shown.taskList[0]).toMatchObject({ title: "Call the lawyer", state: "done" });
    expect(shown.notes[0]?.text).toBe("She will call at eight.");
    await test.guwah(["deadline", "done", id]);
    await test.guwah(["case", "close", number, "--reason", "he is safe"]);
    const [closed] = await test.guwah<BoardColumn[]>(["case", "list", "--status", "closed"]);
    expect(closed?.items.map((one) => one.number)).toEqual([number]);
    expect(test.printed.join("\n")).toContain("2031-03-05 09:30 Asia/Almaty");
    expect(await test.guwah<CalendarItem[]>(["deadline", "list"])).toEqual([]);
  });
});
