import { describe, expect, test } from "vitest";
import { GuwahError } from "./errors.ts";
import { createLog, noLog } from "./log.ts";
import type { LogFields } from "./log.ts";
import { recordingLog, testClock, testIds } from "./testing.ts";

describe("log lines", () => {
  test("are one JSON object each: time, level, event and allowed fields", () => {
    const { log, lines } = recordingLog();
    const id = testIds().next("bat");
    log.info("import-done", { id, count: 300, ms: 12.5, code: "proof/bytes", bytes: 0 });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith("}\n")).toBe(true);
    expect(JSON.parse(lines[0] as string)).toEqual({
      time: "2026-03-09T08:05:00.000Z",
      level: "info",
      event: "import-done",
      id,
      count: 300,
      ms: 12.5,
      code: "proof/bytes",
      bytes: 0,
    });
  });

  test("below the chosen level are not written", () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) }, testClock, "warn");
    log.debug("a");
    log.info("b");
    log.warn("c");
    log.error("d");
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(["c", "d"]);
    noLog.error("e");
  });
});

describe("nothing about people gets in", () => {
  // Everyone here is invented.
  const names = [
    "Aisha",
    "Айша Ойдан",
    "ئايشە",
    "阿依夏",
    "aisha oydan",
    "aisha@example.com",
    "/home/aisha/a.pdf",
  ];

  test.each(names)("%s is withheld from every field, known or not", (name) => {
    const { log, lines } = recordingLog();
    const smuggled = Object.fromEntries(
      ["code", "kind", "step", "id", "job", "member", "at", "count", "ms", "note", name].map(
        (key) => [key, name],
      ),
    ) as LogFields;
    log.warn("odd", smuggled);
    log.warn(name);
    const said = lines.join("");
    expect(said).not.toContain(name);
    expect(JSON.parse(lines[0] as string)).not.toHaveProperty("note");
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      code: "(withheld)",
      count: "(withheld)",
    });
    expect(JSON.parse(lines[1] as string)).toMatchObject({ event: "(withheld)" });
  });

  test("a failure is told by code, status and place; message, cause and path stay out", () => {
    const { log, lines } = recordingLog();
    log.failure("job-failed", new GuwahError("exists", 409, "Aisha is there", { cause: "Aisha" }));
    log.failure("job-failed", new TypeError("Aisha is not a function"));
    log.failure("job-failed", "Aisha");
    expect(lines.join("")).not.toContain("Aisha");
    expect(JSON.parse(lines[0] as string)).toMatchObject({ code: "exists", status: 409 });
    const second = JSON.parse(lines[1] as string) as { code: string; at: string };
    expect(second.code).toBe("internal");
    expect(second.at).toMatch(/^log\.test\.ts:\d+:\d+$/);
  });

  test("an endless code is withheld", () => {
    const { log, lines } = recordingLog();
    log.info("ok", { code: "a".repeat(10_000) });
    expect(lines[0]?.length).toBeLessThan(200);
  });
});
