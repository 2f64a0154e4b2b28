// Turkish: the verb comes last, `diye` or a noun clause before it, `göre` after a source. Own lists.
import { cueTable, list, type Pack } from "./pack.ts";

export const TR: Pack = {
  name: "tr",
  order: "final",
  cues: cueTable(`
asserts say: dedi dediler diyor diyorlar söyledi söylediler söylüyor söylüyorlar belirtti belirttiler belirtiyor açıkladı açıkladılar açıklıyor anlattı anlattılar anlatıyor vurguladı vurguluyor kaydetti kaydettiler aktardı aktardılar aktarıyor bildirdi bildirdiler bildiriyor yazdı yazıyor ekledi ekledi ekliyor konuştu diye_konuştu ifade_etti ifade_ettiler ifade_ediyor iddia_etti iddia_ettiler iddia_ediyor öne_sürdü öne_sürüyor ileri_sürdü savundu savundular savunuyor uyardı uyarıyor sordu yanıtladı cevapladı suçladı hatırlattı duyurdu paylaştı tanıklık_etti söz_verdi şikayet_etti rapor_etti tespit_etti dile_getirdi dikkat_çekti
admits say: kabul_etti kabul_ettiler itiraf_etti doğruladı doğruladılar onayladı
denies say: yalanladı yalanladılar yalanlıyor reddetti reddettiler reddediyor inkâr_etti inkar_etti
demands say: istedi istediler talep_etti talep_ettiler çağırdı çağrısında_bulundu çağrıda_bulundu
asserts say: kınadı eleştirdi eleştirdiler nitelendirdi tanımladı
estimates say: tahmin_etti tahmin_ediyor tahmin_ediliyor
asserts mind: düşünüyor inanıyor inanıyorlar umuyor korkuyor biliyor sanıyor
`),
  clauseWords: list("diye"),
  accordingBefore: [],
  accordingAfter: list("göre"),
  inheriting: list(""),
  objects: list("bana bize sana size ona onlara"),
  prepositions: list(""),
  evidentials: list("sözde güya"),
  pronouns: list("o onlar ben biz sen siz"),
  stops: list("ama fakat ancak ve ise çünkü eğer"),
  abbreviations: list(
    "dr. prof. doç. av. sn. no. vb. vs. yy. bkz. örn. alb. gen. mah. cad. sok. st.",
  ),
};
