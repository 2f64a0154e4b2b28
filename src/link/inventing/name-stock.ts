// Given names for invented people, as sounds: the best known ones first, then thousands put together from name elements.
// Invariant: written in an alphabet of its own (see below), not in any spelling the names room reads, so that the bench
// does not feed the matcher its own tables.
// Sounds: S sh · C ch · J dj · Z zh · N ng · G gh · e as in ehmet · E as in bek · O ö · U ü · I ы · the rest as in Uyghur Latin.
// Source of the names: general knowledge of Uyghur and Kazakh given names; the combinations name nobody.
import { chanceFrom } from "./random.ts";

const KNOWN =
  "memet ehmet abdulla tursun ablEz hesen hUseyin ibrahim ismayil yUsUp yaqup abdurahman abdurEhim abdukErim abduqadir abdurESit " +
  "abdulhEmit abliz abduGEni mahmut ilham turGun turdi toxti qurban rozi qasim qadir kErim rEhim rahman rESit imin osman Omer musa " +
  "eysa dawut sulayman sali sadiq sEyit hEmit hEbib hEkim xElil haJi Jamal JElil mustapa murat nurlan nurmemet erkin batur dilmurat " +
  "dilSat adil alim arip enwer ekber azat eziz gUlnar gUlnisa patime ayJamal zeynep meryem rabiye rahile amine SOhret nizam rEJep " +
  "barat niyaz haSim qEyum sErik bolat yErlan yErbol aydos marat qayrat asqar Zanibek Zomart bErik daulEt ErZan ErmEk gUlmira " +
  "SInar aynur baqIt bEysen qanat maqsat nurbEk orazbEk raJan sagInbEk talGat tilEk walixan";
const FIRST =
  "ay nur gUl bay er qut tUrsUn tur dil aq qara altIn kUmUS tEmur bEk han Sah mIrza toxti ros al bag Zan tan tal mun sar qad" +
  " bol Es Ulug aman saG qoy dUisen Jumar mayr rEy yar yul oral oraz samat mam tay suw bulan dar baq OmUr qal";
const SECOND =
  "bEk nur gUl Jan bay murat qali tay bol Sat han xan nisa iya bUbU Ulan bala lIq zat kEn man bErgEn qul dos Zan yar sultan" +
  " tUr kEldi Gali muhemmet qazi asar muqan tEmir bazar Ziger sulu xatun";

/** Given names as sounds, the most frequent first; no name twice. */
export function nameStock(size: number): readonly string[] {
  const chance = chanceFrom(4824);
  const names = new Set(KNOWN.split(" "));
  const first = FIRST.split(" ");
  const second = SECOND.split(" ");
  const onset = "b m t d n r s S q k J Z y G x h".split(" ");
  const vowel = "a a e i u o E I U".split(" ");
  while (names.size < size) {
    // Beyond what two elements give, a syllable between or before them.
    const middle =
      names.size > 900 || chance.happens(0.3) ? chance.pick(onset) + chance.pick(vowel) : "";
    const name = chance.happens(0.6)
      ? chance.pick(first) + middle + chance.pick(second)
      : chance.pick(onset) + chance.pick(vowel) + middle + chance.pick(second);
    if (name.length <= 12) names.add(name);
  }
  return [...names].slice(0, size);
}
