// Invented answers for vault, home, people, records, judgements, integrity and settings.
import type { HistoryView, PersonItem } from "../api/views.ts";
import { passages, personFile, rec, sources, src } from "./fixture-file.ts";
import type { FixtureRefusal, FixtureRoute } from "./fixture-route.ts";

const start = (process.env["GUWAH_WEB_FIXTURE_VAULT"] ?? "open") as "none" | "locked" | "open";
const vault: { state: "none" | "locked" | "open"; demo: boolean; lastCheck?: unknown } = {
  state: start,
  demo: true,
  lastCheck: { at: Date.now() - 4 * 60_000, clean: true, entries: 4_812, problemCount: 0 },
};
let tries = 0;

interface FakeJob {
  readonly kind: string;
  readonly started: number;
  readonly ms: number;
  readonly step: string;
  readonly total: number;
  readonly result: unknown;
}
const jobs = new Map<string, FakeJob>();
function job(
  kind: string,
  step: string,
  total: number,
  result: unknown,
  ms = 2_500,
): { job: string } {
  const id = `job_${jobs.size + 1}`;
  jobs.set(id, { kind, started: Date.now(), ms, step, total, result });
  return { job: id };
}
const refuse = (refusal: FixtureRefusal): never => {
  throw refusal;
};

const given = [
  "Gülmira",
  "Aybek",
  "Нұрлан",
  "阿依古丽",
  "ئالىم",
  "Saule",
  "Ержан",
  "Dilnur",
  "Қайрат",
  "Roza",
];
const family = [
  "Sadıqqızı",
  "Toqtarov",
  "Әбдіразақ",
  "热合曼",
  "تۇرسۇن",
  "Omarova",
  "Сейітқали",
  "Hashim",
  "Бекенов",
  "Maratqyzy",
];
export const people: readonly PersonItem[] = Array.from({ length: 163 }, (_, i) => {
  const label =
    i === 0 ? personFile.label : `${given[i % 10]} ${family[(i * 7 + Math.floor(i / 10)) % 10]}`;
  return {
    id: rec(i === 0 ? 1 : 100 + i),
    number: `P-${(1000 + i * 37).toString(36).toUpperCase()}`,
    label,
    names: i === 0 ? personFile.names : [{ text: label, claims: 1 }],
    records: i % 5 === 0 ? 2 : 1,
    claims: 4 + (i % 9),
    sources: 1 + (i % 3),
    ...(i % 4 === 3 ? {} : { born: String(1955 + (i % 40)) }),
    ...(i % 6 === 5 ? {} : { from: ["Chöchek", "Ghulja", "塔城市", "Алтай"][i % 4] as string }),
  };
});

const history: readonly HistoryView[] = [
  {
    seq: 77,
    at: Date.now() - 40 * 60_000,
    by: "Aizat",
    device: "kitchen laptop",
    kind: "claim.pinned",
    text: "pinned Occupation to “teacher of Kazakh”: two colleagues confirmed it by phone",
    subject: rec(1),
    erased: false,
  },
  {
    seq: 51,
    at: Date.now() - 26 * 3_600_000,
    by: "Aizat",
    device: "kitchen laptop",
    kind: "judgement.made",
    text: "judged two records the same: same birth year, same town, name reads the same",
    subject: rec(1),
    erased: false,
  },
  {
    seq: 42,
    at: Date.now() - 30 * 3_600_000,
    by: "Serik",
    device: "office",
    kind: "claim.added",
    text: "added a claim: Birth date, 1979 or 1980",
    subject: rec(1),
    erased: false,
  },
  {
    seq: 12,
    at: Date.now() - 50 * 3_600_000,
    by: "Serik",
    device: "office",
    kind: "erased",
    text: "",
    subject: rec(1),
    erased: true,
  },
];

const page = <T>(
  items: readonly T[],
  body: Record<string, unknown>,
): { total: number; items: readonly T[]; next: string | null } => {
  const from = Number(body["cursor"] ?? 0);
  const limit = Number(body["limit"] ?? 50);
  return {
    total: items.length,
    items: items.slice(from, from + limit),
    next: from + limit < items.length ? String(from + limit) : null,
  };
};
const list = Array.from({ length: 7 }, (_, i) => ({
  id: rec(500 + i),
  label: [
    "Steppe Courier",
    "Committee of Relatives",
    "Office of Public Security, Chöchek",
    "Orda Radio",
    "Mountain Watch",
    "Consulate, Almaty",
    "School No. 4",
  ][i] as string,
  source: src(2),
  sourceTitle: sources[src(2)]?.title ?? "",
  claims: 2 + i,
}));

function fileOf(id: string): unknown {
  if (id === rec(1) || id === rec(2)) return personFile;
  const person = people.find((item) => item.id === id);
  const label = person?.label ?? list.find((item) => item.id === id)?.label ?? "Record";
  return {
    ...personFile,
    id,
    number: person?.number ?? "R-1",
    schema: person === undefined ? "Organization" : "Person",
    label,
    names: [{ text: label, claims: 1 }],
    status: null,
    related: [],
    statements: [],
    judgements: [],
    properties: personFile.properties.slice(1, 2),
    records: [
      { id, label, source: src(2), sourceTitle: "Families ask consulate for answers", claims: 4 },
    ],
  };
}

