// Taking things in from files, and looking at what came.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import type {
  BatchItem,
  DryRun,
  IntakeItem,
  SourceItem,
  SourceReading,
  SourceView,
  TableLook,
} from "../../collect/index.ts";
import type { Call, Command } from "../command.ts";
import { text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { importForeign, importHome, isHome } from "./import.ts";

const add: Command = {
  name: "add",
  usage: "FILE...",
  summary: "Take files in as sources: articles, testimonies, pictures, recordings, tables.",
  about:
    "One that fails does not stop the others. A table becomes a source; guwah import makes records of its rows.",
  least: 1,
  most: 10_000,
  options: [
    {
      name: "kind",
      type: "string",
      value: "KIND",
      help: "say what they are: article, testimony, official-statement …",
    },
  ],
  async run(call) {
    const to = await call.connect();
    const items: (IntakeItem & {
      publisher?: string;
      published?: string;
      language?: string;
      open?: number | null;
    })[] = [];
    for (const [i, path] of call.args.entries()) {
      call.terminal.progress(i, call.args.length, "add");
      const item = await addOne(to, path, text(call, "kind"));
      const view =
        item.source === undefined || item.error !== undefined
          ? null
          : await to.get<SourceView>(`/api/sources/${item.source}`);
      items.push(
        view === null
          ? item
          : { ...item, title: view.headline?.value ?? view.title, ...facts(view) },
      );
      call.terminal.progressEnd();
      for (const line of describe(item, view)) call.terminal.line(line);
    }
    if (items.some((item) => item.error !== undefined)) process.exitCode = 1;
    return items;
  },
};

async function addOne(to: Connection, path: string, kind: string | undefined): Promise<IntakeItem> {
  const name = basename(path);
  const stream = createReadStream(path);
  try {
    // Open it first: a file that is not there is said so, not sent as nothing.
    await new Promise<void>((resolve, reject) =>
      stream.once("open", () => resolve()).once("error", reject),
    );
  } catch {
    return {
      name,
      error: {
        code: "no-such-file",
        message: "There is no file here that can be read. Check the path.",
      },
    };
  }
  const headers = {
    "X-Guwah-Name": encodeURIComponent(name),
    ...(kind === undefined ? {} : { "X-Guwah-Kind": kind }),
  };
  return to.send<IntakeItem>(
    "/api/sources/file",
    Readable.toWeb(stream) as unknown as ReadableStream,
    headers,
  );
}

function facts(view: SourceView): {
  publisher?: string;
  published?: string;
  language?: string;
  open?: number | null;
} {
  return {
    ...(view.publisher === undefined ? {} : { publisher: view.publisher.value }),
    ...(view.published === undefined ? {} : { published: view.published.value }),
    ...(view.language === undefined ? {} : { language: view.language }),
    open: view.open,
  };
}

function describe(item: IntakeItem, view: SourceView | null): string[] {
  if (item.error !== undefined)
    return [`✗ ${item.name}: ${item.error.message} [${item.error.code}]`];
  if (item.duplicateOf !== undefined)
    return [`= ${item.name}: already here as ${item.duplicateOf}`];
  if (view === null) return [`✓ ${item.name}`];
  const about = [view.publisher?.value, view.published?.value, view.language]
    .filter((s) => s !== undefined)
    .join(" · ");
  const open = view.open === null ? "not analysed" : `${view.open} proposed statements`;
  return [
    `✓ ${view.headline?.value ?? view.title}`,
    `    ${about}${about === "" ? "" : " · "}${open} · ${view.id}`,
  ];
}

const sources: Command = {
  name: "sources",
  usage: "[SOURCE]",
  summary: "List sources, or show one with what is proposed in it.",
  most: 1,
  options: [
    { name: "open", type: "boolean", help: "only those with suggestions nobody has decided on" },
  ],
  async run(call) {
    const to = await call.connect();
    const [id] = call.args;
    return id === undefined ? list(call, to) : show(call, to, id);
  },
};

async function list(call: Call, to: Connection): Promise<unknown> {
  const page = await to.post<{ total: number; items: SourceItem[] }>("/api/sources/list", {
    limit: 200,
    state: call.options["open"] === true ? "open" : "all",
  });
  for (const s of page.items) {
    const open = s.open === null || s.open === 0 ? "" : ` · ${s.open} open`;
    call.terminal.line(
      `${s.id}  ${s.published?.value ?? "          "}  ${s.title}${s.publisher === undefined ? "" : ` (${s.publisher.value})`}${open}`,
    );
  }
  call.terminal.line(`${page.total} sources`);
  return page;
}

async function show(call: Call, to: Connection, id: string): Promise<unknown> {
  const view = await to.get<SourceView>(`/api/sources/${id}`);
  const { reading, decisions } = await to
    .get<SourceReading>(`/api/sources/${id}/reading`)
    .catch(() => ({ reading: null, decisions: {} as SourceReading["decisions"] }));
  const source = await to
    .get<{ text: string }>(`/api/sources/${id}/text`)
    .catch(() => ({ text: "" }));
  const line = call.terminal.line;
  line(view.headline?.value ?? view.title);
  line(
    `  ${[view.kind, view.publisher?.value, view.published?.value, view.language].filter(Boolean).join(" · ")}`,
  );
  const statements = (reading?.statements ?? []).map((s) => {
    const words = (spans: readonly { start: number; end: number }[]): string =>
      spans.map((span) => source.text.slice(span.start, span.end)).join(" … ");
    return {
      id: s.id,
      state: decisions[s.id]?.state ?? "open",
      speaker: words(s.source),
      stance: s.stance,
      content: words(s.content),
      rule: s.rule,
      confidence: s.confidence,
    };
  });
  for (const s of statements)
    line(`  [${s.state}] ${s.speaker || "(speaker not named)"} ${s.stance}: ${s.content}`);
  return { ...view, statements };
}

const importTable: Command = {
  name: "import",
  usage: "SOURCE|DIR",
  summary: "Make records of a table's rows; running it again updates and never duplicates.",
  about:
    "The mapping is guessed from the headings unless a saved one is named.\nFiles of Uwazi, Bayanat, OpenEvSys and FollowTheMoney are known by their headings (docs/imports.md); with --key or --mapping they are read as any other table.\nDIR, a folder of guwah export all, becomes a whole vault, where there is none yet.",
  least: 1,
  options: [
    {
      name: "key",
      type: "string",
      value: "COLUMN",
      help: "the column by which rows are known again",
    },
    { name: "mapping", type: "string", value: "NAME", help: "a saved mapping" },
    {
      name: "series",
      type: "string",
      value: "NAME",
      help: "imports of one series update each other",
    },
    { name: "dry-run", type: "boolean", help: "say what would happen, and change nothing" },
  ],
  async run(call) {
    const id = call.args[0] as string;
    if (await isHome(id)) return importHome(call, id);
    const to = await call.connect();
    const wanted = text(call, "mapping");
    const foreign =
      wanted === undefined && text(call, "key") === undefined
        ? await importForeign(call, to, id)
        : null;
    if (foreign !== null) return foreign;
    const look = await to.post<TableLook>(`/api/sources/${id}/table/look`);
    const saved =
      wanted === undefined ? undefined : look.savedMappings.find((m) => m.name === wanted);
    if (wanted !== undefined && saved === undefined)
      throw new UsageError(
        "No mapping of this name is saved. Save one in the browser, or leave --mapping out.",
      );
    const key = text(call, "key");
    const mapping = {
      ...(saved?.mapping ?? look.mapping),
      ...(key === undefined ? {} : { keyColumn: key }),
    };
    const series = text(call, "series") ?? look.source;
    if (call.options["dry-run"] === true) {
      const dry = await to.job<DryRun>(`/api/sources/${id}/table/dry-run`, { mapping, series });
      call.terminal.line(
        `${dry.rows} rows: ${dry.add} new, ${dry.update} changed, ${dry.unchanged} unchanged, ${dry.fail} not understood.`,
      );
      return dry;
    }
    const batch = await to.job<BatchItem>(`/api/sources/${id}/table/import`, { mapping, series });
    call.terminal.line(
      `${batch.rows} rows: ${batch.added} new, ${batch.updated} changed, ${batch.unchanged} unchanged, ${batch.failed} not understood. Undo it on the Imports page.`,
    );
    return batch;
  },
};

export const collect: readonly Command[] = [add, sources, importTable];
