// Which witnesses count, and how many of them must have cosigned: the C2SP tlog-policy file, as far as one group of k of n.
// Invariant: a witness counts once, however many lines or names its key has.
import { ProofError } from "./errors.ts";
import { formatVerifierKey, parseVerifierKey } from "./note-key.ts";
import type { VerifierKey } from "./note-key.ts";

export type Witness = {
  /** The name it has within the policy; no spaces. */
  readonly name: string;
  /** Its key, of type 4. */
  readonly key: VerifierKey;
  /** Where checkpoints are sent to, ending before `/add-checkpoint`; null: carried in files. */
  readonly address: string | null;
};

export type WitnessPolicy = {
  readonly witnesses: readonly Witness[];
  /** How many of them must have cosigned; 0 asks for none. */
  readonly need: number;
};

const MAX_WITNESSES = 32;
const GROUP = "witnesses";

/** The policy as a file others can use. Source: C2SP tlog-policy. */
export function formatWitnessPolicy({ witnesses, need }: WitnessPolicy): string {
  const lines = witnesses.map(({ name, key, address }) =>
    ["witness", name, formatVerifierKey(key), ...(address === null ? [] : [address])].join(" "),
  );
  if (need === 0) return [...lines, "quorum none", ""].join("\n");
  const names = witnesses.map(({ name }) => name).join(" ");
  return [...lines, `group ${GROUP} ${need} ${names}`, `quorum ${GROUP}`, ""].join("\n");
}

/**
 * Reads a policy whose quorum is none, one witness, or one group of witnesses; `log` lines are passed over.
 * Throws ProofError `proof/policy` for anything else, groups of groups included, and `proof/key` for a wrong key.
 */
export function parseWitnessPolicy(text: string): WitnessPolicy {
  if (text.length > 100_000) throw unfit("at most 100,000 characters");
  const witnesses: Witness[] = [];
  const groups = new Map<string, { need: number; members: readonly string[] }>();
  let quorum: string | null = null;
  for (const line of text.split("\n")) {
    const [word, ...rest] = line.split(/[ \t]+/).filter((part) => part !== "");
    if (word === undefined || word.startsWith("#") || word === "log") continue;
    if (word === "witness") witnesses.push(readWitness(rest));
    else if (word === "group") groups.set(...readGroup(rest, witnesses));
    else if (word === "quorum" && rest.length === 1 && quorum === null) quorum = rest[0] as string;
    else throw unfit("lines that begin log, witness, group or quorum");
  }
  requirePolicy({ witnesses, need: 0 });
  return requirePolicy(countOf(witnesses, groups, quorum));
}

/** Throws ProofError `proof/policy` unless names and keys differ, keys are of type 4, and `need` of them can be met. */
export function requirePolicy(policy: WitnessPolicy): WitnessPolicy {
  const { witnesses, need } = policy;
  if (witnesses.length > MAX_WITNESSES) throw unfit(`at most ${MAX_WITNESSES} witnesses`);
  const names = new Set(witnesses.map(({ name }) => name));
  const keys = new Set(witnesses.map(({ key }) => key.publicKey.toString("hex")));
  if (names.size !== witnesses.length || keys.size !== witnesses.length) {
    throw unfit("each witness once, under one name and one key");
  }
  if (witnesses.some(({ name }) => !/^\S+$/u.test(name) || name === "none")) {
    throw unfit("names without spaces, and not `none`");
  }
  if (witnesses.some(({ key }) => key.type !== 4)) throw unfit("cosigning keys (type 4)");
  if (!Number.isInteger(need) || need < 0 || need > witnesses.length) {
    throw unfit(`a number from 0 to ${witnesses.length} of witnesses needed`);
  }
  return policy;
}

function readWitness([name, key, address, ...more]: readonly string[]): Witness {
  if (name === undefined || key === undefined || more.length > 0) {
    throw unfit("`witness`, a name, a key and at most an address");
  }
  return { name, key: parseVerifierKey(key), address: address ?? null };
}

function readGroup(
  [name, count, ...members]: readonly string[],
  witnesses: readonly Witness[],
): [string, { need: number; members: readonly string[] }] {
  const named = new Set(witnesses.map((witness) => witness.name));
  if (name === undefined || members.length === 0 || members.some((m) => !named.has(m))) {
    throw unfit("a group of witnesses named above it");
  }
  const words: Record<string, number> = { any: 1, all: members.length };
  const need = words[count ?? ""] ?? (/^[1-9][0-9]?$/.test(count ?? "") ? Number(count) : 0);
  if (need < 1 || need > members.length) throw unfit("`any`, `all` or a number the group has");
  return [name, { need, members }];
}

function countOf(
  witnesses: readonly Witness[],
  groups: ReadonlyMap<string, { need: number; members: readonly string[] }>,
  quorum: string | null,
): WitnessPolicy {
  if (quorum === null) throw unfit("one quorum line");
  if (quorum === "none") return { witnesses, need: 0 };
  const { need, members } = groups.get(quorum) ?? { need: 1, members: [quorum] };
  const counted = witnesses.filter(({ name }) => members.includes(name));
  if (counted.length !== members.length) throw unfit("a quorum named above, each witness once");
  return { witnesses: counted, need };
}

function unfit(expected: string): ProofError {
  return new ProofError("proof/policy", `Expected ${expected}, got something else.`);
}
