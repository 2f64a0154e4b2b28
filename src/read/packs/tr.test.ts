// Sentences are our own; everyone in them is invented.
import { expect, test } from "vitest";
import { match, saidIn, type Row } from "../testing.ts";

const ROWS: readonly Row[] = [
  ["“Kardeşimi gece aldılar” dedi Canan Omar.", "Canan Omar", "Kardeşimi gece aldılar", "asserts"],
  [
    "Selim Aksoy, “Nerede olduğunu bilmiyoruz” dedi.",
    "Selim Aksoy",
    "Nerede olduğunu bilmiyoruz",
    "asserts",
  ],
  ["Avukat, “Görüşme ertelendi” diye konuştu.", "Avukat", "Görüşme ertelendi", "asserts"],
  [
    "Avukata göre, görüşme bir hafta ertelendi.",
    "Avukata",
    "görüşme bir hafta ertelendi",
    "asserts",
  ],
  [
    "Uzak Ses grubuna göre kırk kişi gözaltına alındı.",
    "Uzak Ses grubuna",
    "kırk kişi gözaltına alındı",
    "asserts",
  ],
  [
    "Elçilik sözcüsü, kimsenin zarar görmediğini söyledi.",
    "Elçilik sözcüsü",
    "kimsenin zarar görmediğini",
    "asserts",
  ],
  ["Bakanlık, kampın varlığını yalanladı.", "Bakanlık", "kampın varlığını", "denies"],
  ["Yetkililer suçlamaları reddetti.", "Yetkililer", "suçlamaları", "denies"],
  ["Memur, belgelerin kaybolduğunu kabul etti.", "Memur", "belgelerin kaybolduğunu", "admits"],
  [
    "Yakınları, tutukluların serbest bırakılmasını talep etti.",
    "Yakınları",
    "tutukluların serbest bırakılmasını",
    "demands",
  ],
  ["Derya Tan, oğlunun hasta olduğunu belirtti.", "Derya Tan", "oğlunun hasta olduğunu", "asserts"],
  [
    "O, pasaportunun geri verilmediğini anlattı.",
    "O",
    "pasaportunun geri verilmediğini",
    "asserts",
  ],
  ["Gazete, duruşmanın ertelendiğini yazdı.", "Gazete", "duruşmanın ertelendiğini", "asserts"],
  ["Örgüt, kararı kınadı.", "Örgüt", "kararı", "asserts"],
  ["Tanık, iki ay hapiste kaldığını ifade etti.", "Tanık", "iki ay hapiste kaldığını", "asserts"],
  [
    "Müdür, çocukların güvende olduğunu savundu.",
    "Müdür",
    "çocukların güvende olduğunu",
    "asserts",
  ],
  [
    "Gözlemciler, iki bin kişinin tutulduğunu tahmin ediyor.",
    "Gözlemciler",
    "iki bin kişinin tutulduğunu",
    "estimates",
  ],
  ["“Bu bir yalan” diyor büyükelçi.", "büyükelçi", "Bu bir yalan", "asserts"],
  ["Ajans, uçağın akşam indiğini bildirdi.", "Ajans", "uçağın akşam indiğini", "asserts"],
  ["Komşusu, onu dövdüklerini iddia etti.", "Komşusu", "onu dövdüklerini", "asserts"],
  [
    "Başkan, yolun kapalı olduğu konusunda uyardı.",
    "Başkan",
    "yolun kapalı olduğu konusunda",
    "asserts",
  ],
  ["Rapora göre, mektuplar ulaşmadı.", "Rapora", "mektuplar ulaşmadı", "asserts"],
];

test.each(ROWS)("%s", (...row) => {
  expect(match(row, "tr")).toBe(true);
});

test("a sentence without a speech verb says nothing", () => {
  expect(saidIn("Tren gece yarısı kalktı, istasyon boşaldı.", { language: "tr" })).toEqual([]);
});
