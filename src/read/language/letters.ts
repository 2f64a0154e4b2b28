// Languages told by their letters alone, before any statistics: the six of this project and their neighbours,
// which statistical detectors confuse (Kazakh with Kyrgyz and Tatar) or do not know (Uyghur).
// Invariant: an answer here is a proof by letters; null means the letters do not decide.

import { arabicLanguage } from "./arabic-letters.ts";
import { latinLanguage } from "./latin-letters.ts";

export interface Told {
  readonly language: string | null;
  /** ISO 15924. */
  readonly script: string;
}

interface Counts {
  readonly latin: number;
  readonly cyrillic: number;
  readonly arabic: number;
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function countScripts(text: string): Counts {
  let latin = 0;
  let cyrillic = 0;
  let arabic = 0;
  let han = 0;
  let kana = 0;
  let hangul = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit | 32) >= 97 && (unit | 32) <= 122) latin++;
    else if (unit < 0xc0) continue;
    else if (unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00)) latin++;
    else if (unit >= 0x400 && unit < 0x530) cyrillic++;
    else if ((unit >= 0x600 && unit < 0x700) || (unit >= 0xfb50 && unit < 0xfeff)) arabic++;
    else if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xd840 && unit < 0xd880)) han++;
    else if (unit >= 0x3040 && unit < 0x3100) kana++;
    else if (unit >= 0xac00 && unit < 0xd7b0) hangul++;
  }
  return { latin, cyrillic, arabic, han, kana, hangul };
}

function cyrillicLanguage(text: string): string | null {
  const lower = text.toLowerCase();
  if (/[їєґ]/.test(lower)) return "uk";
  if (/[ҙҫҡ]/.test(lower)) return "ba";
  if (/[ӣӯҷ]/.test(lower)) return "tg";
  if (/[ђћџљњ]/.test(lower)) return "sr";
  const has = (letter: string): boolean => lower.includes(letter);
  if (has("ў")) return has("і") ? "be" : "uz";
  if (has("ҳ")) return "uz";
  if (has("җ")) return has("қ") || has("ғ") ? "ug" : "tt";
  if (has("і") || has("ұ")) return count(lower, /[әғқңөұүһ]/g) > 0 || has("і") ? "kk" : null;
  if (/[ғқ]/.test(lower)) return "kk";
  if (/[әһ]/.test(lower)) return has("ң") || has("ө") || has("ү") ? "tt" : "kk";
  if (has("ң")) return "ky";
  if (/[өү]/.test(lower)) return "mn";
  // Russian ы э ё ъ are shared; without any other sign the library decides.
  return null;
}

/** Language and script by letters; looks at what it is given, so give it a few hundred characters. */
export function byLetters(text: string): Told {
  const { latin, cyrillic, arabic, han, kana, hangul } = countScripts(text);
  const most = Math.max(latin, cyrillic, arabic, han * 2, kana * 2, hangul * 2);
  if (most === 0) return { language: null, script: "Zyyy" };
  if (kana > 0 && kana * 2 + han * 2 >= most) return { language: "ja", script: "Jpan" };
  if (hangul * 2 === most) return { language: "ko", script: "Kore" };
  if (han * 2 === most) return { language: "zh", script: traditional(text) ? "Hant" : "Hans" };
  if (cyrillic === most) return { language: cyrillicLanguage(text), script: "Cyrl" };
  if (arabic === most) return { language: arabicLanguage(text), script: "Arab" };
  return { language: latinLanguage(text), script: "Latn" };
}

function traditional(text: string): boolean {
  return (
    count(text, /[們這個來對時會後說國過發學東車長門問間開關於與為從應當點體實現]/g) >
    count(text, /[们这个来对时会后说国过发学东车长门问间开关于与为从应当点体实现]/g)
  );
}
