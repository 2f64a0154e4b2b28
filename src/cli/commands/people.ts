// Finding people, reading a file, adding to it, judging, and who changed what.
import type { HistoryView, RecordFile } from "../../weigh/index.ts";
import type { JudgementView, PeoplePage } from "../../link/index.ts";
import type { Connection } from "../connection.ts";
import { type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { formerlyText, personLines } from "../person-lines.ts";

const longestQuery = 500;

const list: Command = {
  name: "people",
  usage: "[QUERY]",
  summary:
    "List people, or find them by a name in any script, slips of the pen included, or by a number.",
  most: 10,
  async run(call) {
    const to = await call.connect();
    const q = call.args.join(" ");
    if (q.length > longestQuery)
      throw new UsageError(
        `Search for ${longestQuery} letters at most; a part of the name is enough.`,
      );
    const page = await to.post<PeoplePage>("/api/people/list", {
      limit: 100,
      ...(q === "" ? {} : { q, sounds: true }),
    });
    for (const p of page.items) for (const line of personLines(p, page)) call.terminal.line(line);
    call.terminal.line(page.total === 1 ? "1 person" : `${page.total} people`);
    return page;
  },
};

const person: Command = {
  name: "person",
  usage: "PERSON",
  summary: "Show a person's file: each value, why it is the headline, and all claims behind it.",
  about:
    "PERSON is an id, a number (also one from before a merge), or a name that only one person bears.",
  least: 1,
  most: 10,
  async run(call) {
    const to = await call.connect();
    const file = await to.get<RecordFile>(
      `/api/records/${await personId(to, call.args.join(" "))}`,
    );
    const line = call.terminal.line;
    line(`${file.label}  ${file.number}`);
    if (file.formerly.length > 0) line(`  ${formerlyText(file.formerly)}`);
    line(`  ${file.names.map((n) => n.text).join(" · ")}`);
    if (file.status !== null)
      line(
        `  ${file.status.text} ${file.status.state}${file.status.noNewsDays === null ? "" : `, no news for ${file.status.noNewsDays} days`}`,
      );
    const show = (properties: RecordFile["properties"], indent: string): void => {
      for (const p of properties) {
        for (const h of p.headlines) line(`${indent}${p.label}: ${h.text}  [${h.state}; ${h.why}]`);
        for (const c of p.claims)
          line(
            `${indent}    ${c.review}: ${c.text} — ${c.speaker ?? c.sourceTitle}${c.passage?.quote === undefined ? "" : ` “${c.passage.quote.slice(0, 120)}”`}`,
          );
        for (const d of p.denials) line(`${indent}    ${d.stance}: ${d.speaker}: ${d.content}`);
      }
    };
    show(file.properties, "  ");
    for (const r of file.related) {
      line(`  ${r.schema}: ${r.label}`);
      show(r.properties, "    ");
    }
    return file;
  },
};

/** The id that PERSON stands for. Throws UsageError for nobody and for several. */
export async function personId(to: Connection, words: string): Promise<string> {
  if (/^rec_[0-9A-Z]{26}$/.test(words)) return words;
  if (words.length > longestQuery)
    throw new UsageError(`Nobody's name has more than ${longestQuery} letters. Give a part of it.`);
  // A number is found too, also one from before a merge.
  const { items, total } = await to.post<PeoplePage>("/api/people/list", { q: words, limit: 2 });
  if (items[0] === undefined)
    throw new UsageError(
      "Nobody on file has a name like this. Try guwah people with a part of it.",
    );
  if (total > 1)
    throw new UsageError(`${total} people fit. Name one by its id: guwah people shows them.`);
  return items[0].id;
}

const claim: Command = {
  name: "claim",
  usage: "RECORD PROPERTY VALUE",
  summary: "Add a claim to a record, from a source.",
  least: 3,
  most: 3,
  options: [
    { name: "source", type: "string", value: "SOURCE", help: "the source that says so (needed)" },
    {
      name: "quote",
      type: "string",
      value: "WORDS",
      help: "the words in the source that carry it",
    },
    {
      name: "knows",
      type: "string",
      value: "CODE",
      help: "how the speaker knows: saw-it, told-by-the-person …",
    },
  ],
  async run(call) {
    const [record, property, words] = call.args;
    const source = text(call, "source");
    if (source === undefined)
      throw new UsageError("Nothing is a bare fact: say which source with --source.");
    const to = await call.connect();
    const quote = text(call, "quote");
    const passage = quote === undefined ? undefined : await findPassage(to, source, quote);
    const knows = text(call, "knows");
    const added = await to.post<{ id: string; text: string }>("/api/claims", {
      record,
      property,
      words,
      source,
      ...(passage === undefined ? {} : { passage }),
      ...(knows === undefined ? {} : { knows }),
    });
    call.terminal.line(`Added: ${property} = ${added.text}  ${added.id}`);
    return added;
  },
};

async function findPassage(
  to: Connection,
  source: string,
  quote: string,
): Promise<{ start: number; end: number; quote: string }> {
  const { text: whole } = await to.get<{ text: string }>(`/api/sources/${source}/text`);
  const start = whole.indexOf(quote);
  if (start < 0)
    throw new UsageError(
      "These words do not stand in the source. Copy them exactly, or leave --quote out.",
    );
  return { start, end: start + quote.length, quote };
}

const judge: Command = {
  name: "judge",
  usage: "LEFT RIGHT VERDICT",
  summary: "Judge two records: same, different, relative or undecided. Judging again undoes it.",
  least: 3,
  most: 3,
  options: [{ name: "reason", type: "string", value: "WORDS", help: "why (needed)" }],
  async run(call) {
    const [left, right, verdict] = call.args;
    const reason = text(call, "reason");
    if (reason === undefined)
      throw new UsageError("A judgement needs a reason others can weigh: --reason.");
    const to = await call.connect();
    const made = await to.post<JudgementView>("/api/judgements", { left, right, verdict, reason });
    call.terminal.line(`Judged ${verdict}.`);
    return made;
  },
};

const history: Command = {
  name: "history",
  usage: "RECORD",
  summary: "Who changed what on a record, and when.",
  least: 1,
  async run(call) {
    const to = await call.connect();
    const items = await to.get<HistoryView[]>(`/api/records/${call.args[0]}/history`);
    for (const h of items)
      call.terminal.line(
        `${String(h.seq).padStart(7)}  ${new Date(h.at).toISOString().slice(0, 16).replace("T", " ")}  ${h.by}: ${h.text}`,
      );
    return items;
  },
};

export const people: readonly Command[] = [list, person, claim, judge, history];
