// A real time-stamping authority for the tests: `openssl ts` behind a small HTTP server. Everyone in it is invented.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readReply } from "./read-reply.ts";

export interface AuthorityOptions {
  /** Lines of the certificate's extensions. */
  readonly uses?: readonly string[];
  /** Days from now until the signing certificate runs out; negative: it has. */
  readonly days?: number;
  readonly key?: "ec" | "rsa";
}

export interface TestAuthority {
  /** There: `web.pem` and `web.key`, for an https server called clock.invalid. */
  readonly dir: string;
  /** PEM of the root. */
  readonly root: string;
  /** Answers a query (DER) as RFC 3161 asks. */
  stamp(query: Uint8Array): Buffer;
  /**
   * The same, signed by another certificate of the same root: OpenSSL will not stamp with one that is unfit, so its `cms`
   * signs. `named: false` leaves out which certificate signed.
   */
  stampWith(
    query: Uint8Array,
    options: { readonly uses: readonly string[]; readonly named?: boolean },
  ): Promise<Buffer>;
  /** Its revocation list as it is now (DER), good for some days. */
  list(days?: number): Buffer;
  /** Puts the signing certificate on the list. */
  revoke(): void;
  /** What `openssl ts -query -text` reads in a query. */
  readQuery(query: Uint8Array): string;
  /** What `openssl ts -verify` says of an answer, by this root, at this time in milliseconds. */
  accepts(reply: Uint8Array, text: string, time: number, root?: string): boolean;
  end(): void;
}

export const forStamping = [
  "keyUsage = critical,digitalSignature",
  "extendedKeyUsage = critical,timeStamping",
] as const;

const openssl = "openssl";
const curve = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";

/** An authority of a root and one signing certificate. */
export function testAuthority(options: AuthorityOptions = {}): TestAuthority {
  const { uses = forStamping, days = 30, key = "ec" } = options;
  const dir = mkdtempSync(join(tmpdir(), "guwah-authority-"));
  /** The words of `line`, then those with spaces in them. */
  const run = (line: string, ...more: readonly string[]): void => {
    const args = [...line.split(" "), ...more];
    execFileSync(openssl, args, { cwd: dir, stdio: ["ignore", "ignore", "pipe"] });
  };
  mkdirSync(join(dir, "new"));
  writeFileSync(join(dir, "ca.cnf"), config);
  writeFileSync(join(dir, "index.txt"), "");
  writeFileSync(join(dir, "serial"), "80\n");
  const kind = key === "rsa" ? "-newkey rsa:2048" : curve;
  run(
    `req -x509 ${curve} -nodes -keyout root.key -days 3650 -out root.pem -subj`,
    "/CN=Invented Root",
  );
  run(`req ${kind} -nodes -keyout tsa.key -out tsa.csr -subj`, "/CN=Invented Clock");
  const at = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  const end = Date.now() + days * 86_400_000;
  const start = Math.min(Date.now() - 3_600_000, end - 86_400_000);
  const issue = (request: string, name: string, extensions: readonly string[]): void => {
    writeFileSync(join(dir, "uses.cnf"), `[uses]\n${extensions.join("\n")}\n`);
    const times = `-startdate ${at(start)} -enddate ${at(end)}`;
    const files = `-in ${request} -out ${name} -extfile uses.cnf -extensions uses`;
    run(`ca -batch -notext -config ca.cnf ${files} ${times}`);
  };
  issue("tsa.csr", "tsa.pem", uses);
  run(`req ${curve} -nodes -keyout web.key -out web.csr -subj`, "/CN=clock.invalid");
  issue("web.csr", "web.pem", ["subjectAltName = DNS:clock.invalid"]);
  const stamp = (query: Uint8Array): Buffer => {
    writeFileSync(join(dir, "query.tsq"), query);
    run("ts -reply -config ca.cnf -queryfile query.tsq -out reply.tsr");
    return readFileSync(join(dir, "reply.tsr"));
  };
  return {
    dir,
    root: readFileSync(join(dir, "root.pem"), "utf8"),
    stamp,
    async stampWith(query, { uses: others, named = true }) {
      const reply = await readReply(stamp(query));
      if (reply?.kind !== "token") throw new RangeError("the authority did not stamp");
      writeFileSync(join(dir, "content"), reply.token.content);
      issue("tsa.csr", "other.pem", others);
      const type = `-econtent_type 1.2.840.113549.1.9.16.1.4${named ? " -cades" : ""}`;
      const files = "-in content -signer other.pem -inkey tsa.key -certfile root.pem";
      const form = "-binary -nodetach -nosmimecap -md sha256 -outform DER -out other.der";
      run(`cms -sign ${type} ${files} ${form}`);
      return granted(readFileSync(join(dir, "other.der")));
    },
    list(days = 7) {
      run(`ca -gencrl -config ca.cnf -crldays ${days} -out list.pem`);
      run("crl -in list.pem -outform DER -out list.crl");
      return readFileSync(join(dir, "list.crl"));
    },
    revoke: () => run("ca -revoke tsa.pem -config ca.cnf"),
    readQuery(query) {
      writeFileSync(join(dir, "read.tsq"), query);
      return execFileSync(openssl, ["ts", "-query", "-in", "read.tsq", "-text"], {
        cwd: dir,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    },
    accepts(reply, text, time, root) {
      writeFileSync(join(dir, "given.tsr"), reply);
      writeFileSync(join(dir, "given.txt"), text);
      if (root !== undefined) writeFileSync(join(dir, "given.pem"), root);
      const ca = root === undefined ? "root.pem" : "given.pem";
      const args = ["ts", "-verify", "-in", "given.tsr", "-data", "given.txt", "-CAfile", ca];
      const attime = ["-attime", String(Math.floor(time / 1000))];
      return spawnSync(openssl, [...args, ...attime], { cwd: dir }).status === 0;
    },
    end: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** TimeStampResp { PKIStatusInfo { granted }, token }. */
function granted(token: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from("3003020100", "hex"), token]);
  const head = Buffer.from([0x30, 0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
}

export interface ServedAuthority {
  readonly url: string;
  /** What it was asked, in order. */
  readonly asked: readonly Buffer[];
  close(): Promise<void>;
}

export type Answer = (query: Buffer, response: ServerResponse, request: IncomingMessage) => void;

/** A server on the loopback that answers every query so. */
export async function serve(answer: Answer): Promise<ServedAuthority> {
  const asked: Buffer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const query = Buffer.concat(parts);
      asked.push(query);
      answer(query, response, request);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/stamp`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Answers with the reply that `change` makes of a good one. */
export function replying(
  authority: Pick<TestAuthority, "stamp">,
  change: (reply: Buffer) => Uint8Array = (reply) => reply,
): Answer {
  return (query, response) => {
    response.writeHead(200, { "Content-Type": "application/timestamp-reply" });
    response.end(change(authority.stamp(query)));
  };
}

const config = `
[ca]
default_ca = own
[own]
dir = .
database = index.txt
serial = serial
new_certs_dir = new
certificate = root.pem
private_key = root.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[tsa]
default_tsa = clock
[clock]
serial = tsa-serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
`;
