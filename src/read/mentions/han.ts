// Names in Chinese text: names parted by a middle dot (Uyghur, Kazakh and foreign persons), and a gazetteer.
// Invariant: a Chinese person's name of two or three characters is not guessed at.
import type { MentionType } from "../reading.ts";

const DOTTED = /[\u4e00-\u9fff]{1,7}(?:[·•‧・][\u4e00-\u9fff]{1,8}){1,3}/g;
/** Verbs and titles that cling to a dotted name on either side. */
const LEAD =
  /^.*(?:叫|是|和|与|及|的|对|向|由|被|据|为|在|让|给|老师|医生|先生|女士|律师|教授|总统|部长|大使|主席|记者|作家|诗人)(?=[\u4e00-\u9fff]{1,6}[·•‧・])/;
const TAIL = /(?:说|称|表示|告诉|的|在|被|于|是|和|与|及|对|向|已|也|曾|将|因|从|先生|女士).*$/;
const PLACES =
  /新疆(?:维吾尔自治区)?|乌鲁木齐|喀什(?:地区)?|和田(?:地区)?|阿克苏(?:地区)?|伊犁(?:州|哈萨克自治州)?|伊宁(?:市|县)?|吐鲁番|哈密|塔城|阿勒泰|克拉玛依|霍尔果斯|库尔勒|北京|上海|香港|西藏|甘肃|青海|中国|哈萨克斯坦|吉尔吉斯斯坦|乌兹别克斯坦|土耳其|阿拉木图|俄罗斯|美国|德国|日内瓦|伊斯坦布尔/g;
const GROUPS =
  /维吾尔族|维吾尔人|哈萨克族|哈萨克人|柯尔克孜族|回族|汉族|汉人|穆斯林|塔塔尔族|塔吉克族|乌孜别克族|蒙古族|藏族/g;

export interface HanName {
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  readonly rule: string;
  readonly confidence: number;
}

/** Names in one sentence; offsets from its start. */
export function hanNames(sentence: string): HanName[] {
  const found: HanName[] = [];
  for (const match of sentence.matchAll(DOTTED)) {
    const lead = LEAD.exec(match[0])?.[0].length ?? 0;
    const last = Math.max(
      match[0].lastIndexOf("·"),
      match[0].lastIndexOf("•"),
      match[0].lastIndexOf("‧"),
      match[0].lastIndexOf("・"),
    );
    const tail = TAIL.exec(match[0].slice(last + 2))?.[0].length ?? 0;
    const start = match.index + lead;
    found.push({
      start,
      end: match.index + match[0].length - tail,
      type: "person",
      rule: "name with a middle dot",
      confidence: 0.85,
    });
  }
  for (const [pattern, type, rule] of [
    [PLACES, "place", "gazetteer"],
    [GROUPS, "group", "people or faith"],
  ] as const)
    for (const match of sentence.matchAll(pattern))
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type,
        rule,
        confidence: 0.9,
      });
  return found;
}
