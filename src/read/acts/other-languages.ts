// What is done to people, in Russian, Kazakh, Turkish and Chinese: by stems of one to three words.
// Invariant: codes are those of the English frames; a stem names one act.

import { FRAMES } from "./frames.ts";
import type { Token } from "../statements/tokens.ts";

interface Stem {
  readonly act: string;
  readonly huridocs?: string;
  readonly stems: RegExp;
}

/** Codes are those of the English frames. */
const CODES: ReadonlyMap<string, string | undefined> = new Map(
  FRAMES.map(({ act, huridocs }) => [act, huridocs]),
);

function stems(lines: Readonly<Record<string, string>>): Stem[] {
  return Object.entries(lines).map(([act, words]) => {
    const huridocs = CODES.get(act);
    return { act, ...(huridocs ? { huridocs } : {}), stems: new RegExp(`^(?:${words})`, "u") };
  });
}

const BY_LANGUAGE: Readonly<Record<string, readonly Stem[]>> = {
  ru: stems({
    "death-in-custody":
      "умер(?:ла|ли)? в (?:лагере|тюрьме|заключении|колонии|сизо)|смерть в (?:лагере|тюрьме)",
    "passport-confiscation":
      "(?:отобрал|отняли|отнял|изъял|изъяли|забрал|конфисковал)\\p{L}* (?:\\p{L}+ )?паспорт|паспорт\\p{L}* (?:\\p{L}+ )?(?:отобрал|отняли|отнял|изъял|забрал|конфисков)",
    "forced-labour": "принудительн\\p{L}* труд|принудительн\\p{L}* работ|подневольн",
    caging: "(?:в|из) клет[ко]|кандал|наручник|тигров\\p{L}* стул",
    "forced-kneeling": "на колен(?:и|ях)",
    "ill-treatment": "издева|унижа|жесток\\p{L}* обращени",
    solitary: "карцер|одиночн\\p{L}* (?:камер|заключен)",
    sterilisation: "стерилиз",
    "forced-confession": "(?:выбил|вынудил|заставил)\\p{L}* (?:\\p{L}+ )?призна",
    "exit-ban": "запрет\\p{L}* на выезд|невыездн",
    search: "обыск",
    detention: "задержан|задержал|удержива|содержится под|заключ[её]н(?!и[яе]м)|под стражей",
    "arbitrary-arrest": "арестован|арестовал|арест(?:а|ы|ов)?$",
    reeducation: "перевоспитан",
    "enforced-disappearance": "исчез|пропал(?:а|и)?$|пропавш",
    abduction: "похищ|похитил",
    beating: "избит|избил|избива|побои|побоев",
    torture: "пытк|пытал(?:и|а)?$|пыток|истяза",
    expulsion: "депорт|выдворен|выслан|экстрадир",
    rape: "изнасил",
    sentenced: "приговор[её]н|приговорил",
    released: "освобожд[её]н|освободил|отпущен|отпустил",
    acquitted: "оправдан(?:а|ы)?$|оправдал",
    died: "скончал|умер(?:ла|ли)?$",
  }),
  kk: stems({
    "death-in-custody": "(?:түрмеде|лагерьде|қамауда) (?:қайтыс|өлді|көз жұм)",
    "passport-confiscation":
      "(?:төл)?құжатт?\\p{L}* (?:\\p{L}+ )?(?:алып қой|тартып ал|тәркіле)|паспорт\\p{L}* (?:\\p{L}+ )?(?:алып қой|тартып ал|тәркіле)",
    "forced-labour": "мәжбүрлі еңбек|еріксіз еңбек|мәжбүрлі жұмыс",
    caging: "темір тор|торға қама|кісен|темір орындық",
    "forced-kneeling": "тізерле|тізе бүк",
    "ill-treatment": "қорла",
    sterilisation: "зарарсызданд|стерилизация",
    detention: "ұсталды|ұсталған|ұсталып|ұстады|қамалды|қамалған|қамады|қамауға|қамауда",
    "arbitrary-arrest": "тұтқындал|тұтқындады",
    reeducation: "қайта тәрбиелеу",
    "enforced-disappearance": "жоғалып кет|жоғалды|із-түзсіз|хабарсыз кет",
    abduction: "ұрлап кет|алып қашты",
    beating: "ұрып|ұрды|соққыға|сабады|сабалды",
    torture: "азапта|қинады|қинал|қинау",
    expulsion: "депортация|қайтарып жібер|шығарып жібер",
    rape: "зорла",
    sentenced: "сотталды|сотталған",
    released: "босатыл|босатты|босап шық",
    died: "қайтыс болды|қайтыс болған|көз жұмды",
  }),
  tr: stems({
    "death-in-custody":
      "(?:gözaltında|cezaevinde|hapishanede|kampta) (?:öldü|hayatını kaybet|yaşamını yitir)",
    "passport-confiscation":
      "pasaport\\p{L}* (?:\\p{L}+ )?(?:el kon|elinden al|alındı|toplan|iptal)",
    "forced-labour": "zorla çalıştır|zorunlu çalışt",
    caging: "kafes|kelepçe|prangal",
    "forced-kneeling": "diz çök",
    "ill-treatment": "kötü muamele|aşağılan",
    solitary: "hücre hapsi|tecrit",
    sterilisation: "kısırlaştır",
    detention: "gözaltın|alıkon|tutuklu|hapsedil|hapset|hapsed",
    "arbitrary-arrest": "tutukland|tutuklad",
    "enforced-disappearance": "kaybol|kayıp|kaybedil",
    abduction: "kaçırıl|kaçırdı",
    beating: "dövül|dövdü|dayak|darp",
    torture: "işkence",
    expulsion: "sınır dışı|iade edil",
    rape: "tecavüz",
    sentenced: "mahkûm|mahkum",
    released: "serbest",
    died: "öldü|hayatını kaybet|yaşamını yitir",
  }),
};
const HAN: readonly (readonly [act: string, pattern: string])[] = [
  ["death-in-custody", "死于(?:狱中|营中|拘留|关押)|在(?:狱中|营中|监狱里?|关押期间)(?:死亡|去世)"],
  [
    "passport-confiscation",
    "(?:没收|收缴|扣押|收走)[^，。]{0,6}护照|护照[^，。]{0,4}(?:被没收|被收走|被扣|被收缴)",
  ],
  ["caging", "铁笼|笼子|老虎凳|脚镣|手铐"],
  ["forced-kneeling", "下跪|跪下|罚跪"],
  ["ill-treatment", "侮辱"],
  ["solitary", "单独关押|禁闭"],
  ["sterilisation", "绝育"],
  ["forced-confession", "逼供|被迫认罪|强迫签字"],
  ["exit-ban", "限制出境|禁止出境"],
  ["abduction", "绑架"],
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
  ["died", "去世|死亡|身亡"],
];
const HAN_PATTERN = new RegExp(HAN.map(([, pattern]) => `(${pattern})`).join("|"), "g");
const HAN_NOT = /(?:没有|未|不曾|从未|并非)[\u4e00-\u9fff]{0,3}$/;
/** Languages that put their negation after the verb. */
const LATE: ReadonlySet<string> = new Set(["kk", "tr"]);
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

