// The cheap keys of a name: the same code makes them when the site is built and when somebody types in a browser.
// Invariant: no imports, no tables larger than an alphabet; the classes are those of the names craft's Turkic and via-Chinese skeletons.

/** A sound as one letter: A a vowel, W a sound that is often left out (h, v, w, y), else the class of a consonant. */
const LONG: Readonly<Record<string, string>> = {
  dzh: "J",
  tch: "C",
  sch: "C",
  kh: "W",
  gh: "K",
  sh: "C",
  ch: "C",
  zh: "J",
  dj: "J",
  ng: "N",
  ts: "S",
  ph: "P",
  дж: "J",
};
const ONE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: "aeiouyəıаәеёиыіоөуұүэюяєїاەوۇۆۈۋېىيئیے",
    W: "hwvxхһҳвйحخھهہعўۉ",
    P: "bpfбпфبپف",
    M: "mмم",
    T: "tdтдتدطضة",
    N: "nнңңنڭ",
    L: "lлل",
    R: "rрر",
    S: "szcсзцسزصثذظ",
    C: "şšçčшщчشچ",
    J: "jžжҗҷجژ",
    K: "kgqğкгқғكگقغک",
  }).flatMap(([sound, letters]) => [...letters].map((letter): [string, string] => [letter, sound])),
);
const ENDINGS =
  /(.{3})(?:қызы|кызы|ұлы|улы|оглы|ович|евич|овна|евна|qizi|qyzy|kyzy|kizi|qızı|uly|ulı|oglu|oğlu|oghli|ogli|ovich|evich|ovna|evna|قىزى|ئوغلى|ۇلى)$/u;
const HAN_LETTER = /\p{Script=Han}/u;
const APART = /[^\p{L}\p{M}\p{N}'’ʼʻ`]+/u;
const LONGEST_KEY = 6;
const MOST_WORDS = 4;

export const isHan = (text: string): boolean => HAN_LETTER.test(text);

/** The words of a name in lower case, apostrophes left out; words of Chinese characters stay as they are. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .split(APART)
    .map((word) => word.replace(/['’ʼʻ`]/g, ""))
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}

/** The sounds of one word in Latin, Cyrillic or Arabic letters; letters no table knows give none. */
export function soundsOf(word: string): string {
  const bare = word.replace(ENDINGS, "$1");
  let out = "";
  for (let at = 0; at < bare.length;) {
    let size = 3;
    let sound: string | undefined;
    for (; size > 1 && sound === undefined; size--) sound = LONG[bare.slice(at, at + size)];
    if (sound !== undefined) size++;
    else {
      const letter = bare.charAt(at);
      sound = ONE.get(letter) ?? ONE.get(letter.normalize("NFD").charAt(0)) ?? "";
    }
    out += sound;
    at += size;
  }
  return out;
}

function squeezed(letters: Iterable<string>): string {
  let out = "";
  for (const letter of letters)
    if (!out.endsWith(letter) && out.length < LONGEST_KEY) out += letter;
  return out === "" ? "-" : out;
}

/** The Turkic skeleton of sounds: consonants, doubled ones once. */
export const turkicKey = (sounds: string): string => squeezed(sounds.replace(/[AW]/g, ""));

/** What is left of sounds on their way through Chinese: no throat sounds; l, r and n only before a vowel. */
export function chineseKey(sounds: string): string {
  const kept: string[] = [];
  for (let at = 0; at < sounds.length; at++) {
    const sound = sounds.charAt(at);
    if (sound === "A" || sound === "W" || sound === "K") continue;
    if ("LRN".includes(sound)) {
      if (at === 0 || sounds.charAt(at + 1) === "A") kept.push(sound === "R" ? "L" : sound);
    } else kept.push(sound === "C" || sound === "J" ? "S" : sound);
  }
  return squeezed(kept);
}

/** Two keys as one, sorted, so that either order of a name's words meets. */
const pairKey = (a: string, b: string): string => (a < b ? `${a}.${b}` : `${b}.${a}`);

/** Every pair of the first words' keys. */
export function pairKeys(words: readonly (readonly string[])[]): string[] {
  const out = new Set<string>();
  for (let i = 0; i < words.length; i++)
    for (let j = i + 1; j < words.length; j++)
      for (const a of words[i] ?? []) for (const b of words[j] ?? []) out.add(pairKey(a, b));
  return [...out];
}

/** Which shard of a kind holds a key; undefined when none does. Shards are named by what their keys begin with. */
export function shardOf(prefixes: ReadonlySet<string>, key: string): string | undefined {
  const whole = `${key}$`;
  for (let size = whole.length; size >= 0; size--) {
    const prefix = whole.slice(0, size);
    if (prefixes.has(prefix)) return prefix;
  }
  return undefined;
}

/** The name of a shard's file: small letters and digits, whatever its keys are written in. */
export function shardFile(kind: string, prefix: string): string {
  const safe = [...prefix]
    .map((letter) =>
      /[A-Z0-9]/.test(letter) ? letter.toLowerCase() : `_${letter.codePointAt(0)?.toString(16)}`,
    )
    .join("");
  return `${kind}-${safe}.js`;
}
