// Sentences are our own; everyone in them is invented.
import { expect, test } from "vitest";
import { match, saidIn, type Row } from "../testing.ts";

const ROWS: readonly Row[] = [
  ["李远山说，他的弟弟在夜里被带走。", "李远山", "他的弟弟在夜里被带走", "asserts"],
  ["大使馆发言人表示，没有人受伤。", "大使馆发言人", "没有人受伤", "asserts"],
  ["“我们不知道他在哪里，”王小溪说。", "王小溪", "我们不知道他在哪里", "asserts"],
  ["律师称，会面推迟一周。", "律师", "会面推迟一周", "asserts"],
  ["据远声通讯社报道，四十人被拘留。", "远声通讯社", "四十人被拘留", "asserts"],
  ["据目击者称，道路已被封闭。", "目击者", "道路已被封闭", "asserts"],
  ["当局否认营地的存在。", "当局", "营地的存在", "denies"],
  ["外交部反驳了这些指控。", "外交部", "这些指控", "denies"],
  ["一名官员承认文件已经丢失。", "一名官员", "文件已经丢失", "admits"],
  ["家属要求释放被关押的人。", "家属", "释放被关押的人", "demands"],
  ["该组织呼吁政府公布名单。", "该组织", "政府公布名单", "demands"],
  ["观察员估计有两千人被关押。", "观察员", "有两千人被关押", "estimates"],
  ["校长认为孩子们是安全的。", "校长", "孩子们是安全的", "asserts"],
  ["报告指出，信件没有送达。", "报告", "信件没有送达", "asserts"],
  ["昨天张海平透露，他的护照没有归还。", "张海平", "他的护照没有归还", "asserts"],
  ["她回忆说，房间里非常冷。", "她", "房间里非常冷", "asserts"],
  ["该组织谴责这一判决。", "该组织", "这一判决", "asserts"],
  ["发言人强调，案件仍在调查。", "发言人", "案件仍在调查", "asserts"],
  ["证人说：“他们打了他两个小时。”", "证人", "他们打了他两个小时", "asserts"],
  ["地方官员宣布道路重新开放。", "地方官员", "道路重新开放", "asserts"],
  ["大使表示，这些报道纯属谣言。", "大使", "这些报道纯属谣言", "denies"],
  ["专家警告说，情况可能恶化。", "专家", "情况可能恶化", "asserts"],
];

test.each(ROWS)("%s", (...row) => {
  expect(match(row, "zh")).toBe(true);
});

test("据悉 is hearsay without a speaker", () => {
  const [found] = saidIn("据悉，他已于春天获释。", { language: "zh" });
  expect(found?.source).toBe("");
  expect(found?.suggestion.evidential).toBe(true);
});

test("a character inside another word is no cue", () => {
  expect(saidIn("他买了一本小说和一张名称不明的地图。", { language: "zh" })).toEqual([]);
});
