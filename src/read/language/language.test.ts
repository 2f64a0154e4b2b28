// Sentences are our own.
import { describe, expect, test } from "vitest";
import { EN_ABBREVIATIONS } from "../packs/en-words.ts";
import { RU } from "../packs/ru.ts";
import { readText } from "../read-text.ts";
import { splitSentences } from "./split-sentences.ts";

test.each([
  ["en", "Latn", "The road was closed and nobody in the town was told about it."],
  ["ru", "Cyrl", "Дорогу закрыли, и никому в городе об этом не сказали."],
  ["kk", "Cyrl", "Жол жабылып қалды, қала тұрғындарының ешқайсысына айтылмады."],
  ["kk", "Arab", "جول جابىلىپ قالدى، قالا تۇرعىندارىنىڭ ەشقايسىسىنا ايتىلمادى ءبىز ۇيدە ەدىك."],
  ["kk", "Latn", "Jol jabyldy, biraq qala turǵyndaryna eshkim habarlamady, olar úıde otyrdy."],
  ["ug", "Arab", "يول تاقالدى، شەھەردىكىلەرگە ھېچكىم خەۋەر بەرمىدى، ئۇلار ئۆيدە ئولتۇردى."],
  ["zh", "Hans", "道路被封闭了，镇上没有人得到通知，他们还在家里等着。"],
  [
    "kk",
    "Latn",
    "Ol keşe tünde üige qaityp keldı dep aitty. Bız ony kördık. Qala tūrğyndaryna eşkım habarlamady.",
  ],
  [
    "kk",
    "Latn",
    "Ol keshe tunde uyge kaytyp keldi dep aytty, birak olar uyde otyrgan zhok. Zhol turaly eshkim bilmedi.",
  ],
  ["kk", "Arab", "ءبىز ونى كەشە تۇندە كوردىك، بىراق ەشكىم ەشتەڭە ايتقان جوق."],
  ["ug", "Arab", "بىز ئۇنى كەچتە كۆردۇق، لېكىن ھېچكىم ھېچنېمە دېمىدى."],
  ["ky", "Arab", "جول جابىلدى، شاار تۇرعۇندارىنا ەچ كىم ايتقان جوق، الار ۉيدۅ وتۇرۇشتۇ."],
  ["tr", "Latn", "Yol kapatıldı ve kasabada hiç kimseye haber verilmedi, insanlar evde bekledi."],
  [
    "ky",
    "Cyrl",
    "Жол жабылды, шаардын тургундарына эч ким айткан жок, алар үйдө отурушту, кеңсе да жабык.",
  ],
  ["tt", "Cyrl", "Юл ябылды, шәһәр кешеләренә беркем дә хәбәр итмәде, җырчылар да өйдә калды."],
  ["uz", "Cyrl", "Йўл ёпилди, шаҳар аҳолисига ҳеч ким хабар бермади, улар уйда ўтирди."],
  ["uk", "Cyrl", "Дорогу закрили, і нікому в місті про це не сказали, її ніхто не бачив."],
])("%s in %s is told", (language, script, text) => {
  const [passage] = readText(text).passages;
  expect(passage).toMatchObject({ language, script });
});

test.each([
  "Yul yabıldı, şähär keşelärenä berkem dä xäbär itmäde, alar öydä kaldı häm kötte.",
  "Yol qapatıldı ve şeerde kimsege haber berilmedi, olar evde qaldılar, dedi qomşu.",
  "Jol jabıldı, qala turǵınlarına heshkim xabar bermedi, olar úyde otırdı hám kútti.",
  "Ýol ýapyldy, şäheriň ilatyna hiç kim habar bermedi, olar öýde oturdylar we garaşdylar.",
  "Yol bağlandı və şəhərdə heç kimə xəbər verilmədi, insanlar evdə gözlədi.",
  "Kecha yoʻl yopildi, shahar aholisiga hech kim xabar bermadi, ular uyda oʻtirdi va kutdi.",
  "يول تاقالدى، ٴبىز عالىم ئۇلار ءبىر عانا ئېيتتى، قالا ەلى.",
])("%s is near Kazakh or Turkish and is not analysed", (text) => {
  expect(readText(text).pack).toBeNull();
});

test("a document in two languages has passages of both", () => {
  const text =
    "The road was closed and nobody in the town was told.\n\nДорогу закрыли, и никому в городе об этом не сказали.\n\nOfficials said the road would open in the spring of the next year.";
  const reading = readText(text);
  expect(reading.passages.map(({ language }) => language)).toEqual(["en", "ru", "en"]);
  expect(reading.language).toBe("en");
});

function sentences(
  text: string,
  language = "en",
  abbreviations: ReadonlySet<string> = EN_ABBREVIATIONS,
): string[] {
  return splitSentences(text, { start: 0, end: text.length }, language, abbreviations).map(
    ({ start, end }) => text.slice(start, end),
  );
}

describe("sentences", () => {
  test.each([
    ["Dr. Lind came. She left.", 2],
    ["Gov. J. P. Voss of the U.S. branch spoke. Nobody listened.", 2],
    ["It was cold... and dark. Yes!", 2],
    ["She asked: “Why?” He did not answer.", 2],
    ["One sentence without an end", 1],
  ])("%s", (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test("abbreviations of another language", () => {
    expect(
      sentences("Он родился в 1980 г. в селе. Потом уехал.", "ru", RU.abbreviations),
    ).toHaveLength(2);
  });

  test("they cover all words of the paragraph, in order", () => {
    const text = "A. B. First one here. Second, with 3.5 parts! Third? “Fourth.” And the end";
    expect(sentences(text).join(" ").replace(/\s+/g, " ")).toBe(text);
  });
});
