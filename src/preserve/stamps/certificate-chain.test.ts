// Chains of more than two, as real authorities have them: certificates between, crossed, too old, unfit. All invented.
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chainOf, sha256Of } from "./certificate-chain.ts";

const dir = mkdtempSync(join(tmpdir(), "guwah-chain-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const program = "openssl";
const curve = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

/** A certificate of this name, by its issuer or by itself. `as`: the file, where two have one name. */
function certificate(
  name: string,
  { by = "", ca = true, days = 30, as = name, key = "" },
): X509Certificate {
  const issuer = by === "" ? "" : ` -CA ${by}.pem -CAkey ${by}.key`;
  const pair = key === "" ? `${curve} -keyout ${as}.key` : `-key ${key}.key`;
  const use = `-addext basicConstraints=critical,CA:${ca ? "TRUE" : "FALSE"}`;
  const line = `req -x509 ${pair}${issuer} -out ${as}.pem -subj /CN=${name} -days ${days} ${use}`;
  execFileSync(program, line.split(" "), { cwd: dir, stdio: ["ignore", "ignore", "pipe"] });
  return new X509Certificate(readFileSync(join(dir, `${as}.pem`)));
}

const root = certificate("root", { days: 365 });
const other = certificate("other", { days: 365 });
const between = certificate("between", { by: "root", days: 5 });
const clock = certificate("clock", { by: "between", ca: false });
/** The root's own name and key, signed by the other root: how authorities move from one root to the next. */
const crossed = certificate("root", { by: "other", as: "crossed", key: "root" });
const unfit = certificate("unfit", { by: "root", ca: false });
const under = certificate("under", { by: "unfit", ca: false });
const now = Date.now() + 60_000;
const day = 86_400_000;
const names = (chain: ReturnType<typeof chainOf>): string[] | string =>
  chain.kind === "chain" ? chain.certificates.map(({ subject }) => subject.slice(3)) : chain.kind;

describe("a chain", () => {
  it("leads through the certificates between, in whatever order they come, to the root that is meant", () => {
    for (const given of [
      [between, root, other],
      [other, root, between, clock],
    ]) {
      for (const trusted of [null, { certificate: root }, { sha256: sha256Of(root) }]) {
        expect(names(chainOf(clock, given, trusted, now))).toEqual(["clock", "between", "root"]);
      }
      expect(names(chainOf(clock, given, { certificate: other }, now))).toBe("not-trusted");
    }
    expect(names(chainOf(clock, [between], { certificate: root }, now))).toHaveLength(3);
    expect(names(chainOf(clock, [between], { sha256: sha256Of(root) }, now))).toBe("not-trusted");
    expect(names(chainOf(clock, [root], null, now))).toBe("not-trusted");
  });

  it("ends at the root that was given, though the token brings it crossed by another one", () => {
    const given = [between, crossed, other];
    expect(names(chainOf(clock, given, { certificate: root }, now))).toHaveLength(3);
    expect(names(chainOf(clock, given, { certificate: other }, now))).toEqual([
      "clock",
      "between",
      "root",
      "other",
    ]);
  });

  it("does not lead through a certificate that may sign no others, or was not valid then", () => {
    expect(names(chainOf(under, [unfit, root], { certificate: root }, now))).toBe("not-trusted");
    const given = [between, root];
    expect(names(chainOf(clock, given, null, now + 6 * day))).toBe("expired");
    expect(names(chainOf(clock, given, null, now - 2 * day))).toBe("expired");
    expect(names(chainOf(clock, given, null, now + 4 * day))).toHaveLength(3);
  });

  it("is found or not found in one look at each, with certificates that all sign each other", () => {
    certificate("ring", { as: "ring0" });
    const many = Array.from({ length: 9 }, (_, i) =>
      certificate("ring", { by: "ring0", as: `ring${i + 1}`, key: "ring0" }),
    );
    const start = certificate("start", { by: "ring0", ca: false });
    expect(names(chainOf(start, many, { certificate: other }, now))).toBe("not-trusted");
  });
});
