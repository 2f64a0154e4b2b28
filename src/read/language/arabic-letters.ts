// Languages in Arabic letters, told by the letters themselves. Uyghur writes every vowel and seats it on ئ; Kazakh
// (töte jazu) marks soft words with a high hamza and writes ع for ғ; Kirghiz has ۅ and ۉ.
// Invariant: where the signs of two languages balance, nobody is named.

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

export function arabicLanguage(text: string): string | null {
  const uyghur = count(text, /[ېۈ]|ئ[اەوۇۆۈېى]|غ/g) + count(text, /ۆ|خ/g) * 0.5;
  const kazakh =
    count(text, /[\u0674ٶٸ\u0675]|(?<![\p{L}])ء(?=\p{L})/gu) +
    count(text, /ع(?=\p{L})|(?<=\p{L})ع/gu) * 0.7;
  const kirghiz = count(text, /[ۅۉ]/g);
  if (kirghiz > 0 && kirghiz >= kazakh) return "ky";
  const full = /ە/.test(text) && /[ۇۋڭ]/.test(text);
  if ((uyghur > 0 || kazakh > 0) && full) {
    if (uyghur > kazakh * 2) return "ug";
    if (kazakh > uyghur * 2) return /[ڕڵێ]/.test(text) ? "ku" : "kk";
    return null;
  }
  if (uyghur >= 2 && /[ېۈۇۆ]/.test(text) && kazakh === 0) return "ug";
  if (full && !/[ڕڵێ]/.test(text)) return "kk";
  if (/[ےٹڈڑں]/.test(text)) return "ur";
  if (/[ټډړږښ]/.test(text)) return "ps";
  if (/[ڕڵێ]/.test(text)) return "ku";
  if (/[پچگژی]/.test(text) && !/[ةى]/.test(text)) return "fa";
  return count(text, /[ةىأإ]|ال/g) > 0 ? "ar" : null;
}
