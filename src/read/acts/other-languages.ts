// What is done to people, in Russian, Kazakh, Turkish and Chinese: by stems, without the person's slot.
// Invariant: codes are those of the English frames; a stem names one act.

interface Stem {
  readonly act: string;
  readonly huridocs?: string;
  readonly stems: RegExp;
}

const CODES: Readonly<Record<string, string | undefined>> = {
  detention: "030102000000",
  "arbitrary-arrest": "030101000000",
  reeducation: "030102000000",
  "enforced-disappearance": "030103000000",
  beating: "020101000000",
  torture: "020111110000",
  expulsion: "330101000000",
  "forced-labour": "300102010000",
  rape: "020111000000",
  "passport-confiscation": "050106000000",
  "death-in-custody": "010106010000",
};

function stems(lines: Readonly<Record<string, string>>): Stem[] {
  return Object.entries(lines).map(([act, words]) => {
    const huridocs = CODES[act];
    return { act, ...(huridocs ? { huridocs } : {}), stems: new RegExp(`^(?:${words})`, "u") };
  });
}

const BY_LANGUAGE: Readonly<Record<string, readonly Stem[]>> = {
  ru: stems({
    detention: "задержан|задержал|удержива|содержится под|заключ[её]н(?!и[яе]м)|под стражей",
    "arbitrary-arrest": "арестован|арестовал|арест(?:а|ы|ов)?$",
    reeducation: "перевоспитан",
    "enforced-disappearance": "исчез|пропал(?:а|и)?$",
    beating: "избит|избил|избива|побои|побоев",
    torture: "пытк|пытал(?:и|а)?$|пыток|истяза",
    expulsion: "депорт|выдворен|выслан|экстрадир",
    rape: "изнасил",
    sentenced: "приговор[её]н|приговорил",
    released: "освобожд[её]н|освободил|отпущен|отпустил",
  }),
  kk: stems({
    detention: "ұсталды|ұсталған|ұсталып|қамалды|қамалған|қамауға|қамауда",
    "arbitrary-arrest": "тұтқындал",
    reeducation: "қайта тәрбиелеу",
    "enforced-disappearance": "жоғалып кет|жоғалды|із-түзсіз",
    beating: "ұрып|соққыға|сабады|сабалды",
    torture: "азапта|қинады|қинау",
    expulsion: "депортация|қайтарып жібер|шығарып жібер",
    rape: "зорла",
    sentenced: "сотталды|сотталған",
    released: "босатыл|босатты",
  }),
  tr: stems({
    detention: "gözaltın|alıkon|tutuklu|hapsedil|hapset",
    "arbitrary-arrest": "tutukland",
    "enforced-disappearance": "kaybol|kayıp",
    beating: "dövül|dövdü|dayak",
    torture: "işkence",
    expulsion: "sınır dışı|iade edil",
    rape: "tecavüz",
    sentenced: "mahkûm|mahkum",
    released: "serbest",
  }),
};
const HAN: readonly (readonly [act: string, pattern: string])[] = [
  ["detention", "被?(?:关押|拘留|拘押|羁押|监禁|囚禁)"],
  ["arbitrary-arrest", "被?(?:逮捕|抓捕|抓走|带走)"],
  ["reeducation", "再教育|洗脑"],
  ["enforced-disappearance", "失踪"],
  ["beating", "被?殴打|毒打"],
  ["torture", "酷刑|虐待|折磨"],
  ["expulsion", "被?(?:遣返|驱逐|引渡)"],
  ["forced-labour", "强迫劳动|强制劳动"],
  ["rape", "强奸"],
  ["death-in-custody", "死于(?:狱中|营中|拘留)"],
  ["sentenced", "被?判(?:刑|处)"],
  ["released", "获释|释放"],
];
const HAN_PATTERN = new RegExp(HAN.map(([, pattern]) => `(${pattern})`).join("|"), "g");
const HAN_NOT = /(?:没有|未|不曾|从未|并非)[\u4e00-\u9fff]{0,3}$/;
const NOT: ReadonlySet<string> = new Set(["не", "никогда", "жоқ", "емес", "değil", "hiç"]);

export interface OtherAct {
  readonly start: number;
  readonly end: number;
  readonly act: string;
  readonly huridocs?: string;
  readonly negated: boolean;
}

/** One pattern over all stems of a language: most words are none of them. */
const ANY: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(BY_LANGUAGE).map(([language, all]): [string, RegExp] => [
    language,
    new RegExp(all.map((one) => one.stems.source).join("|"), "u"),
  ]),
);

/** The act a word opens in a language of word tokens. `before` is the word before it, `after` the one after. */
export function actOfWord(
  language: string,
  word: string,
  before: string,
  after: string,
): Omit<OtherAct, "start" | "end"> | null {
  const pair = `${word} ${after}`;
  const any = ANY.get(language);
  if (!any || !(any.test(word) || any.test(pair))) return null;
  const found = BY_LANGUAGE[language]?.find(
    ({ stems: pattern }) => pattern.test(word) || pattern.test(pair),
  );
  if (!found) return null;
  return {
    act: found.act,
    ...(found.huridocs ? { huridocs: found.huridocs } : {}),
    negated: NOT.has(before),
  };
}

/** Acts in a Chinese sentence; offsets from its start. */
export function actsInHan(sentence: string): OtherAct[] {
  return [...sentence.matchAll(HAN_PATTERN)].map((match) => {
    const index = match.slice(1).findIndex((part) => part !== undefined);
    const act = HAN[index]?.[0] ?? "other";
    const huridocs = CODES[act];
    return {
      start: match.index,
      end: match.index + match[0].length,
      act,
      ...(huridocs ? { huridocs } : {}),
      negated: HAN_NOT.test(sentence.slice(Math.max(0, match.index - 8), match.index)),
    };
  });
}
