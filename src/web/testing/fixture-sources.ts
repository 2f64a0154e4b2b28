// Invented answers for the screens around sources.
import type { BatchItem, SourceItem, SourceView, TableRows } from "../api/views.ts";
import { rec, src } from "./fixture-file.ts";
import type { FixtureRefusal, FixtureRoute } from "./fixture-route.ts";
import { tableRoutes } from "./fixture-table.ts";
import { texts } from "./fixture-texts.ts";

const refuse = (refusal: FixtureRefusal): never => {
  // oxlint-disable-next-line typescript/only-throw-error -- how a fixture answers with a refusal
  throw refusal;
};
const words = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (id: string | undefined): number => Number((id ?? "").slice(4));
const day = 86_400_000;
const start = Date.UTC(2026, 9, 20, 9, 30);
const accepted = (value: string) => ({ value, state: "accepted" as const });
const proposed = (value: string, rule: string) => ({ value, state: "proposed" as const, rule });

type Decision = { readonly state: "accepted" | "rejected"; readonly became?: string };
const decisions = new Map<number, Record<string, Decision>>([
  [2, { s0: { state: "accepted", became: rec(40) } }],
]);
const described = new Map<number, Partial<SourceView>>();

const items: readonly SourceItem[] = [
  {
    id: src(2),
    kind: "article",
    title: "Families ask consulate for answers",
    publisher: proposed("Steppe Courier", "masthead line"),
    published: proposed("2019-05-11", "date line"),
    language: "en",
    addedAt: start - day,
    addedBy: "Serik",
    statements: 1,
    claims: 4,
    open: 5,
  },
  {
    id: src(1),
    kind: "testimony",
    title: "Testimony of her brother",
    published: accepted("2019-02-06"),
    language: "kk",
    addedAt: start - 2 * day,
    addedBy: "Aizat",
    statements: 3,
    claims: 9,
    open: 0,
  },
  {
    id: src(3),
    kind: "list",
    title: "Steppe Courier: a list of 300 names",
    publisher: accepted("Steppe Courier"),
    published: accepted("2019-08"),
    language: "zh",
    addedAt: start - 3 * day,
    addedBy: "Serik",
    statements: 0,
    claims: 1_180,
    open: 0,
  },
  {
    id: src(4),
    kind: "interview",
    title: "گۈلمىرا سادىق ھەققىدە سۆھبەت",
    publisher: accepted("Tengri Voice"),
    published: accepted("2020-01-15"),
    language: "ug",
    addedAt: start - 4 * day,
    addedBy: "Serik",
    statements: 0,
    claims: 1,
    open: null,
  },
  {
    id: src(5),
    kind: "official-statement",
    title: "塔城教师家属询问下落",
    published: proposed("2020-04-02", "date line"),
    language: "zh",
    addedAt: start - 5 * day,
    addedBy: "Aizat",
    statements: 0,
    claims: 0,
    open: null,
  },
  {
    id: src(6),
    kind: "recording",
    title: "The day of the three names",
    language: "en",
    addedAt: start - 6 * day,
    addedBy: "Aizat",
    statements: 0,
    claims: 0,
    open: 0,
  },
  {
    id: src(7),
    kind: "court-paper",
    title: "Notes from an invented court, four hundred pages",
    publisher: proposed("Court of an invented town", "letterhead"),
    language: "en",
    addedAt: start - 7 * day,
    addedBy: "Serik",
    statements: 0,
    claims: 0,
    open: 400,
  },
];

const batch: BatchItem = {
  id: "bat_1",
  source: src(3),
  series: "list-300",
  startedAt: start - 3 * day,
  startedBy: "Serik",
  rows: 300,
  added: 291,
  updated: 0,
  unchanged: 0,
  failed: 9,
  finished: true,
  undone: false,
  review: "proposed",
};

function viewOf(id: string | undefined): SourceView {
  const n = number(id);
  const item = items.find((one) => one.id === id);
  if (item === undefined) return refuse({ status: 404, code: "source-unknown" });
  const isList = n === 3;
  const extra: Partial<SourceView> = n === 2 ? articleFacts : n === 1 ? testimonyFacts : {};
  return {
    ...item,
    relays: [],
    relayedBy: n === 1 ? [{ id: src(2), title: "Families ask consulate for answers" }] : [],
    ...(n === 1
      ? {}
      : {
          file: {
            hash: `9f3c${String(n).repeat(60)}`,
            size: isList ? 48_211 : 12_400 + n,
            mime: isList ? "text/csv" : "text/plain",
            name: isList ? "list-300.csv" : `source-${n}.txt`,
          },
        }),
    ...(isList ? {} : { textHash: `77aa${String(n).repeat(60)}` }),
    batches: isList ? [batch] : [],
    records: n === 2 ? [{ id: rec(1), schema: "Person", label: "Gülmira Sadıqqızı" }] : [],
    seq: null,
    ...extra,
    ...described.get(n),
  };
}
const articleFacts: Partial<SourceView> = {
  headline: proposed("Families ask consulate for answers", "title line before the article"),
  author: proposed("Lola Umarova", "byline"),
  relays: [{ source: src(6), title: "The day of the three names", words: "told Orda Radio" }],
};
const testimonyFacts: Partial<SourceView> = {
  author: accepted("her brother"),
  interviewer: "Aizat",
  interpreter: "A.",
};

