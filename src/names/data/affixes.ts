// Endings, marker words, titles and compound parts of names. Data only.
// Invariant: normalised lower case, the longest ending first within its kind when it matters; nothing found by these rows is thrown away.
// Source: data/README.md section 5.

export type Sex = "m" | "f";
export type EndingRow = {
  readonly id: string;
  readonly kind: "patronymic" | "family";
  readonly sex?: Sex;
  /** Short endings count only after a consonant and a stem of four letters: Hüseyn-li, but not Ali. */
  readonly needs?: "consonant";
  /** Words ending like this do not have the ending: Ayiguli is Chinese spelling of Aygül, no son of Ayig. */
  readonly except?: readonly string[];
  readonly forms: readonly string[];
};

export const ENDINGS: readonly EndingRow[] = [
  {
    id: "end.son-turkic",
    kind: "patronymic",
    sex: "m",
    except: ["guli", "güli", "gulı", "гули", "гулі"],
    forms: ["ұлы", "улы", "ulı", "uly", "ūly", "ūlı", "wlı", "uli", "ūli", "oğlu", "oglu", "oglı", "ogly", "oghli", "oghly", "o'g'li", "ogli", "оглы", "оглу", "угли", "ўғли", "уулу", "uulu", "ئوغلى", "وغلى", "ۇلى", "ٴۇلى", "奥格卢", "欧格鲁"],
  },
  {
    id: "end.daughter-turkic",
    kind: "patronymic",
    sex: "f",
    forms: ["қызы", "кызы", "гызы", "қизи", "кизи", "qyzy", "qızı", "qizi", "kyzy", "kızı", "kizi", "gyzy", "gizi", "قىزى", "克孜"],
  },
  {
    id: "end.son-russian",
    kind: "patronymic",
    sex: "m",
    forms: ["ович", "евич", "ёвич", "йевич", "ovich", "evich", "yevich", "ievich", "jevich", "ovic", "evic", "ovič", "evič", "owiç", "ewiç", "oviç", "eviç", "ovych", "yovich"],
  },
  {
    id: "end.daughter-russian",
    kind: "patronymic",
    sex: "f",
    forms: ["овна", "евна", "ёвна", "йевна", "ovna", "evna", "yevna", "ievna", "jevna", "owna", "ewna", "yovna"],
  },
  {
    id: "end.surname-woman",
    kind: "family",
    sex: "f",
    forms: ["ова", "ева", "ёва", "иева", "ova", "eva", "yeva", "ieva", "jeva", "owa", "ýewa"],
  },
  {
    id: "end.surname-man",
    kind: "family",
    sex: "m",
    forms: ["ов", "ев", "ёв", "иев", "ov", "ev", "yev", "iev", "jev", "ýew", "off", "eff", "yeff"],
  },
  {
    id: "end.surname-zada",
    kind: "family",
    forms: ["zade", "zadə", "zada", "zadä", "zoda", "zadeh", "заде", "зада", "зода", "задә"],
  },
  { id: "end.surname-li", kind: "family", needs: "consonant", forms: ["li", "lı", "lu", "lü"] },
];

/** Words that stand alone beside a father's name. `after`: the father's name comes before the word. */
export type MarkerRow = { readonly id: string; readonly sex: Sex; readonly after: boolean; readonly forms: readonly string[] };

export const MARKERS: readonly MarkerRow[] = [
  {
    id: "mark.son",
    sex: "m",
    after: true,
    forms: ["оглы", "оглу", "огли", "угли", "ўғли", "ұлы", "улы", "уулу", "oğlu", "oglu", "ogly", "oglı", "oghli", "oghlu", "o'g'li", "ogli", "uly", "ulı", "ūly", "uulu", "ئوغلى", "ۇلى"],
  },
  {
    id: "mark.daughter",
    sex: "f",
    after: true,
    forms: ["кызы", "қызы", "гызы", "кизи", "қизи", "qızı", "kızı", "qizi", "kyzy", "kizi", "qyzy", "gizi", "gyzy", "قىزى"],
  },
  { id: "mark.bin", sex: "m", after: false, forms: ["bin", "ibn", "ben", "бин", "ибн", "بن", "ابن"] },
  { id: "mark.bint", sex: "f", after: false, forms: ["bint", "binti", "binte", "бинт", "بنت"] },
];

