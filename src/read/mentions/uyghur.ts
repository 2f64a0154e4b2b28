// Names in Uyghur text (Arabic letters): there are no capitals, so persons are known by names from a list, with or
// without the endings of cases; places and peoples likewise. Own lists.
// Invariant: a name that is an everyday word too needs a second name beside it.
import type { MentionType } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const NAMES = words(`
ئابدۇراخمان ئابدۇرېھىم ئابدۇراھمان ئابدۇرۇسۇل ئابدۇرېشىت ئابدۇسالام ئابدۇشۈكۈر ئابدۇغېنى ئابدۇقادىر ئابدۇكېرىم ئابدۇللا ئابدۇۋەلى ئابلىز ئابلىمىت ئابلىكىم ئابلەت ئاتىكەم ئادىل ئارزىگۈل ئارزۇگۈل ئاسىيە ئالىم ئالىمجان ئامانگۈل ئامىنە ئانارگۈل ئانۋەر ئايتۇرسۇن ئايخان ئايشە ئايشەم ئايگۈل ئاينۇر ئاينىسا ئەركىن ئەزىز ئەسقەر ئەكبەر ئەكرەم ئەلى ئەلىشىر ئەنۋەر ئەخمەت ئەخەت ئەيسا ئىبراھىم ئىدرىس ئىسمائىل ئىسرائىل ئىلھام ئىلشات ئىمىن ئىسكەندەر ئوبۇل ئورخان ئوسمان ئوغۇز ئۆمەر ئۆمەرجان ئۇمۇت ئۈمىت بارات باتۇر باھار باھارگۈل بەختىيار بەكرى بۈۋى بۇۋىمەريەم بۇۋىنۇر پاتىمە پاتىگۈل پەرىدە پەرھات پولات تاھىر تالىپ تۇردى تۇرسۇن تۇرسۇنگۈل تۇرسۇنئاي تۇرسۇنجان تۇرغۇن تۇرغۇنجان تۇنىياز توختى توختىگۈل تىلىۋالدى جامال جاپپار جەلىل جۇرئەت جۈمە چىمەنگۈل خالىدە خالمۇرات خەدىچە خەلىل خەيرىنىسا داۋۇت دىلبەر دىلشات دىلمۇرات دىلنۇر دىلنار دىلراباز دىلرەبا دولقۇن راھىلە رابىيە رازىيە رەھىم رەھىمە رەنا رەيھان رەيھانگۈل رۇستەم رىزۋانگۈل روشەن روزى زاھىر زاھىدە زۇلپىيە زۇلھايات زۇمرەت زەينەپ زۇنۇن سابىر سابىت سادىر سائادەت سالىم سالامەت سائىدە سەلىمە سەمەت سەنۇبەر سىدىق سۇلايمان سۇلتان شاھىدە شەمشىنۇر شەۋكەت شۆھرەت شىرئەلى شېرىپ غالىپ غەنى غوپۇر غۇلام پازىل قاسىم قادىر قۇربان قۇربانجان قەلبىنۇر كامىل كامىلە كېرىم كەرىم كۈرەش گۈلباھار گۈلبەھرەم گۈلبوستان گۈلجامال گۈلچېھرە گۈلزار گۈلزىرە گۈلسۈم گۈلشەن گۈلمىرە گۈلنار گۈلنارە گۈلنۇر گۈلنىسا گۈلىستان لۇتپۇللا مائىرە ماھىرە ماھمۇت مامۇت ماھىنۇر مەخمۇت مەريەم مەمەت مەمەتجان مەمتىمىن مەتتۇرسۇن مۇختەر مۇرات مۇسا مۇستاپا مۇھەممەت مۇيەسسەر مۇنىرە مېھرىگۈل مېھرىئاي مىجىت مىرزات نىجات نىياز نادىرە نازىرە نازاكەت نەبى نەسىر نەزەر نىگار نۇرگۈل نۇرنىسا نۇرئەلى نۇرمۇھەممەت نۇرى ھادىيە ھاجىگۈل ھاشىم ھالىمە ھاسان ھامۇت ھەمىت ھەمرا ھەسەن ھۈسەيىن ھۆرنىسا ھېيتئاخۇن ھەببۇللا ياسىن ياقۇپ يالقۇن يۇسۇپ يۈسۈپ يۇنۇس ۋەلى ۋاھىت ۋارىس
`);
/** Names that are everyday words too: flower, hope, spring, feast. */
const TWO_FACED = words(
  "ئەركىن ئۈمىت ئۇمۇت باھار پولات باتۇر تۇردى جامال جۈمە روزى قۇربان سالامەت سائادەت شۆھرەت ئەزىز ئالىم ئادىل داۋۇت دولقۇن يالقۇن كۈرەش كامىل غالىپ نىجات ۋارىس نىگار نازاكەت روشەن رەنا شاھىدە سۇلتان ئارزۇگۈل ئايخان ئوغۇز زۇمرەت سابىت",
);
const PLACES =
  /^(?:شىنجاڭ|ئۈرۈمچى|قەشقەر|خوتەن|ئاقسۇ|غۇلجا|ئىلى|تۇرپان|قۇمۇل|كورلا|قاراماي|ئاتۇش|كۇچار|يەكەن|پوسكام|قاغىلىق|كېرىيە|لوپ|چەرچەن|ئالتاي|تارباغاتاي|چۆچەك|قورغاس|بېيجىڭ|شاڭخەي|خىتاي|جۇڭگو|قازاقىستان|قىرغىزىستان|ئۆزبېكىستان|تۈركىيە|ئالمۇتا|بىشكەك|ئىستانبۇل|ئەنقەرە|ياۋروپا|ئامېرىكا|گېرمانىيە|جەنۋە|مالايسىيا|مىسىر|تىبەت|گەنسۇ|چىڭخەي)/;
