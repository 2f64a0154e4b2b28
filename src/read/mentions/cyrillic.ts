// Names in Cyrillic text (Russian, Kazakh): by the forms of surnames and patronymics, given names, role words,
// and a gazetteer of stems, since both languages bend their names.
// Invariant: a capital alone names nobody; sentence beginnings and adjectives of places are no persons.
import { PACKS } from "../packs/pack-for.ts";
import {
  isGivenCyrillic,
  isOfPerson,
  isPlainGivenCyrillic,
  isRole,
  LONE_SURNAME,
  PATRONYMIC,
  SURNAME,
} from "./cyrillic-words.ts";
import { isPlaceCyrillic } from "./cyrillic-places.ts";
import type { Run, Typed } from "./type-run.ts";

const ORGS =
  /^(?:министерств|комитет|комисси|организаци|университет|институт|академи|агентств|парти|суд|совет|парламент|союз|ассоциаци|фонд|центр|банк|компани|полици|посольств|консульств|газет|телеканал|министрлі|ұйым|қор|орталы|партия|сот|университет|агентті)/u;

const GROUPS =
  /^(?:уйгур|ұйғыр|казах|қазақ|кыргыз|киргиз|қырғыз|узбек|өзбек|татар|дунган|дүнген|хань|хуэй|китайц|қытай|русск|орыс|мусульман|мұсылман|монгол|тибет|турк|түрік)\p{L}{0,5}$/u;

/** Words that open a sentence before a name. */
const OPENERS: ReadonlySet<string> = new Set(
  "вчера сегодня завтра однако затем потом также позже тогда после когда если хотя поэтому сначала наконец именно только даже ранее недавно теперь сейчас здесь там кроме среди между против вместе вместо около через перед согласно благодаря напомним отметим например уже ещё снова бывший бывшая кеше бүгін ертең содан сол осы бірақ және енді кейін соңғы былтыр биыл алайда сондай-ақ мысалы бұрынғы оған оның әрі тек".split(
    " ",
  ),
);

/** The mention a run of capitalised Cyrillic words makes; null type where nothing speaks for one. */
export function typeCyrillic(run: Run): Typed[] {
  const { tokens } = run;
  let { from } = run;
  const { to } = run;
  // A short word with a capital opens the sentence; it is no name.
  if (
    from === 0 &&
    to - from > 1 &&
    (tokens[from]?.text.length ?? 0) <= 3 &&
    !isGivenCyrillic(tokens[from]?.lower ?? "") &&
    !/^\p{Lu}\.$/u.test(tokens[from]?.text ?? "")
  )
    from++;
  // `Кеше Серік Асанұлы`, `Адвокат Иван Тасов`: the first word of a sentence stands before the name.
  const lead = tokens[from]?.lower ?? "";
  if (from === 0 && to - from > 1 && (OPENERS.has(lead) || isRole(lead))) from++;
  const given = tokens.slice(from, to).findIndex(({ lower }) => isGivenCyrillic(lower));
  if (from === 0 && given > 0) from += given;
  const last = tokens[to - 1];
  if (to - from > 1 && last && isPlaceCyrillic(last.lower))
    return [
      ...typeCyrillic({ ...run, from, to: to - 1 }),
      { from: to - 1, to, type: "place", rule: "gazetteer", confidence: 0.85 },
    ];
  const own = tokens.slice(from, to);
  const make = (type: Typed["type"], rule: string, confidence: number): Typed[] => [
    { from, to, type, rule, confidence },
  ];
  if (own.some(({ lower }) => ORGS.test(lower)))
    return make("organization", "organisation word", 0.75);
  if (own.length === 1) return single(run, from, make);
  const [first] = own;
  if (
    own.length <= 4 &&
    own.some(({ text }) => /^\p{Lu}\.(?:\p{Lu}\.)?$/u.test(text)) &&
    (last?.text.length ?? 0) > 2
  )
    return make("person", "initials", 0.9);
  const before = tokens[from - 1]?.lower ?? "";
  if (own.some(({ lower }) => PATRONYMIC.test(lower))) return make("person", "patronymic", 0.92);
  if (first && isGivenCyrillic(first.lower)) return make("person", "given name", 0.88);
  if (isRole(before) && own.length <= 3) return make("person", "role before", 0.85);
  const surname = own.at(-1)?.lower ?? "";
  if (
    own.length <= 3 &&
    SURNAME.test(surname) &&
    !own.some(({ lower }) => isPlaceCyrillic(lower) || GROUPS.test(lower) || ADJECTIVE.test(lower))
  )
    return make("person", "surname form", 0.65);
  const plain = own.every(
    ({ lower }) =>
      !ADJECTIVE.test(lower) && !isPlaceCyrillic(lower) && !GROUPS.test(lower) && lower.length > 2,
  );
  // `в Новом Орлеане`: an adjective and a noun in the case that tells where.
  const placeCase = /(?:ом|ем|ой|ей)$/u.test(first?.lower ?? "") && /[еи]$/u.test(surname);
  if (from > 0 && own.length <= 3 && plain && !placeCase)
    return make("person", "two or three capitalised words", 0.5);
  return own.flatMap((token, i) => {
    const found = known(token.lower);
    return found ? [{ from: from + i, to: from + i + 1, ...found }] : [];
  });
}

