// Writes an invented name in alphabets: Uyghur Latin, press Latin, Uyghur and Kazakh Arabic letters, Kazakh and Russian Cyrillic.
// Invariant: rules of its own, letter by letter with chance where writers differ; nothing is taken from the names room.
import type { Chance } from "./random.ts";

export type Writing = "uly" | "press" | "ug-arab" | "kk-arab" | "kk-cyrl" | "ru";

type Letters = Readonly<Record<string, string>>;

/** Where several spellings are used, they stand in order of likelihood, parted by a bar. */
const TABLES: Readonly<Record<Writing, Letters>> = {
  uly: row("S sh,C ch,J j,Z zh,N ng,G gh,E ë|e,O ö,U ü,I i"),
  press: row(
    "S sh|sh|sh|ch,C ch,J j|zh,Z zh|j,N ng,G gh|g,q k|q|q,x kh|h|kh,h h|h|kh,e e|a|a,E e|i,O o|u,U u|u|yu,I y|i,w w|v,y y|y|i,i i|i|y",
  ),
  "ug-arab": row(
    "a ا,b ب,p پ,t ت,J ج,C چ,x خ,d د,r ر,z ز,Z ژ,s س,S ش,G غ,f ف,q ق,k ك,g گ,N ڭ,l ل,m م,n ن,h ھ,o و,u ۇ,O ۆ,U ۈ,w ۋ,v ۋ,E ې,i ى,I ى,y ي,e ە",
  ),
  "kk-arab": row(
    "a ا,b ب,p پ,t ت,J ج,C چ,x ح,d د,r ر,z ز,Z ج,s س,S ش,G ع,f ف,q ق,k ك,g گ,N ڭ,l ل,m م,n ن,h ھ|ح,o و,u ۇ,O و,U ۇ,w ۋ,v ۆ,E ە,i ى|ي,I ى,y ي,e ا|ە",
  ),
  "kk-cyrl": row(
    "a а,b б,p п,t т,J ж,C ш|ч,x х|қ,d д,r р,z з,Z ж,s с,S ш,G ғ,f ф,q қ,k к,g г,N ң,l л,m м,n н,h х|һ,o о,u ұ|у,O ө,U ү,w у,v в,E е,i и|і|ы,I ы,y й,e ә|е|а",
  ),
  ru: row(
    "a а,b б,p п,t т,J дж|ж,C ч,x х|к,d д,r р,z з,Z ж,s с,S ш,G г|гх,f ф,q к,k к,g г,N нг|н,l л|л|ль,m м,n н,h х|г|,o о,u у,O о|у|е,U у|ю,w в|у,v в,E е|э,i и|ы,I ы,y й|й|и,e е|а|э|я",
  ),
};

function row(text: string): Letters {
  return Object.fromEntries(text.split(",").map((pair) => pair.split(" ") as [string, string]));
}

const VOWELS = "aeEiIoOuU";

/** One name in letters. `loose` 0 … 1: how often the less likely spelling is taken. */
export function renderLetters(
  sounds: string,
  writing: Writing,
  chance: Chance,
  loose: number,
): string {
  const table = TABLES[writing];
  let out = "";
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i] as string;
    // Uyghur Arabic letters seat a vowel that opens a syllable on a hamza.
    if (
      writing === "ug-arab" &&
      VOWELS.includes(sound) &&
      (i === 0 || VOWELS.includes(sounds[i - 1] as string))
    )
      out += "ئ";
    const ways = (table[sound] ?? sound).split("|");
    const other = ways.length > 1 && chance.happens(loose);
    out += other ? (ways[1 + chance.below(ways.length - 1)] as string) : (ways[0] as string);
  }
  return finish(out, sounds, writing);
}

function finish(word: string, sounds: string, writing: Writing): string {
  if (writing === "kk-cyrl" || writing === "ru") {
    const joined = word.replace(/йа/gu, "я").replace(/йу/gu, "ю").replace(/ый$/u, "ый");
    return capital(joined);
  }
  // Kazakh Arabic letters mark a soft word at its front, unless k, g or e shows it.
  if (writing === "kk-arab")
    return /[OU]/.test(sounds) && !/[kgE]/.test(sounds) ? `ٴ${word}` : word;
  return writing === "ug-arab" ? word : capital(word);
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
