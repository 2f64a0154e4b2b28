// Releases to the public and to partners, in a terminal.
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type {
  Approval,
  HeldCount,
  MadeRelease,
  Publisher,
  ReleaseCopies,
  ReleaseCopy,
  ReleasePreview,
  ReleaseStatus,
} from "../../server/index.ts";
import { besides, earlierRelease, type ReleaseAudience, swapSite } from "../../publish/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { unpack } from "./dossier.ts";
import { personId } from "./people.ts";

const audienceOption = {
  name: "audience",
  type: "string",
  value: "NAME",
  help: "public, or partners; public where it is left out",
} as const;
const kOption = {
  name: "k",
  type: "string",
  value: "N",
  help: "of people without a name, show only what N share (5; never less than 3)",
} as const;

const publish: Command = {
  name: "publish",
  usage: "",
  summary:
    "Make an approved release: a folder with the public site, which nothing else leaves with.",
  about:
    "Each value goes only where the consent of everybody behind it covers the audience, it was reviewed, no hold stands and it is not sensitive. Of people without a name only what many share is shown. Two members must approve exactly what would leave (guwah publish approve); any change voids it. How the group is named is part of it (guwah publish publisher).\nDIR is a new folder, or holds an earlier release for the same audience: then it becomes the new one, and only what changed is written. What is not of the release, such as CNAME or .git, stays in it. --preview says what would go and what stays, and makes nothing.",
  least: 0,
  most: 0,
  options: [
    { name: "to", type: "string", value: "DIR", help: "the folder" },
    audienceOption,
    {
      name: "copies",
      type: "string",
      value: "WORDS",
      help: "where the copies go, as the ledger keeps it; the folder's name where it is left out",
    },
    kOption,
    { name: "preview", type: "boolean", help: "only say what would go and what stays" },
  ],
  async run(call) {
    const to = await call.connect();
    const ask = askOf(call);
    if (call.options["preview"] === true) return preview(call, to);
    const target = resolve(text(call, "to") ?? missing("to"));
    const { to: place, folder } = await earlierRelease(target, ask.audience as ReleaseAudience);
    const where = text(call, "copies") ?? target.split(/[\\/]/).at(-1) ?? "a folder";
    const plan = await to.post<ReleasePreview>(`${at}/preview`, ask);
    if (plan.missing.length > 0) {
      tell(call, plan);
      throw new UsageError(
        "The release is not ready; nothing was written. See what is missing above.",
      );
    }
    const have = folder === null ? {} : { have: Object.fromEntries(folder.files) };
    const { job } = await to.post<{ job: string }>(at, { ...ask, to: where, ...have });
    const made = await to.follow<MadeRelease>(job);
    const { part } = besides(place);
    let removed = 0;
    try {
      // Made safe against power cuts below, all together.
      await unpack(await to.download(`${at}/${job}`), part, { flush: false });
      ({ removed } = await swapSite(part, place, folder));
    } finally {
      await rm(part, { recursive: true, force: true });
    }
    call.terminal.line(`Release ${made.number}: ${made.people} people, ${made.files} files.`);
    if (folder !== null)
      call.terminal.line(`${made.written} files written, ${removed} removed, the rest as it was.`);
    call.terminal.line(`Contents ${made.contents}`);
    call.terminal.line(`Files    ${made.tree}`);
    call.terminal.line(`Approved by ${made.approvedBy.join(", ")}.`);
    return { ...made, removed, to: target };
  },
};

const approve: Command = {
  name: "publish approve",
  usage: "CONTENTS",
  summary: "Agree that exactly these contents go, named by their hash as the preview tells it.",
  least: 1,
  most: 1,
  options: [audienceOption, kOption],
  async run(call) {
    const to = await call.connect();
    const approvals = await to.post<readonly Approval[]>(`${at}/approve`, {
      ...askOf(call),
      contents: call.args[0] ?? "",
    });
    call.terminal.line(`Approved by ${approvals.map(({ name }) => name).join(", ")}.`);
    return approvals;
  },
};

