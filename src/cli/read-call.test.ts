// Every command in the table is found by its own name, be it one word or two.
import { describe, expect, it } from "vitest";
import { commands } from "./commands.ts";
import { splitName } from "./read-call.ts";

describe("the name of a command", () => {
  it.each(commands.map(({ name }) => name))("%s is found, and the rest is left", (name) => {
    expect(splitName(commands, [...name.split(" "), "x", "--json"])).toEqual([
      name,
      ["x", "--json"],
    ]);
    expect(splitName(commands, name.split(" "))).toEqual([name, []]);
  });
  it("that nobody has is one word", () => {
    expect(splitName(commands, ["nothing", "approve"])).toEqual(["nothing", ["approve"]]);
    expect(splitName(commands, [])).toEqual([undefined, []]);
  });
});