/** The act a word opens in a language of word tokens, by itself or with the two words after it. */
export function actOfWord(
  language: string,
  tokens: readonly Token[],
  at: number,
): Omit<OtherAct, "start" | "end"> | null {
  const any = ANY.get(language);
  const word = tokens[at]?.lower ?? "";
  if (!any) return null;
  const after = tokens[at + 1]?.kind === "word" ? ` ${tokens[at + 1]?.lower}` : "";
  const third = after !== "" && tokens[at + 2]?.kind === "word" ? ` ${tokens[at + 2]?.lower}` : "";
  const line = `${word}${after}${third}`;
  if (!any.test(line)) return null;
  const found = BY_LANGUAGE[language]?.find(
    ({ stems: pattern }) => pattern.test(word) || pattern.test(line),
  );
  if (!found) return null;
  const before = tokens[at - 1]?.lower ?? "";
  return {
    act: found.act,
    ...(found.huridocs ? { huridocs: found.huridocs } : {}),
    negated: NOT.has(before) || (LATE.has(language) && NOT.has(tokens[at + 1]?.lower ?? "")),
  };
}

/** Acts in a Chinese sentence; offsets from its start. */
export function actsInHan(sentence: string): OtherAct[] {
  return [...sentence.matchAll(HAN_PATTERN)].map((match) => {
    const index = match.slice(1).findIndex((part) => part !== undefined);
    const act = HAN[index]?.[0] ?? "other";
    const huridocs = CODES.get(act);
    return {
      start: match.index,
      end: match.index + match[0].length,
      act,
      ...(huridocs ? { huridocs } : {}),
      negated: HAN_NOT.test(sentence.slice(Math.max(0, match.index - 8), match.index)),
    };
  });
}
