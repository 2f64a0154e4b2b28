import { describe, expect, test } from "vitest";
import { exitCodeOf, GuwahError, plainError, RuntimeError } from "./errors.ts";

class RoomError extends GuwahError {
  declare readonly code: "room-empty" | "room-locked";
}

describe("coded errors", () => {
  test("keep code, status, details, cause and the subclass's name", () => {
    const cause = new Error("below");
    const error = new RoomError("room-locked", 423, "Expected it open.", {
      cause,
      details: { wait: 3 },
    });
    expect(error).toBeInstanceOf(GuwahError);
    expect(error).toMatchObject({ code: "room-locked", status: 423, details: { wait: 3 }, cause });
    expect(error.name).toBe("RoomError");
    expect("details" in new RoomError("room-empty", 404, "Nothing.")).toBe(false);
  });

  test.each([
    [400, 2],
    [404, 3],
    [401, 4],
    [403, 4],
    [423, 4],
    [409, 5],
    [412, 5],
    [422, 6],
    [413, 7],
    [429, 7],
    [507, 7],
    [500, 70],
    [503, 70],
    [499, 130],
  ])("status %i ends a command with %i", (status, exit) => {
    expect(exitCodeOf(new GuwahError("any", status, "Any."))).toBe(exit);
  });

  test("a craft's error counts, though it is of another class", () => {
    const craft = Object.assign(new Error("Expected 32 bytes."), {
      code: "proof/bytes",
      status: 400,
    });
    expect(plainError(craft)).toEqual({
      code: "proof/bytes",
      status: 400,
      message: "Expected 32 bytes.",
    });
    expect(exitCodeOf(craft)).toBe(2);
  });

  test.each([
    ["a plain error", new Error("invented Aisha of nowhere")],
    [
      "a system error",
      Object.assign(new Error("no file: Aisha.pdf"), { code: "ENOENT", errno: -2 }),
    ],
    ["a text", "Aisha"],
    ["an object that is no error", { code: "x", status: 400, message: "Aisha" }],
    ["nothing", undefined],
  ])("of %s nothing is told", (_, thrown) => {
    expect(plainError(thrown)).toMatchObject({ code: "internal", status: 500 });
    expect(JSON.stringify(plainError(thrown))).not.toContain("Aisha");
    expect(exitCodeOf(thrown)).toBe(70);
  });

  test("this room's own errors carry their status", () => {
    expect(new RuntimeError("job-unknown", "None.").status).toBe(404);
  });
});