const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ую|юю)$/u;

type Kind = Pick<Typed, "type" | "rule" | "confidence">;

function known(word: string): Kind | null {
  if (isPlaceCyrillic(word)) return { type: "place", rule: "gazetteer", confidence: 0.85 };
  if (GROUPS.test(word)) return { type: "group", rule: "people or faith", confidence: 0.85 };
  return null;
}

/** Whether a verb of saying stands beside a word: `сказал Тасов`, `Тасов заявил`. */
function speaks({ tokens }: Run, at: number): boolean {
  const ru = PACKS.get("ru");
  const says = (k: number): boolean => {
    const cue = ru?.cues.get(tokens[k]?.lower ?? "");
    return cue !== undefined && cue.act === "say";
  };
  return says(at + 1) || (says(at - 1) && at > 1);
}

/** One word alone: a list, a role before it, a verb of saying beside it, or its form. */
function single(
  run: Run,
  at: number,
  make: (type: Typed["type"], rule: string, confidence: number) => Typed[],
): Typed[] {
  const { tokens } = run;
  const word = tokens[at]?.lower ?? "";
  const listed = known(word);
  if (listed) return make(listed.type, listed.rule, listed.confidence);
  const before = tokens[at - 1];
  const initial = at === 0 || (before?.kind === "mark" && before.text !== ",");
  if (word.length < 3 || /^\p{Lu}{2}/u.test(tokens[at]?.text ?? ""))
    return make(null, "one word", 0.2);
  if (before && isRole(before.lower)) return make("person", "role before", 0.7);
  if (isPlainGivenCyrillic(word)) return make("person", "given name", 0.6);
  const plain = !ADJECTIVE.test(word) || /ск(?:ий|ого|ому|ая|ой)$/u.test(word);
  if (!initial && speaks(run, at) && plain) return make("person", "one name that speaks", 0.6);
  if (before && isOfPerson(before.lower)) return make("person", "after what a person has", 0.55);
  if (!initial && LONE_SURNAME.test(word) && !TOWN.test(word))
    return make("person", "surname form", 0.5);
  return make(null, "one word", 0.2);
}

/** Towns with the ending of a surname. */
const TOWN =
  /^(?:ростов|саратов|тамбов|псков|харьков|киев|львов|азов|могил[её]в|чернигов|краков|кишин[её]в|бухаров|иваново|кемерово|орехово|домодедово|шереметьево|внуково|косово|сараево)\p{L}{0,2}$/u;