export const vaultRoutes: readonly FixtureRoute[] = [
  {
    method: "GET",
    path: /^\/state$/,
    answer: () => ({
      vault: vault.state,
      session: vault.state === "open",
      demo: vault.demo && vault.state === "open",
      version: "0.1.0",
      ...(vault.state === "open"
        ? {
            vaultName: "Relatives of Chöchek",
            member: {
              id: "mem_1",
              name: "Aizat",
              roles: ["documenter", "analyst", "keeper"],
              rights: ["read", "add", "review", "link", "keep", "open-sealed"],
            },
            lockInSeconds: 760,
            lastCheck: vault.lastCheck,
          }
        : {}),
    }),
  },
  {
    method: "POST",
    path: /^\/vault$/,
    answer: () => {
      vault.state = "open";
      vault.demo = false;
      return { token: "t", recoveryCode: "K7QM-2XVD-9FPA-T4HW-8RNC-J3YB-6EGS-5ZLU" };
    },
  },
  {
    method: "POST",
    path: /^\/demo$/,
    answer: () => {
      vault.demo = true;
      const made = job("demo", "Writing invented people", 3_400, { token: "t" });
      setTimeout(() => {
        vault.state = "open";
      }, 2_400);
      return made;
    },
  },
  {
    method: "POST",
    path: /^\/unlock$/,
    answer: ({ body }) => {
      if (body["passphrase"] === "open" || body["recoveryCode"] !== undefined) {
        vault.state = "open";
        return { token: "t" };
      }
      tries += 1;
      return refuse({
        status: 403,
        code: "access/wrong-passphrase",
        details: { retryInSeconds: 2 ** tries },
      });
    },
  },
  {
    method: "POST",
    path: /^\/lock$/,
    answer: () => {
      vault.state = "locked";
      return {};
    },
  },
  {
    method: "POST",
    path: /^\/passphrase\/strength$/,
    answer: ({ body }) => {
      const n = String(body["passphrase"]).length;
      const score = Math.min(4, Math.floor(n / 5));
      return {
        score,
        enough: score >= 3,
        advice: score >= 3 ? "" : "Add another word or two that do not belong together.",
      };
    },
  },
  {
    method: "POST",
    path: /^\/passphrase$/,
    answer: ({ body }) =>
      body["current"] === "open"
        ? {}
        : refuse({ status: 403, code: "access/wrong-passphrase", details: {} }),
  },
  {
    method: "GET",
    path: /^\/members$/,
    answer: () => [
      { id: "mem_1", name: "Aizat", roles: ["documenter", "analyst", "keeper"], active: true },
      { id: "mem_2", name: "Serik", roles: ["documenter"], active: true },
      { id: "mem_3", name: "Ләззат", roles: ["reviewer"], active: false },
    ],
  },
  { method: "POST", path: /^\/members/, answer: () => ({ id: "mem_9" }) },
  {
    method: "GET",
    path: /^\/home$/,
    answer: () => ({
      counts: {
        people: 163,
        records: 214,
        sources: 25,
        claims: 1_904,
        statements: 212,
        judgements: 31,
      },
      open: {
        sources: Object.keys(sources)
          .slice(0, 4)
          .map((id, i) => ({
            id,
            kind: "article",
            title: sources[id]?.title ?? "",
            publisher: { value: "Steppe Courier", state: "accepted" },
            published: { value: sources[id]?.published ?? "", state: "accepted" },
            addedAt: Date.now() - i * 3e6,
            addedBy: "Serik",
            statements: 3,
            claims: 4,
            open: 19 - i * 4,
          })),
        suggestions: 57,
        proposedClaims: 12,
      },
      disputed: [
        {
          id: rec(1),
          label: "Gülmira Sadıqqızı",
          property: "Place",
          text: "Chöchek (Tacheng), place not named",
        },
        { id: rec(104), label: "ئالىم تۇرسۇن", property: "Occupation", text: "imam" },
      ],
      recent: history,
      batches: [
        {
          id: "bat_1",
          source: src(3),
          series: "list-300",
          startedAt: Date.now() - 7e7,
          startedBy: "Serik",
          rows: 300,
          added: 291,
          updated: 0,
          unchanged: 0,
          failed: 9,
          finished: true,
          undone: false,
          review: "proposed",
        },
      ],
      lastCheck: vault.lastCheck,
    }),
  },
  {
    method: "GET",
    path: /^\/jobs\/(\w+)$/,
    answer: ({ params }) => {
      const found = jobs.get(params[0] ?? "");
      if (found === undefined) return refuse({ status: 404, code: "runtime/job-unknown" });
      const part = Math.min(1, (Date.now() - found.started) / found.ms);
      return {
        id: params[0],
        kind: found.kind,
        state: part === 1 ? "done" : "running",
        done: Math.round(part * found.total),
        total: found.total,
        step: found.step,
        ...(part === 1 ? { result: found.result } : {}),
      };
    },
  },
  { method: "DELETE", path: /^\/jobs\/(\w+)$/, answer: () => ({}) },
  {
    method: "POST",
    path: /^\/people\/list$/,
    answer: ({ body }) => {
      const q = String(body["q"] ?? "").toLowerCase();
      const hits =
        q === ""
          ? people
          : people.filter((item) => item.names.some((form) => form.text.toLowerCase().includes(q)));
      return {
        ...page(hits, body),
        matched:
          q === ""
            ? {}
            : Object.fromEntries(
                hits.map((item) => [
                  item.id,
                  item.names.find((form) => form.text.toLowerCase().includes(q))?.text ?? "",
                ]),
              ),
      };
    },
  },
  {
    method: "GET",
    path: /^\/people\/(\w+)\/cluster$/,
    answer: ({ params }) => ({
      person: params[0],
      records: personFile.records,
      judgements: personFile.judgements,
    }),
  },
  {
    method: "POST",
    path: /^\/judgements$/,
    answer: ({ body }) => ({
      ...body,
      leftLabel: "a",
      rightLabel: "b",
      by: "Aizat",
      at: Date.now(),
      seq: 90,
    }),
  },
  {
    method: "POST",
    path: /^\/records\/list$/,
    answer: ({ body }) => {
      const q = String(body["q"] ?? "").toLowerCase();
      const hits =
        body["schema"] === "Organization" || body["schema"] === "Question"
          ? list.filter((item) => item.label.toLowerCase().includes(q))
          : [];
      return page(
        hits.map((item) => ({ ...item, schema: body["schema"] })),
        body,
      );
    },
  },
  { method: "GET", path: /^\/records\/(\w+)\/history$/, answer: () => history },
  { method: "GET", path: /^\/records\/(\w+)$/, answer: ({ params }) => fileOf(params[0] ?? "") },
  {
    method: "POST",
    path: /^\/records$/,
    answer: ({ body }) => ({
      id: rec(501),
      schema: body["schema"],
      label: body["label"],
      source: src(1),
      sourceTitle: "",
      claims: 1,
    }),
  },
  {
    method: "GET",
    path: /^\/claims\/(\w+)\/passage$/,
    answer: ({ params }) => {
      const found = passages.get(params[0] ?? "");
      const source = src(found?.source ?? 1);
      if (found?.source === 3)
        return {
          source,
          sourceTitle: sources[source]?.title,
          published: "2019-08",
          before: "",
          quote: found.quote,
          after: "",
          row: 141,
          column: "姓名",
          columns: ["编号", "姓名", "出生年", "籍贯", "职业"],
          cells: ["141", "古丽米拉·萨迪克", "1980", "塔城市", "汉语教师"],
        };
      return {
        source,
        sourceTitle: sources[source]?.title,
        published: sources[source]?.published,
        before: "I asked her whether she was at home. She said she could not speak long. ",
        quote: found?.quote ?? "",
        after:
          " She had come for our father's funeral, eleven days. After that the number no longer answered.",
        start: 120,
        end: 166,
      };
    },
  },
  {
    method: "POST",
    path: /^\/claims\/(\w+)\/open-sealed$/,
    answer: () => ({ text: "000000198001010000 (invented)" }),
  },
  { method: "POST", path: /^\/claims\/(\w+)\/(review|replace|grade)$/, answer: () => ({}) },
  { method: "POST", path: /^\/(claims|pins|withdraw|statements)$/, answer: () => ({ seq: 91 }) },
  { method: "GET", path: /^\/check\/last$/, answer: () => ({}) },
  {
    method: "POST",
    path: /^\/check$/,
    answer: () => {
      vault.lastCheck = {
        at: Date.now(),
        clean: process.env["GUWAH_WEB_FIXTURE_BROKEN"] !== "1",
        entries: 4_812,
        problemCount: process.env["GUWAH_WEB_FIXTURE_BROKEN"] === "1" ? 3 : 0,
      };
      return job(
        "check",
        "entries",
        4_812,
        process.env["GUWAH_WEB_FIXTURE_BROKEN"] === "1"
          ? {
              clean: false,
              entries: 4_812,
              rows: 9_120,
              root: "9f3c".repeat(16),
              problemCount: 3,
              problems: [
                { kind: "changed", seq: 1_204 },
                { kind: "row-changed", seq: 1_204, table: "claims" },
                { kind: "file-damaged", file: "ab12".repeat(16) },
              ],
            }
          : {
              clean: true,
              entries: 4_812,
              rows: 9_120,
              root: "9f3c".repeat(16),
              problems: [],
              problemCount: 0,
            },
      );
    },
  },
  {
    method: "POST",
    path: /^\/rebuild$/,
    answer: () => job("rebuild", "entries", 4_812, { entries: 4_812, rows: 9_120 }),
  },
  {
    method: "POST",
    path: /^\/backup$/,
    answer: () => job("backup", "files", 48_000_000, { size: 48_000_000 }),
  },
  { method: "POST", path: /^\/restore$/, answer: () => job("restore", "files", 48_000_000, {}) },
];
