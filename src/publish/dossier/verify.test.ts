// verify.sh against a dossier and against those who would bend it. Everything in it is invented.
import {
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  appendFileSync,
  mkdirSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  formatCheckpoint,
  signerKey,
  signNote,
  sshFingerprint,
  sshPublicKey,
} from "../../proof/index.ts";
import { testAuthority } from "../../preserve/testing.ts";
import {
  checkpointText,
  entries,
  group,
  ledgerProof,
  photoPath,
  reseal,
  stampOn,
  stranger,
  verify,
  writeInvented,
} from "./testing.ts";

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "guwah-dossier-"));
  dir = join(root, "bag");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string): string => join(dir, path);
const read = (path: string): string => readFileSync(at(path), "utf8");
const write = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
const manifestLine = (path: string): RegExp =>
  new RegExp(`^.*${path.replaceAll(".", "\\.")}\n`, "m");

describe("an untouched dossier", () => {
  it("passes every step, also by the script it carries", async () => {
    const bag = await writeInvented(dir);
    expect(bag.files).toBe(7);
    for (const own of [false, true]) {
      const { status, failed, text } = verify(
        dir,
        ["--signer", sshFingerprint(group), "--log", ledgerProof().vkey],
        own,
      );
      expect(failed).toEqual([]);
      expect(status).toBe(0);
      expect(text).toMatch(/5 entries are in the ledger/);
      expect(text).toMatch(/2 of 2 witnesses/);
    }
  });

  it("says that nobody named the signer", async () => {
    await writeInvented(dir);
    expect(verify(dir)).toMatchObject({
      status: 0,
      text: expect.stringMatching(/Nobody told this script/) as string,
    });
    expect(verify(dir, ["--signer", sshFingerprint(group)]).text).not.toMatch(/Nobody told/);
  });

  it(
    "passes with a stamp, after its authority's certificate has run out",
    { timeout: 30_000 },
    async () => {
      const clock = testAuthority({ days: 4 / 86_400 });
      const certificates = readFileSync(join(clock.dir, "tsa.pem"), "utf8") + clock.root;
      const token = stampOn(checkpointText, clock);
      await writeInvented(dir, ledgerProof({ stamps: [{ token, certificates }] }));
      await new Promise((done) => setTimeout(done, 5_000));
      const { failed, text } = verify(dir);
      expect(failed).toEqual([]);
      expect(text).toMatch(/1 time stamps/);
      // Stamped after the certificate had run out, the same token is worth nothing.
      writeFileSync(at("proofs/stamps/1.tsr"), stampOn(checkpointText, clock));
      reseal(dir);
      expect(verify(dir).failed).toEqual(["stamps"]);
      clock.end();
    },
  );
});

describe("the revocation lists in a dossier", () => {
  const authority = testAuthority();
  const other = testAuthority();
  const certificates = readFileSync(join(authority.dir, "tsa.pem"), "utf8") + authority.root;
  afterAll(() => {
    authority.end();
    other.end();
  });
  const withList = async (list: Buffer): Promise<ReturnType<typeof verify>> => {
    const token = stampOn(checkpointText, authority);
    await writeInvented(dir, ledgerProof({ stamps: [{ token, certificates, lists: [list] }] }));
    return verify(dir);
  };

  it("are held against the stamp", async () => {
    const { failed, text } = await withList(authority.list());
    expect(failed).toEqual([]);
    expect(text).toMatch(/1 time stamps, revocation lists with 1:/);
  });

  it("are refused where the list is somebody else's or had run out", async () => {
    expect((await withList(other.list())).failed).toEqual(["stamps"]);
    rmSync(dir, { recursive: true });
    const list = authority.list(1);
    const late = { ...authority, dir: authority.dir };
    const token = stampOn(checkpointText, late);
    await writeInvented(dir, ledgerProof({ stamps: [{ token, certificates, lists: [list] }] }));
    expect(verify(dir).failed).toEqual([]);
    // A list whose end has been put before the stamp is no longer what the authority signed.
    const path = at("trust/stamps/1-1.crl");
    const pem = readFileSync(path, "utf8");
    const der = Buffer.from(pem.split("\n").slice(1, -2).join(""), "base64");
    der[der.indexOf("Z", der.indexOf("Z") + 1) - 9] = 0x30;
    writeFileSync(
      path,
      `-----BEGIN X509 CRL-----\n${der.toString("base64").replace(/(.{64})/g, "$1\n")}\n-----END X509 CRL-----\n`,
    );
    reseal(dir);
    expect(verify(dir).failed).toEqual(["stamps"]);
  });

  it("are refused where the authority's certificate is on it", async () => {
    const before = authority.list();
    authority.revoke();
    const { failed, text } = await withList(authority.list());
    expect(failed).toEqual(["stamps"]);
    expect(text).toContain("on its revocation list");
    rmSync(dir, { recursive: true });
    // What the authority said when it stamped stands, whatever it said later.
    expect((await withList(before)).failed).toEqual([]);
  });
});

type Bend = () => void;
const editReport: Bend = () => appendFileSync(at("data/report.html"), " ");
const rewriteManifest: Bend = () => {
  editReport();
  reseal(dir);
};

