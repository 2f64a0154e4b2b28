// Revocation lists of a real authority made with `openssl ca`, served on the loopback. Everyone in it is invented.
import { execFileSync } from "node:child_process";
import { randomBytes, X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeCheckpoint } from "../make-checkpoint.ts";
import { engineKinds } from "../testing.ts";
import { type Dial, throughNetwork } from "./ask-authority.ts";
import { setAuthority } from "./authorities.ts";
import { listsThroughNetwork } from "./fetch-list.ts";
import { keptStamp } from "./kept-stamp.ts";
import { listStamps } from "./list-stamps.ts";
import { judgeList, listAddresses } from "./revocation-list.ts";
import { createStampQueue } from "./stamp-queue.ts";
import { stampRows } from "./stamps.store.ts";
import {
  type Answer,
  forStamping,
  replying,
  serve,
  type ServedAuthority,
  testAuthority,
  type TestAuthority,
} from "./testing.ts";
import { testStamps, type TestStamps } from "./testing-vault.ts";
import { verifyStamps } from "./verify-stamps.ts";

const straight: Dial = async (host, port) => connect(port, host);
const stranger = testAuthority();
afterAll(() => stranger.end());

const certificateOf = ({ dir }: TestAuthority, name = "tsa"): X509Certificate =>
  new X509Certificate(readFileSync(join(dir, `${name}.pem`)));

describe("a revocation list", () => {
  const authority = testAuthority({
    uses: [
      ...forStamping,
      "crlDistributionPoints = URI:http://lists.invalid/one.crl, URI:ldap://lists.invalid/x",
    ],
  });
  afterAll(() => authority.end());
  const about = (time = Date.now()) => ({
    certificate: certificateOf(authority),
    issuer: certificateOf(authority, "root"),
    time,
  });

  it("is where the certificate says, over http alone", async () => {
    expect(await listAddresses(certificateOf(authority))).toEqual(["http://lists.invalid/one.crl"]);
    expect(await listAddresses(certificateOf(stranger))).toEqual([]);
  });

  it("is believed when the issuer signed it and it was good then", async () => {
    const list = authority.list(1);
    expect(await judgeList(list, about())).toBe("good");
    expect(await judgeList(list, about(Date.now() + 2 * 86_400_000))).toBe("not-believed");
    expect(await judgeList(list, about(Date.now() - 86_400_000))).toBe("not-believed");
    expect(await judgeList(stranger.list(), about())).toBe("not-believed");
    // Every single bit of it.
    for (let i = 0; i < list.length * 8; i++) {
      const bent = Buffer.from(list);
      bent[i >> 3] = (bent[i >> 3] ?? 0) ^ (1 << (i & 7));
      expect([i, await judgeList(bent, about())]).toEqual([i, "not-believed"]);
    }
    for (const bytes of [Buffer.alloc(0), Buffer.from("<html>"), randomBytes(300)])
      expect(await judgeList(bytes, about())).toBe("not-believed");
  });

  it("names the certificate once it is revoked", async () => {
    authority.revoke();
    expect(await judgeList(authority.list(), about())).toBe("revoked");
  });
});

describe.each(engineKinds)("stamps of a vault on %s", (engine) => {
  let test: TestStamps;
  let lists: ServedAuthority;
  let clock: ServedAuthority;
  let authority: TestAuthority;
  let answer: Answer;
  beforeAll(async () => {
    lists = await serve((query, response, request) => answer(query, response, request));
    const uses = [...forStamping, `crlDistributionPoints = URI:${lists.url}`];
    authority = testAuthority({ uses });
    clock = await serve(replying(authority));
  });
  afterAll(async () => {
    await lists.close();
    await clock.close();
    authority.end();
  });
  beforeEach(async () => {
    test = await testStamps(engine, Date.now);
    await test.grow(3);
    await setAuthority(test.deps, test.keeper, {
      name: "clock",
      url: clock.url,
      root: authority.root,
    });
    await makeCheckpoint(test.deps, test.keeper, "hand");
  });
  afterEach(() => test.end());

  const giving =
    (bytes: () => Uint8Array): Answer =>
    (_query, response) =>
      void response.end(bytes());
  /** Has the checkpoint stamped, and gives what is shown then. */
  async function stamped(timeoutMs = 5_000, dial = straight) {
    const deps = { ...test.deps, lists: listsThroughNetwork({ dial, timeoutMs }) };
    const queue = createStampQueue(deps, test.keeper, throughNetwork(), 60);
    await queue.deliver();
    return listStamps(test.deps, queue);
  }

  it("keep the list of that day, which openssl believes", async () => {
    answer = giving(() => authority.list());
    const { stamps } = await stamped();
    expect(stamps).toMatchObject([{ holds: true, revocation: "checked" }]);
    const [row] = await stampRows(test.deps.db);
    const kept = row === undefined ? null : await keptStamp(test.deps, row);
    expect(kept?.lists).toHaveLength(1);
    const path = join(authority.dir, "kept.crl");
    writeFileSync(path, kept?.lists[0] ?? "");
    const said = execFileSync(
      "sh",
      ["-c", `openssl crl -inform DER -in kept.crl -CAfile root.pem -noout 2>&1`],
      { cwd: authority.dir, encoding: "utf8" },
    );
    expect(said).toContain("verify OK");
    expect(await verifyStamps(test.deps)).toMatchObject({ alarms: [] });
    // An idle vault does not sign its own lists.
    expect(await makeCheckpoint(test.deps, test.keeper, "hand")).toMatchObject({ made: false });
    // Another authority's list in its place is noticed.
    const { hash } = await test.deps.files.keep(stranger.list(), { limitBytes: 100_000 });
    const changed = { ...row, lists: JSON.stringify([hash]) };
    expect(await keptStamp(test.deps, changed as never)).toBeNull();
  });

  const faults: readonly (readonly [string, Answer])[] = [
    ["refused", (_query, response) => void response.writeHead(404).end()],
    [
      "refused",
      (_query, response) => void response.writeHead(302, { Location: "/other.crl" }).end(),
    ],
    ["not-believed", giving(() => Buffer.from("<html>An invented page</html>"))],
    ["not-believed", giving(() => stranger.list())],
    ["too-long", giving(() => Buffer.alloc(5 * 1024 * 1024))],
    ["unreachable", (_query, response) => void response.destroy()],
    ["too-slow", () => {}],
  ];
  it.each(faults)("hold without a list, and say why: %s", async (state, how) => {
    answer = how;
    const before = lists.asked.length;
    const { stamps, authorities } = await stamped(state === "too-slow" ? 300 : 5_000);
    expect(authorities).toMatchObject([{ state: "stamped", fault: null }]);
    expect(stamps).toMatchObject([{ holds: true, revocation: state }]);
    expect(lists.asked).toHaveLength(before + 1);
  });

  it("say when the address is one that nobody here connects to", async () => {
    const refusing: Dial = async () => Promise.reject(new Error("a private address"));
    const before = lists.asked.length;
    expect((await stamped(5_000, refusing)).stamps).toMatchObject([{ revocation: "unreachable" }]);
    expect(lists.asked).toHaveLength(before);
  });

  it("are refused once the authority's certificate is revoked", async () => {
    authority.revoke();
    answer = giving(() => authority.list());
    const { stamps, authorities } = await stamped();
    expect(stamps).toEqual([]);
    expect(authorities).toMatchObject([{ state: "failed", fault: "revoked" }]);
  });
});