const hold: Command = {
  name: "publish hold",
  usage: "WHAT",
  summary: "Keep a person, source or claim out of every release until the hold is lifted.",
  about: "WHAT is a person's number or name, or the id of a record, source or claim.",
  least: 1,
  most: 20,
  options: [
    { name: "reason", type: "string", value: "WORDS", help: "why; needed" },
    { name: "lift", type: "boolean", help: "lift the hold instead" },
  ],
  async run(call) {
    const reason = text(call, "reason") ?? missing("reason");
    const to = await call.connect();
    const what = call.args.join(" ");
    const about = /^(?:src|clm|rec)_/.test(what) ? what : await personId(to, what);
    const stands = call.options["lift"] !== true;
    await to.post(`${at}/holds`, { about, reason, stands });
    call.terminal.line(stands ? "Nothing of it goes into a release now." : "The hold is lifted.");
    return { about, stands };
  },
};

const withdraw: Command = {
  name: "publish withdraw",
  usage: "NUMBER",
  summary: "Say that a release should no longer be shown, and where its copies went.",
  least: 1,
  most: 1,
  options: [
    audienceOption,
    { name: "reason", type: "string", value: "WORDS", help: "why; needed" },
  ],
  async run(call) {
    const reason = text(call, "reason") ?? missing("reason");
    const number = Number(call.args[0]);
    if (!Number.isInteger(number) || number < 1)
      throw new UsageError("Name the release by its number.");
    const to = await call.connect();
    const { audience } = askOf(call);
    const { items } = await to.post<ReleaseCopies>(`${at}/withdraw`, { number, audience, reason });
    call.terminal.line(`Release ${number} is withdrawn. Ask these to take it down:`);
    for (const copy of items) call.terminal.line(copyLine(copy));
    return { number, audience, copies: items };
  },
};

const answers = ["asked", "gone", "refused"] as const;

const copies: Command = {
  name: "publish copies",
  usage: "NUMBER",
  summary:
    "Where the copies of a release went, and of earlier ones that hold some of its people; tick off whom you asked.",
  about:
    "Each line begins with the number of the copy. With --asked, --gone or --refused and that number, what became of it is written down.",
  least: 1,
  most: 1,
  options: [
    audienceOption,
    ...answers.map((name) => ({
      name,
      type: "string" as const,
      value: "COPY",
      help: {
        asked: "they were asked to take this copy down",
        gone: "they say it is taken down",
        refused: "they would not",
      }[name],
    })),
  ],
  async run(call) {
    const to = await call.connect();
    for (const state of answers) {
      const copy = text(call, state);
      if (copy === undefined) continue;
      if (!/^[0-9]{1,12}$/.test(copy)) throw new UsageError(`--${state} takes a copy's number.`);
      await to.post("/api/copies/answer", { copy: Number(copy), state });
    }
    const { audience } = askOf(call);
    const number = encodeURIComponent(call.args[0] ?? "");
    const found = await to.get<ReleaseCopies>(
      `${at}/copies?number=${number}&audience=${encodeURIComponent(audience)}`,
    );
    for (const copy of found.items) call.terminal.line(copyLine(copy));
    return found;
  },
};

function copyLine({
  seq,
  kind,
  number,
  format,
  to,
  at: when,
  answer,
  ...copy
}: ReleaseCopy): string {
  const what = kind === "release" ? `release ${number}` : `${format} tables`;
  const day = new Date(when).toISOString().slice(0, 10);
  return `  ${seq}  ${what} (${copy.audience}), ${day}, to ${to}, holds ${copy.people}${answer === null ? "" : `: ${answer.state}, ${answer.by}`}`;
}

const publisher: Command = {
  name: "publish publisher",
  usage: "",
  summary: "Show or set how the group is named and reached in every release; a keeper's word.",
  about:
    "Part of what two members approve: setting it voids their approval. What is not named here stays as it is; an empty word takes it away.",
  least: 0,
  most: 0,
  options: [
    { name: "name", type: "string", value: "WORDS", help: "how the group wants to be named" },
    { name: "contact", type: "string", value: "WORDS", help: "how readers reach it" },
    { name: "address", type: "string", value: "URL", help: "https address the site will have" },
  ],
  async run(call) {
    const to = await call.connect();
    const { publisher: now } = await to.get<ReleaseStatus>(at);
    const given = Object.fromEntries(
      ["name", "contact", "address"].flatMap((part) => {
        const words = text(call, part);
        return words === undefined ? [] : [[part, words]];
      }),
    );
    const set =
      Object.keys(given).length === 0
        ? now
        : await to.post<Publisher>(`${at}/publisher`, { ...now, ...given });
    for (const [part, words] of Object.entries(set)) call.terminal.line(`${part}: ${words}`);
    if (Object.keys(set).length === 0) call.terminal.line("Releases name no group.");
    return set;
  },
};

