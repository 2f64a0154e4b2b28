// Uyghur in Arabic letters: direct speech only (`«…» دېدى`), and `ئېيتىشىچە` after a source. Own lists.
import { cueTable, list, type Pack } from "./pack.ts";

export const UG: Pack = {
  name: "ug",
  order: "final",
  cues: cueTable(`
asserts say: دېدى دەيدۇ دېگەن ئېيتتى ئېيتىدۇ بىلدۈردى بىلدۈرىدۇ يازدى سۆزلەپ_بەردى جاۋاب_بەردى كۆرسەتتى سورىدى
denies say: رەت_قىلدى ئىنكار_قىلدى
admits say: ئېتىراپ_قىلدى ئىقرار_قىلدى
demands say: تەلەپ_قىلدى چاقىردى
`),
  clauseWords: list("دەپ"),
  accordingBefore: [],
  accordingAfter: list("ئېيتىشىچە خەۋىرىگە"),
  inheriting: list(""),
  objects: list(""),
  prepositions: list(""),
  evidentials: list(""),
  pronouns: list("ئۇ ئۇلار مەن بىز"),
  stops: list("ۋە ئەمما لېكىن"),
  abbreviations: list(""),
};
