// The search of the public site: reads what is typed, loads the few shards that can answer, shows the closest.
// Invariant: it loads only the site's own script files (which works from a stick, where fetch does not) and writes text, never markup.
import { isHan, pairKeys, shardFile, shardOf, wordsOf } from "./search-keys.ts";
import { type Asked, type AskedWord, askedWord, nameLikeness } from "./search-likeness.ts";

/** A person as a shard holds them: file, number, heading, then other spellings. */
type Entry = readonly [file: string, number: string, heading: string, ...names: string[]];
type Keys = readonly (readonly [key: string, entries: readonly number[], cut?: 1])[];
type Kind = "t" | "p" | "z" | "h" | "n";
/** [classes, characters]: classes are `t|t~z`, the skeletons a character may have. */
interface HanTable {
  readonly sounds: readonly (readonly [string, string])[];
  /** Traditional and simplified characters in turn. */
  readonly simple: string;
}
interface Shard {
  readonly entries: readonly Entry[];
  readonly keys: Keys;
}
interface Wanted {
  readonly kind: Kind;
  readonly keys: readonly string[];
}

const MOST_SHARDS = 6;
const ENOUGH = 5;
const SHOWN = 20;
const GOOD = 0.55;

const base = new URL("search/", (document.currentScript as HTMLScriptElement).src).href;
const shards = new Map<string, Shard>();
const waiting = new Map<string, Promise<void>>();
let prefixes: ReadonlyMap<string, ReadonlySet<string>> | undefined;
let characters: Map<string, readonly [t: readonly string[], z: string]> | undefined;
let simpler = new Map<string, string>();

Object.assign(globalThis, {
  guwahShards: (lists: readonly (readonly [string, readonly string[]])[]) => {
    prefixes = new Map(lists.map(([kind, list]) => [kind, new Set(list)]));
  },
  guwahShard: (file: string, entries: readonly Entry[], keys: Keys) => {
    shards.set(file, { entries, keys });
  },
  guwahHan: (table: HanTable) => {
    characters = new Map(
      table.sounds.flatMap(([classes, list]) => {
        const [t = "", z = ""] = classes.split("~");
        return [...list].map((one) => [one, [t.split("|"), z]] as const);
      }),
    );
    const pairs = [...table.simple];
    simpler = new Map(pairs.flatMap((one, i) => (i % 2 === 0 ? [[one, pairs[i + 1] ?? one]] : [])));
  },
});

function load(file: string): Promise<void> {
  let wait = waiting.get(file);
  if (wait === undefined) {
    wait = new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = base + file;
      script.onload = () => done();
      script.onerror = () => fail(new Error("not loaded"));
      document.head.append(script);
    });
    wait.catch(() => waiting.delete(file));
    waiting.set(file, wait);
  }
  return wait;
}

/** A word in Chinese characters: every skeleton it may have, at most six. */
function hanWord(text: string): AskedWord {
  const word = [...text].map((one) => simpler.get(one) ?? one).join("");
  let keys = [""];
  let chinese = [""];
  for (const one of word) {
    const [ts, z] = characters?.get(one) ?? [["-"], "-"];
    keys = grown(
      keys,
      ts.map((t) => t.replace("-", "")),
    );
    const sound = z.replace("-", "");
    // L and n may have been put in between by Chinese, which has no two consonants in a row.
    chinese = grown(
      chinese,
      /^[LN]/.test(sound) && word[0] !== one ? [sound, sound.slice(1)] : [sound],
    );
  }
  const told = (list: string[]): string[] => list.map((key) => (key === "" ? "-" : key));
  return { text: word, sounds: "", keys: told(keys), chinese: told(chinese) };
}

function grown(stems: readonly string[], more: readonly string[]): string[] {
  const out = new Set<string>();
  for (const stem of stems)
    for (const letters of more) {
      let key = stem;
      for (const letter of letters) if (!key.endsWith(letter) && key.length < 6) key += letter;
      out.add(key);
    }
  return [...out].slice(0, 6);
}

async function read(text: string): Promise<Asked> {
  const words = wordsOf(text);
  if (words.some(isHan)) await load("han.js");
  return { words: words.map((word) => (isHan(word) ? hanWord(word) : askedWord(word))) };
}

/** What to look up, in turn, until there is enough. */
function plan(text: string, { words }: Asked): readonly (readonly Wanted[])[] {
  const number = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const first: Wanted[] = /\d/.test(number) ? [{ kind: "n", keys: [number] }] : [];
  const han = words.filter((word) => isHan(word.text));
  if (han.length > 0) {
    const pieces = han.flatMap(({ text: word }) => {
      const signs = [...word];
      return [
        signs.slice(0, 2).join(""),
        ...(han.length === 1 && signs.length > 4 ? [signs.slice(-3, -1).join("")] : []),
      ];
    });
    first.push({ kind: "h", keys: pieces });
  }
  if (words.length > 1) {
    first.push({ kind: "p", keys: pairKeys(words.map((word) => word.keys)) });
    const alone = words.toSorted((a, b) => (b.keys[0]?.length ?? 0) - (a.keys[0]?.length ?? 0));
    return [
      first,
      [{ kind: "z", keys: pairKeys(words.map((word) => word.chinese)) }],
      [{ kind: "t", keys: alone.slice(0, 2).flatMap((word) => word.keys) }],
    ];
  }
  return [[...first, { kind: "t", keys: words.flatMap((word) => word.keys) }]];
}