const rowsTotal = 12_000;
const family = ["萨迪克", "热合曼", "吐尔逊", "哈西木", "买买提"];
function rowsOf(from: number, count: number): TableRows {
  const rows = Array.from(
    { length: Math.max(0, Math.min(count, rowsTotal - from + 1)) },
    (_, i) => {
      const n = from + i;
      return [
        String(n),
        `古丽${n}·${family[n % 5] ?? ""}`,
        String(1950 + (n % 50)),
        n % 2 === 0 ? "塔城市" : "Ғұлжа",
        n % 7 === 0 ? "" : "汉语教师，曾在村小学任教多年，家中有三个孩子",
      ];
    },
  );
  return { columns: ["编号", "姓名", "出生年", "籍贯", "职业"], from, rows, total: rowsTotal };
}

let added = 0;
function intake(name: string, kind: string): unknown {
  if (name.includes("empty"))
    return {
      name,
      error: { code: "empty", message: "Expected a text; it holds only white space." },
    };
  if (name.includes("bomb"))
    return { name, error: { code: "ratio", message: "Expected an archive that grows less." } };
  if (name.includes("again")) return { name, title: name, kind, duplicateOf: src(2) };
  added += 1;
  return {
    name,
    source: src(/\.(csv|tsv|xlsx)$/.test(name) ? 3 : added % 2 === 0 ? 1 : 2),
    title: name,
    kind: /\.(csv|tsv|xlsx)$/.test(name) ? "list" : kind,
    suggestions: 6,
  };
}

const became = (n: number, id: string, state: "accepted" | "rejected"): string => {
  const made = rec(
    700 + (decisions.get(n) === undefined ? 0 : Object.keys(decisions.get(n) ?? {}).length),
  );
  decisions.set(n, {
    ...decisions.get(n),
    [id]: state === "accepted" ? { state, became: made } : { state },
  });
  return made;
};
const reopen = (matches: (id: string, decision: Decision) => boolean): void => {
  for (const [n, all] of decisions)
    decisions.set(n, Object.fromEntries(Object.entries(all).filter(([id, d]) => !matches(id, d))));
};

export const sourceRoutes: readonly FixtureRoute[] = [
  ...tableRoutes,
  {
    method: "POST",
    path: /^\/sources\/list$/,
    answer: ({ body }) => {
      const q = words(body["q"]).toLowerCase();
      const hits = items
        .filter(
          (item) => q === "" || `${item.title} ${item.publisher?.value}`.toLowerCase().includes(q),
        )
        .filter((item) => body["kind"] === undefined || item.kind === body["kind"])
        .filter((item) =>
          body["state"] === "open"
            ? (item.open ?? 0) > 0
            : body["state"] === "done"
              ? item.open === 0
              : true,
        );
      return { total: hits.length, items: hits, next: null };
    },
  },
  {
    method: "POST",
    path: /^\/sources\/file$/,
    answer: ({ name }) => intake(name ?? "file.txt", "article"),
  },
  {
    method: "POST",
    path: /^\/sources\/text$/,
    answer: ({ body }) => intake(words(body["title"]) || "A pasted text", String(body["kind"])),
  },
  {
    method: "POST",
    path: /^\/sources\/testimony$/,
    answer: () => ({
      ...(intake("Testimony", "testimony") as object),
      source: src(1),
      records: [rec(1)],
    }),
  },
  { method: "GET", path: /^\/sources\/(\w+)$/, answer: ({ params }) => viewOf(params[0]) },
  {
    method: "GET",
    path: /^\/sources\/(\w+)\/history$/,
    answer: ({ params }) => [
      {
        seq: 12,
        at: start,
        by: "Serik",
        device: "office",
        kind: "source.added",
        text: "added the source",
        subject: params[0],
        erased: false,
      },
    ],
  },
  {
    method: "GET",
    path: /^\/sources\/(\w+)\/text$/,
    answer: ({ params }) =>
      texts.get(number(params[0]))?.text ?? refuse({ status: 404, code: "no-text" }),
  },
  {
    method: "GET",
    path: /^\/sources\/(\w+)\/reading$/,
    answer: ({ params }) => {
      const found = texts.get(number(params[0]));
      if (found === undefined) return refuse({ status: 404, code: "no-text" });
      return { reading: found.reading, decisions: decisions.get(number(params[0])) ?? {} };
    },
  },
  {
    method: "GET",
    path: /^\/sources\/(\w+)\/rows$/,
    answer: ({ query }) =>
      rowsOf(Number(query?.get("from") ?? 1), Number(query?.get("count") ?? 100)),
  },
  {
    method: "POST",
    path: /^\/sources\/(\w+)\/describe$/,
    answer: ({ params, body }) => {
      const n = number(params[0]);
      const { expect: _expect, relays, ...fields } = body;
      const next: Record<string, unknown> = { ...described.get(n), seq: 60 + described.size };
      for (const [key, field] of Object.entries(fields))
        next[key] = typeof field === "string" ? field : { ...(field as object), state: "accepted" };
      if (relays !== undefined) next["relays"] = relays;
      described.set(n, next);
      return viewOf(params[0]);
    },
  },
  {
    method: "POST",
    path: /^\/suggestions\/accept$/,
    answer: ({ body }) => ({
      became: became(number(String(body["source"])), String(body["suggestion"]), "accepted"),
      seq: 90,
    }),
  },
  {
    method: "POST",
    path: /^\/suggestions\/reject$/,
    answer: ({ body }) => {
      became(number(String(body["source"])), String(body["suggestion"]), "rejected");
      return { seq: 91 };
    },
  },
  {
    method: "POST",
    path: /^\/suggestions\/reopen$/,
    answer: ({ body }) => {
      reopen((id) => id === body["suggestion"]);
      return { seq: 92 };
    },
  },
  {
    method: "POST",
    path: /^\/withdraw$/,
    answer: ({ body }) => {
      reopen((_, decision) => decision.became === body["target"]);
      return { seq: 93 };
    },
  },
];
