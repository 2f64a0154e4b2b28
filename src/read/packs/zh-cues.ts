// Chinese: the verb stands right after the speaker; what was said follows to the end of the sentence. Own lists.
import type { Stance } from "../reading.ts";

export interface ZhCue {
  readonly word: string;
  readonly stance: Stance;
  readonly act: "say" | "relay" | "mind";
}

function cues(stance: Stance, act: ZhCue["act"], words: string): ZhCue[] {
  return words.split(" ").map((word) => ({ word, stance, act }));
}

/** Longest first, so that 表示 is not read as 示. */
export const ZH_CUES: readonly ZhCue[] = [
  ...cues(
    "asserts",
    "say",
    "说 称 表示 指出 强调 声称 宣称 宣布 透露 告诉 坦言 直言 回忆说 回忆道 补充说 补充道 解释说 解释道 介绍说 写道 写到 问道 回答说 回应称 回应说 警告 警告说 警告称 指控 指责 批评 谴责 声明 证实 作证说 控诉 抱怨 表明 显示 发现",
  ),
  ...cues("asserts", "relay", "报道 报道说 报道称 报导 援引"),
  ...cues("denies", "say", "否认 反驳 驳斥 斥责"),
  ...cues("admits", "say", "承认 坦承"),
  ...cues("demands", "say", "要求 呼吁 敦促 请求 促请"),
  ...cues("estimates", "say", "估计 预计 推算"),
  ...cues("declines", "say", "拒绝"),
  ...cues("asserts", "mind", "认为 相信 担心 怀疑 希望"),
].sort((a, b) => b.word.length - a.word.length);

/** Words that make a source hearsay or no source at all. */
export const ZH_EVIDENTIALS: readonly string[] = [
  "据悉",
  "据报",
  "据称",
  "据传",
  "据说",
  "传闻",
  "据报道",
  "据了解",
];
/** Words state media answer an allegation with: 谣言 rumour, 谎言 lie, 捏造 fabrication. */
export const ZH_DENIAL_WORDS = /谣言|谎言|捏造|污蔑|抹黑|造谣|不实|子虚乌有|无稽之谈|纯属虚构/;
/** Signs that a cue character is part of another word. */
export const ZH_NOT_AFTER: Readonly<Record<string, RegExp>> = {
  说: /[小学传解劝游听据话虽]$/,
  称: /[名简尊职对俗著通统自]$/,
  要求: /[的项条些]$/,
  报道: /[的篇则]$/,
  发现: /[的被]$/,
  希望: /[的有]$/,
  声明: /[的份项]$/,
};
