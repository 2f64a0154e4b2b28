// Guessing is slow, one at a time, and never blocks a vault for good.
import { describe, expect, it } from "vitest";
import { createAttempts } from "./attempts.ts";

const wrong = () => Promise.resolve(null);
const right = () => Promise.resolve("keys");

function noted() {
  const delays: number[] = [];
  const attempts = createAttempts((ms) => {
    delays.push(ms);
    return Promise.resolve();
  });
  return { attempts, delays };
}

describe("attempts", () => {
  it("wait 1, 2, 4, 8, 16 and then always 30 seconds, for each vault by itself", async () => {
    const { attempts, delays } = noted();
    for (let i = 0; i < 8; i++) await attempts.attempt("one", wrong);
    expect(delays).toEqual([1, 2, 4, 8, 16, 30, 30, 30].map((s) => s * 1_000));
    await attempts.attempt("other", wrong);
    expect(delays.at(-1)).toBe(1_000);
  });

  it("begin anew after the right one", async () => {
    const { attempts, delays } = noted();
    await attempts.attempt("one", wrong);
    await attempts.attempt("one", wrong);
    expect(await attempts.attempt("one", right)).toBe("keys");
    await attempts.attempt("one", wrong);
    expect(delays).toEqual([1_000, 2_000, 1_000]);
  });

  it("take turns, and refuse a crowd", async () => {
    const { attempts, delays } = noted();
    let running = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return null;
    };
    const crowd = await Promise.allSettled(
      Array.from({ length: 20 }, () => attempts.attempt("one", slow)),
    );
    const refused = crowd.filter((a) => a.status === "rejected");
    expect(most).toBe(1);
    expect(delays).toHaveLength(8);
    expect(refused).toHaveLength(12);
    expect(refused[0]?.reason).toMatchObject({ code: "access/too-many-attempts", status: 429 });
    expect(await attempts.attempt("one", right)).toBe("keys");
  });

  it("go on after one that broke", async () => {
    const { attempts, delays } = noted();
    const broken = () => Promise.reject(new Error("planted"));
    await expect(attempts.attempt("one", broken)).rejects.toThrow("planted");
    expect(await attempts.attempt("one", right)).toBe("keys");
    expect(delays).toEqual([]);
  });
});