/** Words outside the name: offices, learning, respect. They move to the titles of the parsed name. */
export const TITLES: readonly { readonly id: string; readonly forms: readonly string[] }[] = [
  { id: "title.haji", forms: ["haji", "hajji", "hajj", "hadji", "hacı", "haci", "hajim", "qajy", "kazhy", "қажы", "хаджи", "хажы", "ажы", "һаҗи", "ھاجى", "حاجى", "حاجي", "قاجى", "哈吉", "阿吉"] },
  { id: "title.mullah", forms: ["mulla", "mullah", "molla", "mollah", "damolla", "damollam", "молла", "мулла", "молда", "дамолла", "موللا", "داموللا", "داموللام", "毛拉", "大毛拉"] },
  { id: "title.akhun", forms: ["akhun", "axun", "axunum", "akhund", "ахун", "ахунд", "ахунум", "ئاخۇن", "ئاخۇنۇم", "阿洪"] },
  { id: "title.qari", forms: ["qari", "kari", "qarim", "qariy", "қари", "кари", "қары", "قارى", "قارىم", "喀日", "卡日", "喀孜"] },
  { id: "title.imam", forms: ["imam", "имам", "ئىمام", "إمام", "امام", "伊玛目", "依玛木"] },
  { id: "title.sheikh", forms: ["sheikh", "shaykh", "sheyx", "shayx", "şeyh", "шейх", "шайх", "شەيخ", "شيخ"] },
  { id: "title.khalpat", forms: ["khalpat", "xelpet", "xelpetim", "халпат", "хәлпәт", "خەلپەت"] },
  { id: "title.teacher", forms: ["ustaz", "ustad", "ustadh", "professor", "prof", "dr", "doctor", "др", "доктор", "проф", "профессор", "دوكتور", "پروفېسسور", "教授", "博士"] },
  { id: "title.elder", forms: ["aka", "ака", "ağa", "aga", "ağabey", "aqsaqal", "aksakal", "аксакал", "ақсақал", "apa", "opa", "апа", "hanim", "hanım", "khanim", "xanim", "xanım", "ханым", "efendi", "ependim", "әпәнди", "ئەپەندى", "ئاكا"] },
  { id: "title.polite", forms: ["mr", "mrs", "ms", "miss", "sir", "madam", "dato", "datuk", "gospodin", "господин", "г-н", "г-жа", "先生", "女士"] },
];

/** Parts that belong to the word after them: Abdu Rehim is Abdurehim. */
export const JOIN_NEXT: readonly string[] = ["abd", "abdu", "abdul", "abdel", "abdal", "abdur", "abdus", "abdud", "abdun", "abdü", "абд", "абду", "абдул", "абдуль", "абдель", "абдур", "әбд", "әбду", "عبد", "ئابدۇ", "al", "el", "ur", "ul", "ad", "ar", "аль", "эль", "аш", "ash", "阿不都", "阿卜杜", "阿布都"];

/** Parts that belong to the word before them when enough words remain: Ahmet Jan is Ahmetjan. */
export const JOIN_BEFORE: readonly string[] = ["jan", "can", "jon", "zhan", "jān", "жан", "джан", "җан", "ҷон", "جان", "gul", "gül", "гуль", "гул", "гүл", "گۈل", "گۇل", "گل", "khan", "xan", "han", "хан", "خان", "bek", "beg", "бек", "بەك", "بيك", "بيگ", "bay", "bai", "бай", "باي", "nisa", "ниса", "نىسا"];
/** Endings of affection and respect that speech adds and drops: Ehmet, Ehmetjan. They stay part of the name. */
export const OPTIONAL_ENDINGS: readonly { readonly id: string; readonly forms: readonly string[] }[] = [
  { id: "optional.jan", forms: ["jan", "djan", "can", "jon", "zhan", "jiang", "жан", "джан", "җан", "ҷон", "جان", "江", "姜"] },
  { id: "optional.gul", forms: ["gül", "gul", "guli", "гүл", "гуль", "гул", "گۈل", "گۇل", "گۇٴل", "古丽", "古力", "古里"] },
  { id: "optional.khan", forms: ["khan", "xan", "хан", "خان", "罕", "汗"] },
];
