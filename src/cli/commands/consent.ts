// Consent in a terminal: to whom a person's file may go, who said so, and what is to be asked again.
import type { ConsentView, DueConsent, PersonConsents } from "../../act/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { personId } from "./people.ts";

const consent: Command = {
  name: "consent",
  usage: "list PERSON | give PERSON | withdraw ID | due",
  summary: "Show to whom a person's file may go; write down what was said; see whom to ask again.",
  about:
    "PERSON is an id, a number or a name; the id of a source (src_…) for what somebody gave. `guwah consent PERSON` lists too. " +
    "The name and contact of who consented are typed on the page, never here, where a shell would keep them.",
  least: 1,
  most: 12,
  options: [
    {
      name: "to",
      type: "string",
      value: "AUDIENCES",
      help: "with give, and with withdraw for some of them: audiences, with commas between them",
    },
    {
      name: "by",
      type: "string",
      value: "GIVER",
      help: "who consented: self, parent, child, spouse, sibling, relative, guardian, lawyer, witness",
    },
    { name: "mode", type: "string", value: "HOW", help: "written, spoken, recorded or message" },
    {
      name: "capacity",
      type: "string",
      value: "WHO",
      help: "the one it is about: adult, child or detained",
    },
    {
      name: "assent",
      type: "string",
      value: "YES",
      help: "of a child: yes, or too-young to be asked",
    },
    {
      name: "risk",
      type: "string",
      value: "TEXT",
      help: "of somebody detained: how whoever consents sees the risk",
    },
    { name: "language", type: "string", value: "TAG", help: "in which it was asked, as kk" },
    { name: "interpreter", type: "string", value: "TEXT", help: "who interpreted" },
    { name: "taker", type: "string", value: "TEXT", help: "who asked, where it was not you" },
    { name: "until", type: "string", value: "DAY", help: "the last day it holds, as 2027-01-31" },
    { name: "review", type: "string", value: "DAY", help: "the day to ask again" },
    {
      name: "wording",
      type: "string",
      value: "TEXT",
      help: "which version of the wording was read out",
    },
    { name: "note", type: "string", value: "TEXT", help: "which partners, which limits" },
    { name: "reason", type: "string", value: "TEXT", help: "with withdraw: why" },
    { name: "within", type: "string", value: "DAYS", help: "with due: so many days ahead (90)" },
  ],
  async run(call) {
    const [word = "", ...rest] = call.args;
    const to = await call.connect();
    if (word === "due" && rest.length === 0) return due(call, to);
    if (word === "withdraw" && rest[0]?.startsWith("cns_") === true)
      return withdraw(call, to, rest);
    if (word === "give" && rest.length > 0) return give(call, to, await aboutOf(to, rest));
    const words = word === "list" && rest.length > 0 ? rest : call.args;
    return show(call, to, await aboutOf(to, words));
  },
};

async function aboutOf(to: Connection, words: readonly string[]): Promise<string> {
  const said = words.join(" ");
  return /^src_[0-9A-Z]{26}$/.test(said) ? said : personId(to, said);
}

async function show(call: Call, to: Connection, about: string): Promise<PersonConsents> {
  const state = await to.get<PersonConsents>(`/api/consents/${about}/state`);
  const { line } = call.terminal;
  for (const { audience, consented } of state.flags) line(`${consented.padEnd(12)} ${audience}`);
  for (const one of state.consents) line(consentLine(one));
  if (state.consents.length === 0) line("Nobody was asked yet: nothing of it may leave.");
  for (const { kind, consent: id } of state.findings) line(`to settle: ${kind}  ${id}`);
  for (const { kind, audience, receiver, marked, todo, answer } of state.wentOut)
    line(
      `${marked ? "MARKED " : ""}went out: ${kind} to ${[audience ?? "", receiver ?? ""].filter((one) => one !== "").join(", ")}${todo === null ? "" : `; now: ${todo}`}${answer === null ? "" : `; ${answer.state}, ${answer.by}`}`,
    );
  return state;
}

function consentLine({ id, audiences, giver, mode, state, until }: ConsentView): string {
  return `${id}  ${state}${until === undefined ? "" : ` until ${until}`}  ${audiences.join(", ")}  by ${giver}, ${mode}`;
}

async function give(call: Call, to: Connection, about: string): Promise<PersonConsents> {
  const audiences = text(call, "to");
  if (audiences === undefined)
    throw new UsageError("Say --to: the audiences that were agreed to, with commas between them.");
  const said = Object.fromEntries(
    [
      "capacity",
      "assent",
      "risk",
      "language",
      "interpreter",
      "taker",
      "until",
      "review",
      "wording",
      "note",
    ]
      .map((name) => [name, text(call, name)] as const)
      .filter(([, value]) => value !== undefined),
  );
  await to.post("/api/consents", {
    about,
    audiences: audiences.split(","),
    giver: text(call, "by") ?? "self",
    mode: text(call, "mode") ?? "spoken",
    ...said,
  });
  return show(call, to, about);
}

async function withdraw(
  call: Call,
  to: Connection,
  [id = ""]: readonly string[],
): Promise<unknown> {
  const [reason, audiences] = [text(call, "reason"), text(call, "to")];
  const done = await to.post(`/api/consents/${encodeURIComponent(id)}/withdraw`, {
    ...(reason === undefined ? {} : { reason }),
    ...(audiences === undefined ? {} : { audiences: audiences.split(",") }),
  });
  call.terminal.line("Withdrawn. See what went out on it: guwah consent list PERSON");
  return done;
}

async function due(call: Call, to: Connection): Promise<readonly DueConsent[]> {
  const days = text(call, "within") ?? "90";
  if (!/^\d{1,4}$/.test(days)) throw new UsageError("Say --within as a number of days.");
  const { items } = await to.get<{ items: readonly DueConsent[] }>(
    `/api/consents/due?days=${days}`,
  );
  for (const { consent: one, label, number, due: on, why } of items)
    call.terminal.line(
      `${on}  ${why.padEnd(6)}  ${number ?? one.about}  ${label}  ${one.audiences.join(", ")}`,
    );
  if (items.length === 0) call.terminal.line("Nothing ends or is to be asked again in that time.");
  return items;
}

export const consents: readonly Command[] = [consent];
