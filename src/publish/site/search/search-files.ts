// The search data of a release: people under the keys of their names, cut into small files by what the keys begin with.
// Invariant: only released names are in it; a file holds at most what a slow line can carry, however many share a name.
import { keysOf, prepareName } from "../../../names/index.ts";
import type { ReleasedPerson } from "../../release/released.ts";
import {
  isHan,
  pairKeys,
  shardFile,
  soundsOf,
  turkicKey,
  chineseKey,
  wordsOf,
} from "../browser/search-keys.ts";
import { fileOf } from "../frame.ts";
import { personFile } from "../paths.ts";
import type { SiteFile } from "../site.ts";
import { hanTable } from "./han-table.ts";
import { searchScript } from "./script.ts";

/** What the search knows of somebody. */
export type Searched = Pick<ReleasedPerson, "number" | "level" | "heading" | "names">;

type Kind = "t" | "p" | "z" | "h" | "n";
const kinds: readonly Kind[] = ["t", "p", "z", "h", "n"];
const kindOfKey: Readonly<Record<string, Kind>> = { t1: "t", t2: "t", tp: "p", zp: "z" };
type Index = Record<Kind, Map<string, number[]>>;

const SHARD_BYTES = 60_000;
const MOST_PER_KEY = 300;

function put(index: Index, kind: Kind, key: string, person: number): void {
  const list = index[kind].get(key);
  if (list === undefined) index[kind].set(key, [person]);
  else if (list.at(-1) !== person) list.push(person);
}

/** Both the craft's keys and the cheap ones, so that what a browser can work out always meets. */
function addName(index: Index, name: string, person: number): void {
  for (const key of keysOf(prepareName(name))) {
    const [kind = "", rest = ""] = key.split(":");
    const to = kindOfKey[kind];
    if (to !== undefined) put(index, to, rest, person);
  }
  const words = wordsOf(name);
  for (const word of words) {
    if (!isHan(word)) continue;
    const signs = [...word];
    put(index, "h", signs.slice(0, 2).join(""), person);
    if (words.length === 1 && signs.length > 4)
      put(index, "h", signs.slice(-3, -1).join(""), person);
  }
  const sounds = words.filter((word) => !isHan(word)).map(soundsOf);
  for (const one of sounds) put(index, "t", turkicKey(one), person);
  for (const key of pairKeys(sounds.map((one) => [turkicKey(one)]))) put(index, "p", key, person);
  for (const key of pairKeys(sounds.map((one) => [chineseKey(one)]))) put(index, "z", key, person);
}

/** What a person is called, as the search shows it: Chinese in simplified form is looked up, never shown changed. */
function entryOf(person: Searched): string {
  const names = new Set(person.names.map(({ text }) => text.slice(0, 200)));
  names.delete(person.heading);
  return safeJson([
    personFile(person.number),
    person.number,
    person.heading,
    ...[...names].slice(0, 6),
  ]);
}

/** JSON that may stand in a script of any age. */
const safeJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

type Row = readonly [key: string, people: readonly number[]];

function* leaves(
  rows: readonly Row[],
  prefix: string,
  sizes: Uint32Array,
): Generator<{ prefix: string; rows: readonly Row[] }> {
  const people = new Set<number>();
  let bytes = 0;
  for (const [key, list] of rows) {
    bytes += key.length + 8;
    for (const person of list.slice(0, MOST_PER_KEY)) {
      bytes += 6;
      if (!people.has(person)) bytes += sizes[person] ?? 0;
      people.add(person);
    }
  }
  if (bytes <= SHARD_BYTES || rows.length === 1) {
    yield { prefix, rows };
    return;
  }
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const next = `${row[0]}$`.slice(0, prefix.length + 1);
    const group = groups.get(next);
    if (group === undefined) groups.set(next, [row]);
    else group.push(row);
  }
  for (const [next, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    yield* leaves(group, next, sizes);
}

function shard(file: string, rows: readonly Row[], entries: readonly string[]): string {
  const places = new Map<number, number>();
  const keys = rows.map(([key, people]) => {
    const some = people.slice(0, MOST_PER_KEY).map((person) => {
      const place = places.get(person) ?? places.size;
      places.set(person, place);
      return place;
    });
    return safeJson(people.length > MOST_PER_KEY ? [key, some, 1] : [key, some]);
  });
  const people = [...places.keys()].map((person) => entries[person] ?? "[]");
  return `guwahShard(${safeJson(file)},[\n${people.join(",\n")}\n],[\n${keys.join(",\n")}\n]);\n`;
}

/** The script, the list of shards, the shards, and the sounds of Chinese characters. */
export function* searchFiles(people: readonly Searched[]): Generator<SiteFile> {
  const index: Index = { t: new Map(), p: new Map(), z: new Map(), h: new Map(), n: new Map() };
  const entries = people.map(entryOf);
  const sizes = Uint32Array.from(entries, (entry) => Buffer.byteLength(entry) + 2);
  people.forEach((person, i) => {
    const number = person.number.toUpperCase().replace(/[^A-Z0-9]/g, "");
    if (number !== "") put(index, "n", number, i);
    if (person.level !== "name") return;
    for (const name of new Set([person.heading, ...person.names.map(({ text }) => text)]))
      addName(index, name.slice(0, 200), i);
  });
  const lists: [string, string[]][] = [];
  for (const kind of kinds) {
    const prefixes: string[] = [];
    const rows = [...index[kind]].toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (rows.length > 0)
      for (const leaf of leaves(rows, "", sizes)) {
        prefixes.push(leaf.prefix);
        const file = shardFile(kind, leaf.prefix);
        yield fileOf(`search/${file}`, shard(file, leaf.rows, entries));
      }
    lists.push([kind, prefixes]);
  }
  yield fileOf("search/shards.js", `guwahShards(${safeJson(lists)});\n`);
  yield fileOf("search/han.js", hanTable());
  yield fileOf("search.js", searchScript());
}
