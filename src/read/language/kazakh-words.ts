// The words of the Kazakh pack, found again in spellings that leave marks out.
// Invariant: of two words with one skeleton the one with Kazakh letters stays, else the first; a word nobody knows stays as its letters give it.
import { KAZAKH_FIGURE_WORDS } from "../figures/lexicons.ts";
import { GIVEN_CYRILLIC } from "../mentions/cyrillic-words.ts";
import { KK } from "../packs/kk.ts";

const MERGED: Readonly<Record<string, string>> = {
  ә: "а",
  ө: "о",
  ү: "у",
  ұ: "у",
  і: "ы",
  и: "ы",
  й: "ы",
  қ: "к",
  ғ: "г",
  ң: "н",
  һ: "х",
  э: "е",
  ь: "",
  ъ: "",
};
const MONTHS =
  "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан жыл жылы жылғы жылдың айда айы күні";
const ENDING =
  /(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|ны|ні|лар|лер|дар|дер|тар|тер)$/u;

/** Letters Kazakh has and Russian has not. */
const OWN = /[әғқңөұүһі]/;

function skeleton(word: string): string {
  let made = "";
  for (const letter of word.replaceAll("я", "ыа").replaceAll("ю", "ыу"))
    made += MERGED[letter] ?? letter;
  return made.replace(/ы+/g, "ы");
}

const KNOWN: ReadonlyMap<string, string> = (() => {
  const known = new Map<string, string>();
  const lists = [
    [...KK.cues.keys()].flatMap((cue) => cue.split(" ")),
    ...[KK.clauseWords, KK.accordingAfter, KK.pronouns, KK.stops, KK.evidentials].map((set) => [
      ...set,
    ]),
    KAZAKH_FIGURE_WORDS,
    MONTHS.split(" "),
    [...GIVEN_CYRILLIC],
  ];
  for (const word of lists.flat()) {
    const key = skeleton(word);
    const held = known.get(key);
    if (word.length > 1 && (held === undefined || (OWN.test(word) && !OWN.test(held))))
      known.set(key, word);
  }
  return known;
})();

/** A converted word in the pack's spelling, where the pack has it, with or without an ending. */
export function settleKazakh(word: string): string {
  const whole = KNOWN.get(skeleton(word));
  if (whole !== undefined) return whole;
  const ending = ENDING.exec(word)?.[0] ?? "";
  const stem = ending === "" ? undefined : KNOWN.get(skeleton(word.slice(0, -ending.length)));
  return stem === undefined ? word : stem + ending;
}
