import { describe, expect, it } from "vitest";
import { pressedKeys } from "./pressed-keys.ts";

const press = (
  key: string,
  code: string,
  mods: Partial<Record<"ctrlKey" | "altKey" | "metaKey", boolean>> = {},
) => ({ key, code, ctrlKey: false, altKey: false, metaKey: false, ...mods });

describe("what a key press is called", () => {
  it("is the letter on a Latin layout, in small", () => {
    expect(pressedKeys(press("s", "KeyS"))).toBe("s");
    expect(pressedKeys(press("S", "KeyS"))).toBe("s");
    // On a French keyboard the letter stands elsewhere; the letter counts, not the place.
    expect(pressedKeys(press("a", "KeyQ"))).toBe("a");
  });

  it("is the place of the key where the layout has no Latin letters", () => {
    expect(pressedKeys(press("ы", "KeyS"))).toBe("s");
    expect(pressedKeys(press("س", "KeyS"))).toBe("s");
    expect(pressedKeys(press("д", "KeyL", { ctrlKey: true, altKey: true }))).toBe("Control+Alt+l");
  });

  it("leaves signs and named keys alone", () => {
    expect(pressedKeys(press("?", "Slash"))).toBe("?");
    expect(pressedKeys(press("Escape", "Escape"))).toBe("Escape");
  });
});