const GROUPS =
  /^(?:ئۇيغۇر|قازاق(?!ىستان)|قىرغىز(?!ىستان)|ئۆزبېك(?!ىستان)|تاتار|تاجىك(?!ىستان)|خەنزۇ|تۇڭگان|خۇيزۇ|موڭغۇل|مۇسۇلمان|خىتايلىق|تۈرك(?!ىيە))/;
const ENDING = /(?:نىڭكى|نىڭ|غا|قا|گە|كە|نى|دىن|تىن|دا|تا|دە|تە|مۇ|لار|لەر|چۇ)$/;

export interface UyghurName {
  readonly from: number;
  readonly to: number;
  readonly type: MentionType;
  readonly rule: string;
  readonly confidence: number;
}

/** The name a word is, without its ending, or null. */
function nameOf(word: string): string | null {
  if (NAMES.has(word)) return word;
  const bare = word.replace(ENDING, "");
  return NAMES.has(bare) ? bare : null;
}

/** Names in one sentence, as ranges of tokens. */
export function uyghurNames(tokens: readonly Token[]): UyghurName[] {
  const found: UyghurName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind !== "word") continue;
    let to = i;
    // Only the last word of a name takes an ending.
    while (to < tokens.length && to - i < 3 && nameOf(tokens[to]?.text ?? "") !== null) {
      to++;
      if (!NAMES.has(tokens[to - 1]?.text ?? "")) break;
    }
    const first = nameOf(token.text);
    if (to - i > 1 || (first !== null && !TWO_FACED.has(first))) {
      const whole = to - i > 1;
      found.push({
        from: i,
        to,
        type: "person",
        rule: "names from a list",
        confidence: whole ? 0.85 : 0.6,
      });
      i = to - 1;
    } else if (PLACES.test(token.text))
      found.push({ from: i, to: i + 1, type: "place", rule: "gazetteer", confidence: 0.85 });
    else if (GROUPS.test(token.text))
      found.push({ from: i, to: i + 1, type: "group", rule: "people or faith", confidence: 0.85 });
  }
  return found;
}
