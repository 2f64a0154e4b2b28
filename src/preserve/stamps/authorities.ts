// Which time-stamping authorities are asked; none until a keeper enters one.
// Invariant: an address is used only because a keeper entered it; it is https, holds no password, and only the loopback may
// be asked without encryption.
import { X509Certificate } from "node:crypto";
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { PreserveDeps } from "../deps.ts";
import { PreserveError } from "../errors.ts";
import { isIssuedBy, type TrustedRoot } from "./certificate-chain.ts";

export interface Authority {
  readonly name: string;
  readonly url: string;
  readonly root: TrustedRoot;
}

export interface NewAuthority {
  readonly name: string;
  readonly url: string;
  /** PEM of its root certificate, or that certificate's SHA-256; null believes the root that comes with a token. */
  readonly root: string | null;
}

type Listed = Body<"authorities.set">["authorities"];
type Deps = Pick<PreserveDeps, "ledger" | "db">;
const most = 8;

export async function authorities(db: Db): Promise<Authority[]> {
  return (await stored(db)).listed.map(({ name, url, root }) => ({
    name,
    url,
    root: root !== null && "pem" in root ? { certificate: new X509Certificate(root.pem) } : root,
  }));
}

/**
 * Sets one authority; another of the same name is replaced.
 * Throws AccessError `access/not-allowed`; PreserveError `bad-authority`; StoreError `conflict`.
 */
export async function setAuthority(deps: Deps, actor: Actor, wanted: NewAuthority): Promise<void> {
  requireRight(actor, "keep");
  const name = wanted.name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) {
    throw bad("Expected a name of letters, digits, spaces, dots and dashes, at most 60.");
  }
  const one = { name, url: cleanUrl(wanted.url), root: readRoot(wanted.root) };
  const { listed, seq } = await stored(deps.db);
  const others = listed.filter((authority) => authority.name !== name);
  if (others.length >= most) throw bad(`At most ${most} authorities can be set.`);
  await write(deps, actor, [...others, one], seq);
}

/** Throws AccessError `access/not-allowed`; PreserveError `authority-unknown`; StoreError `conflict`. */
export async function removeAuthority(deps: Deps, actor: Actor, name: string): Promise<void> {
  requireRight(actor, "keep");
  const { listed, seq } = await stored(deps.db);
  const others = listed.filter((authority) => authority.name !== name);
  if (others.length === listed.length) {
    throw new PreserveError("authority-unknown", "There is no authority of this name. List them.");
  }
  await write(deps, actor, others, seq);
}

async function stored(db: Db): Promise<{ listed: Listed; seq: number | null }> {
  const row = await db
    .selectFrom("authorities")
    .select(["authorities", "seq"])
    .where("name", "=", "now")
    .executeTakeFirst();
  const listed = row === undefined ? [] : (JSON.parse(row.authorities) as Listed);
  return { listed, seq: row?.seq ?? null };
}

async function write(
  { ledger }: Deps,
  actor: Actor,
  listed: Listed,
  seq: number | null,
): Promise<void> {
  await ledger.append(
    actor.member,
    [draft("authorities.set", "authorities", { authorities: listed })],
    [{ table: "authorities", where: { name: "now" }, seq }],
  );
}

function cleanUrl(given: string): string {
  const url = given.length > 1_000 ? null : URL.parse(given);
  const isPlain =
    url !== null &&
    url.username === "" &&
    url.password === "" &&
    url.hash === "" &&
    url.search === "";
  const isPrivate =
    url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (!isPlain || !isPrivate) {
    throw bad(
      "Expected an address beginning https://, without name, password or question mark; http:// is for this machine only.",
    );
  }
  return url.href;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function readRoot(given: string | null): Listed[number]["root"] {
  const text = given?.trim() ?? "";
  if (text === "") return null;
  const digits = text.replaceAll(":", "").toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) {
    return { sha256: digits as Extract<Listed[number]["root"], { sha256: unknown }>["sha256"] };
  }
  const certificate = parsePem(text);
  if (certificate === null || !certificate.ca || !isIssuedBy(certificate, certificate)) {
    throw bad(
      "Expected the authority's root certificate as PEM (one, signed by itself), or its SHA-256 in 64 hexadecimal digits.",
    );
  }
  return { pem: certificate.toString() };
}

function parsePem(text: string): X509Certificate | null {
  if (text.length > 10_000 || text.split("-----BEGIN ").length !== 2) return null;
  try {
    return new X509Certificate(text);
  } catch {
    return null;
  }
}

function bad(message: string): PreserveError {
  return new PreserveError("bad-authority", message);
}