/** What an exact key is worth by itself: letters cannot be laid beside Chinese characters, but their keys have met. */
function floorOf(kind: Kind, [, , ...names]: Entry): number {
  if (kind === "n") return 1;
  if (kind === "p") return 0.62;
  return names.every(isHan) ? 0.57 : 0;
}

/** Whether two keys differ by one letter at most. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
  return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
}

interface Found {
  readonly entry: Entry;
  readonly likeness: number;
}

async function answer(text: string): Promise<{ found: Found[]; cut: boolean }> {
  const [asked] = await Promise.all([read(text), load("shards.js")]);
  const best = new Map<string, Found>();
  let cut = false;
  let loaded = 0;
  const weigh = (entry: Entry, floor: number): void => {
    const before = best.get(entry[0]);
    // A key one letter off may have come first.
    if (before !== undefined && before.likeness >= floor) return;
    let likeness = floor;
    for (const name of entry.slice(2)) likeness = Math.max(likeness, nameLikeness(asked, name));
    best.set(entry[0], { entry, likeness });
  };
  for (const stage of plan(text, asked)) {
    const files = new Map<string, { kind: Kind; keys: string[] }>();
    for (const { kind, keys } of stage)
      for (const key of keys) {
        const prefix = shardOf(prefixes?.get(kind) ?? new Set(), key);
        if (prefix === undefined) continue;
        const file = shardFile(kind, prefix);
        const want = files.get(file);
        if (want !== undefined) want.keys.push(key);
        else if (loaded < MOST_SHARDS) {
          files.set(file, { kind, keys: [key] });
          loaded++;
        }
      }
    await Promise.all([...files.keys()].map(load));
    for (const [file, { kind, keys }] of files) {
      const shard = shards.get(file);
      for (const [key, entries, isCut] of shard?.keys ?? []) {
        const exact = keys.includes(key);
        const near =
          exact || (kind !== "n" && kind !== "h" && keys.some((one) => oneSlip(one, key)));
        if (!near) continue;
        if (exact && isCut === 1) cut = true;
        for (const i of entries) {
          const entry = shard?.entries[i];
          if (entry !== undefined) weigh(entry, exact ? floorOf(kind, entry) : 0);
        }
      }
    }
    if ([...best.values()].filter(({ likeness }) => likeness > GOOD).length >= ENOUGH) break;
  }
  const found = [...best.values()]
    .filter(({ likeness }) => likeness > GOOD)
    .toSorted((a, b) => b.likeness - a.likeness || (a.entry[0] < b.entry[0] ? -1 : 1));
  return { found: found.slice(0, SHOWN), cut };
}

function line({ entry }: Found, people: string): HTMLLIElement {
  const [file, number, heading, ...names] = entry;
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${people}${file}.html`;
  const isolate = (text: string): HTMLElement => {
    const bdi = document.createElement("bdi");
    bdi.textContent = text;
    return bdi;
  };
  link.append(isolate(heading));
  const quiet = document.createElement("span");
  quiet.className = "quiet";
  quiet.append(" ", isolate(number), ...names.flatMap((name) => [" · ", isolate(name)]));
  item.append(link, quiet);
  return item;
}

function start(): void {
  const form = document.querySelector<HTMLFormElement>("#search");
  const input = document.querySelector<HTMLInputElement>("#q");
  const status = document.querySelector<HTMLElement>("#found");
  const list = document.querySelector<HTMLElement>("#results");
  if (form === null || input === null || status === null || list === null) return;
  const words = JSON.parse(form.dataset["words"] ?? "{}") as Readonly<Record<string, string>>;
  const people = form.dataset["people"] ?? "people/";
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  let turn = 0;
  const look = async (): Promise<void> => {
    const mine = ++turn;
    const text = input.value.trim();
    if (text === "") {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      const { found, cut } = await answer(text);
      if (mine !== turn) return;
      const count = (words[plural.select(found.length)] ?? words["other"] ?? "").replace(
        "{n}",
        new Intl.NumberFormat(language).format(found.length),
      );
      status.textContent =
        found.length === 0
          ? (words["none"] ?? "")
          : `${count}. ${(cut ? words["many"] : words["few"]) ?? ""}`;
      list.replaceChildren(...found.map((one) => line(one, people)));
    } catch {
      if (mine === turn) status.textContent = words["fault"] ?? "";
    }
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void look();
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => void look(), 200);
  });
  Object.assign(globalThis, { guwahSearch: answer, guwahLoaded: () => [...waiting.keys()] });
}

start();