const status: Command = {
  name: "publish status",
  usage: "",
  summary:
    "What is missing for the next release, the holds that stand, and past releases with where their copies went.",
  least: 0,
  most: 0,
  options: [audienceOption, kOption],
  async run(call) {
    const to = await call.connect();
    const plan = await to.post<ReleasePreview>(`${at}/preview`, askOf(call));
    const { releases, holds } = await to.get<ReleaseStatus>(at);
    tell(call, plan);
    for (const { about, by, reason } of holds)
      call.terminal.line(`  hold: ${about}, by ${by}: ${reason}`);
    for (const one of releases)
      call.terminal.line(
        `  release ${one.number} (${one.audience}), ${new Date(one.at).toISOString().slice(0, 10)}, to ${one.to}, files ${one.tree}${one.withdrawn === null ? "" : ", withdrawn"}`,
      );
    const { contents, approvals, missing: lacks } = plan;
    return { contents, approvals, missing: lacks, releases, holds };
  },
};

const at = "/api/releases";

interface Ask {
  readonly audience: string;
  readonly k?: number;
}

function askOf(call: Call): Ask {
  const k = text(call, "k");
  if (k !== undefined && !/^[0-9]{1,4}$/.test(k)) throw new UsageError("--k takes a whole number.");
  return {
    audience: text(call, "audience") ?? "public",
    ...(k === undefined ? {} : { k: Number(k) }),
  };
}

async function preview(call: Call, to: Connection): Promise<unknown> {
  const plan = await to.post<ReleasePreview>(`${at}/preview`, askOf(call));
  tell(call, plan);
  const { terminal } = call;
  for (const { label, number, level, reason, values, alike } of plan.people)
    terminal.line(
      level === null
        ? `  stays: ${label}, ${reason}`
        : `  goes: ${label} as ${number}, ${level}, ${values} values${alike === null ? "" : `, ${alike} alike`}`,
    );
  sayHeld(terminal, plan.heldBack);
  for (const [part, words] of Object.entries(plan.release.publisher))
    terminal.line(`  publisher, ${part}: ${words}`);
  for (const { kind, number } of plan.release.changes) {
    const sections = plan.changedIn[number] ?? [];
    terminal.line(`  ${kind}: ${number}${sections.length === 0 ? "" : `, ${sections.join(", ")}`}`);
  }
  const { places, questions, estimates } = plan.release;
  terminal.line(
    `  also: ${places.length} places, ${questions.length} questions, ${estimates.length} figures of others`,
  );
  return plan;
}

function tell(
  { terminal }: Call,
  { release, contents, approvals, missing: lacks }: ReleasePreview,
): void {
  terminal.line(
    `Release ${release.number} for ${release.audience}: ${release.people.length} people.`,
  );
  terminal.line(`Contents ${contents}`);
  if (approvals.length > 0)
    terminal.line(`Approved by ${approvals.map(({ name }) => name).join(", ")}.`);
  for (const one of lacks)
    terminal.line(
      one.code === "nobody"
        ? "  missing: nobody may be shown to this audience"
        : `  missing: ${one.need - one.have} of ${one.need} approvals`,
    );
}

function sayHeld(terminal: Call["terminal"], heldBack: readonly HeldCount[]): void {
  for (const { what, reason, count } of heldBack)
    terminal.line(`  held back: ${count} × ${what}, ${reason}`);
}

function missing(option: string): never {
  throw new UsageError(`Say --${option}; see guwah help publish.`);
}

export const publishing: readonly Command[] = [
  publish,
  approve,
  hold,
  withdraw,
  copies,
  publisher,
  status,
];
