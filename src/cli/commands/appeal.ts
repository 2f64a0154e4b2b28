// Appeals in a terminal: the form, the files that come back, and the key.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import type { AppealKeyView } from "../../collect/index.ts";
import type { ArrivedAppeal } from "../../server/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { requireNew, writeNew } from "./checkpoint.ts";

export const appeal: Command = {
  name: "appeal",
  usage: "form | open FILE... | key",
  summary:
    "Hand out the form in which relatives tell who is missing, and open the encrypted files that come back.",
  about:
    "form: one HTML file that works without a network and encrypts to the group's key.\nopen: takes .age files in; needs a role that may open sealed values.\nkey: shows the key; with --new a keeper makes one, and earlier ones go on opening old files.",
  least: 1,
  most: 1_000,
  options: [
    { name: "to", type: "string", value: "FILE.html", help: "form: the new file" },
    {
      name: "group",
      type: "string",
      value: "NAME",
      help: "form: whose it is, as its readers know you",
    },
    { name: "new", type: "boolean", help: "key: make a new one" },
  ],
  run(call) {
    const [action, ...files] = call.args;
    switch (action) {
      case "form":
        return form(call);
      case "open":
        return open(call, files);
      case "key":
        return key(call);
      default:
        throw new UsageError(`Use it as: guwah appeal ${appeal.usage}`);
    }
  },
};

async function form(call: Call): Promise<unknown> {
  const target = text(call, "to");
  if (target === undefined) throw new UsageError("Say where the form goes: --to FILE.html.");
  await requireNew(target);
  const to = await call.connect();
  const group = text(call, "group");
  const body = group === undefined ? {} : { group };
  const { html } = await to.post<{ html: string }>("/api/appeals/form", body);
  await writeNew(target, html);
  call.terminal.line(`The form is in ${target}. It opens in any browser, without a network.`);
  return { to: target };
}

async function open(call: Call, files: readonly string[]): Promise<unknown> {
  if (files.length === 0) throw new UsageError("Say which file: guwah appeal open FILE.");
  for (const path of files)
    if ((await stat(path).catch(() => null))?.isFile() !== true)
      throw new UsageError("There is no file here that can be read. Check the path.");
  const to = await call.connect();
  const arrived: ArrivedAppeal[] = [];
  for (const path of files) {
    const body = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream;
    const headers = { "X-Guwah-Name": encodeURIComponent(basename(path)) };
    const one = await to.send<ArrivedAppeal>("/api/appeals", body, headers);
    arrived.push(one);
    for (const line of describe(one)) call.terminal.line(line);
  }
  return arrived;
}

function describe(one: ArrivedAppeal): string[] {
  const lines = [`${one.known ? "=" : "✓"} ${one.title} · ${one.code} · ${one.source}`];
  for (const { record, label } of one.people) {
    lines.push(`    ${label} · ${record}`);
    for (const { number, label: other } of one.candidates[record] ?? [])
      lines.push(`      the same person? ${other} · ${number}`);
  }
  for (const { name, error } of one.files)
    lines.push(error === undefined ? `    ✓ ${name}` : `    ✗ ${name} [${error}]`);
  lines.push(`    may be seen by: ${one.consent.audiences.join(", ")}`);
  return lines;
}

async function key(call: Call): Promise<unknown> {
  const to = await call.connect();
  const view =
    call.options["new"] === true
      ? await to.post<AppealKeyView>("/api/appeals/key")
      : await to.get<AppealKeyView>("/api/appeals/key");
  call.terminal.line(view.recipient ?? "No key yet. A keeper makes one: guwah appeal key --new");
  return view;
}