/** What was done, the steps that must notice, and how. Where more than one notices, all are named. */
type Tampering = readonly [
  what: string,
  steps: readonly string[],
  bend: Bend,
  options?: readonly string[],
];
const tamperings: readonly Tampering[] = [
  ["an edited file", ["payload"], editReport],
  ["a file taken out", ["complete", "payload"], () => rmSync(at(photoPath))],
  ["a planted file", ["complete"], () => write("data/planted.txt", "x")],
  ["a planted tag file", ["complete"], () => write("planted.txt", "x")],
  ["a planted hidden file", ["complete"], () => write("data/.planted", "x")],
  ["a file name with a line break", ["complete"], () => write("data/a\nb", "x")],
  [
    "a symlink in a file's place",
    ["complete"],
    () => {
      renameSync(at("data/report.html"), join(root, "report.html"));
      symlinkSync(join(root, "report.html"), at("data/report.html"));
    },
  ],
  [
    "an edited tag file",
    ["tags"],
    () => appendFileSync(at("bag-info.txt"), "Contact-Name: Nobody\n"),
  ],
  [
    "a file edited and its line in the manifest",
    ["tags"],
    () => {
      const before = [read("tagmanifest-sha256.txt"), read("tagmanifest-sha256.txt.sig")] as const;
      rewriteManifest();
      write("tagmanifest-sha256.txt", before[0]);
      write("tagmanifest-sha256.txt.sig", before[1]);
    },
  ],
  [
    "both manifests rewritten",
    ["signature"],
    () => {
      const signature = read("tagmanifest-sha256.txt.sig");
      rewriteManifest();
      write("tagmanifest-sha256.txt.sig", signature);
    },
  ],
  [
    "the whole dossier rewritten and signed by somebody else",
    ["signature"],
    () => {
      editReport();
      write(
        "trust/allowed_signers",
        `guwah namespaces="guwah-dossier" ${sshPublicKey(stranger)}\n`,
      );
      reseal(dir, stranger);
    },
    ["--signer", sshFingerprint(group)],
  ],
  [
    "a second key let in",
    ["signature"],
    () => {
      appendFileSync(at("trust/allowed_signers"), `guwah ${sshPublicKey(stranger)}\n`);
      reseal(dir);
    },
  ],
  [
    "a manifest that names a file twice",
    ["complete", "tags"],
    () => {
      const line = manifestLine("data/report.html").exec(read("manifest-sha256.txt"))?.[0] ?? "";
      appendFileSync(at("manifest-sha256.txt"), line);
      const text = read("manifest-sha256.txt");
      reseal(dir);
      write("manifest-sha256.txt", text);
    },
  ],
  [
    "an entry changed by one who may sign",
    ["entries"],
    () => {
      write("data/entries/4.json", read("data/entries/4.json").replace("invented", "inverted"));
      reseal(dir);
    },
  ],
  [
    "an entry put in by one who may sign",
    ["entries"],
    () => {
      write("data/entries/9.json", entries[9]?.text ?? "");
      reseal(dir);
    },
  ],
  [
    "an entry moved to another place",
    ["entries"],
    () => {
      write("proofs/entries", read("proofs/entries").replace(/^4\t/m, "8\t"));
      renameSync(at("data/entries/4.json"), at("data/entries/8.json"));
      reseal(dir);
    },
  ],
  [
    "a kept file under another file's hash",
    ["names"],
    () => {
      write(photoPath, "another picture");
      reseal(dir);
    },
  ],
  [
    "a checkpoint with another root",
    ["checkpoint", "witnesses", "entries"],
    () => {
      write("proofs/checkpoint", read("proofs/checkpoint").replace(/^(.*\n.*\n)..../, "$1AAAA"));
      reseal(dir);
    },
  ],
  [
    "a checkpoint of another ledger",
    ["checkpoint", "witnesses", "entries"],
    () => {
      const other = signerKey("guwah/invented", 1, Buffer.alloc(32, 1));
      const text = formatCheckpoint({ origin: other.name, size: 11, root: Buffer.alloc(32, 2) });
      write("proofs/checkpoint", signNote(text, [other]));
      reseal(dir);
    },
  ],
  [
    "a forged cosignature",
    ["witnesses"],
    () => {
      write("proofs/checkpoint", read("proofs/checkpoint").replace(/(— south \S{20})../, "$1zz"));
      reseal(dir);
    },
  ],
  [
    "a cosignature too few",
    ["witnesses"],
    () => {
      write("proofs/checkpoint", read("proofs/checkpoint").replace(/— south .*\n/, ""));
      reseal(dir);
    },
  ],
  [
    "a ledger other than the one expected",
    ["checkpoint", "entries"],
    () => {},
    ["--log", "guwah/other+00000000+AAAA"],
  ],
];

describe("a dossier somebody bent", () => {
  const cases = tamperings.map(([what, steps, bend, options = []]) => ({
    what,
    steps,
    bend,
    options,
  }));
  it.each(cases)("$what fails at $steps", async ({ steps, bend, options }) => {
    await writeInvented(dir);
    bend();
    const { status, failed, text } = verify(dir, options);
    expect(failed, text).toEqual(steps);
    expect(status).toBe(1);
    expect(text).not.toMatch(/All 9 steps/);
  });
});

it("shows nothing of a hostile file name but letters", async () => {
  await writeInvented(dir);
  write("data/\u001B[31m", "x");
  expect(verify(dir).text).not.toContain("\u001B");
});
