// Who is signed in, under a clock the test turns.
import { describe, expect, it } from "vitest";
import type { MemberId } from "../model/index.ts";
import { deriveSealedKeys, randomKey } from "../store/index.ts";
import { createSessions } from "./sessions.ts";

const aygul = "mem_A" as MemberId;
const ruslan = "mem_R" as MemberId;
const minute = 60_000;

function start(idleMinutes = 15) {
  let now = Date.UTC(2026, 2, 1);
  let ticks: () => void = () => {};
  const told: string[] = [];
  const sessions = createSessions({
    clock: () => now,
    idleMinutes,
    onIdle: () => told.push("idle"),
    every: (_ms, work) => {
      ticks = work;
      return () => told.push("stopped");
    },
  });
  const pass = (ms: number): void => {
    now += ms;
    ticks();
  };
  const sleep = (ms: number): void => {
    now += ms;
  };
  return { sessions, pass, sleep, told };
}

describe("sessions", () => {
  it("answer only to their own token, 256 bits and never twice the same", () => {
    const { sessions } = start();
    const token = sessions.start(aygul, null);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sessions.start(aygul, null)).not.toBe(token);
    expect(sessions.touch(token)).toMatchObject({ member: aygul });
    for (const wrong of ["", `${token}A`, token.slice(1), token.toLowerCase()]) {
      expect(sessions.touch(wrong)).toBeNull();
    }
  });

  it("lock the vault once when nobody was active, and forget everybody", () => {
    const { sessions, pass, told } = start(15);
    const token = sessions.start(aygul, null);
    pass(14 * minute);
    sessions.touch(token);
    pass(14 * minute);
    expect(told).toEqual([]);
    pass(minute);
    expect(told).toEqual(["idle"]);
    expect(sessions.touch(token)).toBeNull();
    pass(60 * minute);
    expect(told).toEqual(["idle"]);
  });

  it("are not kept open by looking", () => {
    const { sessions, pass, told } = start(15);
    const token = sessions.start(aygul, null);
    pass(14 * minute);
    expect(sessions.peek(token)).toMatchObject({ member: aygul });
    expect(sessions.idleLeftMs()).toBe(minute);
    pass(minute);
    expect(sessions.peek(token)).toBeNull();
    expect(told).toEqual(["idle"]);
  });

  it("end for one who left while another works on", () => {
    const { sessions, pass, told } = start(15);
    const left = sessions.start(aygul, null);
    const works = sessions.start(ruslan, null);
    for (let i = 0; i < 4; i++) {
      pass(5 * minute);
      sessions.touch(works);
    }
    expect(sessions.touch(left)).toBeNull();
    expect(sessions.touch(works)).not.toBeNull();
    expect(told).toEqual([]);
  });

  it("are over after the machine slept, even before the timer runs", () => {
    const { sessions, sleep, told } = start(15);
    const token = sessions.start(aygul, null);
    sleep(8 * 60 * minute);
    expect(sessions.touch(token)).toBeNull();
    expect(told).toEqual(["idle"]);
  });

  it("do not last for ever when the clock is set back", () => {
    const { sessions, pass, told } = start(15);
    const token = sessions.start(aygul, null);
    pass(-24 * 60 * minute);
    expect(sessions.touch(token)).toBeNull();
    expect(told).toEqual(["idle"]);
  });

  it("wait for long work, then count from its end", () => {
    const { sessions, pass, told } = start(15);
    sessions.start(aygul, null);
    const release = sessions.hold();
    pass(60 * minute);
    expect(told).toEqual([]);
    release();
    release();
    pass(14 * minute);
    expect(told).toEqual([]);
    pass(minute);
    expect(told).toEqual(["idle"]);
  });

  it("lock a vault nobody signed in to, but not one that is locked", () => {
    const { sessions, pass, told } = start(15);
    pass(60 * minute);
    expect(told).toEqual([]);
    sessions.wake();
    pass(15 * minute);
    expect(told).toEqual(["idle"]);
  });

  it("wipe the sealed keys of whoever leaves", () => {
    const { sessions } = start();
    const keys = [1, 2, 3].map(() => deriveSealedKeys(randomKey()));
    const tokens = keys.map((k, i) => sessions.start(i === 1 ? ruslan : aygul, k));
    const wiped = (i: number) => keys[i]?.cipher.every((b) => b === 0);
    sessions.end(tokens[0] ?? "");
    expect([wiped(0), wiped(1), wiped(2)]).toEqual([true, false, false]);
    sessions.endMember(ruslan);
    expect([wiped(1), wiped(2)]).toEqual([true, false]);
    sessions.endAll();
    expect(wiped(2)).toBe(true);
    expect(sessions.count()).toBe(0);
  });
});
