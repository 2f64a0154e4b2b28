// Letters that stand for more than one sound until the other name decides. Data only.
// Invariant: one character per letter; the sounds are listed with what choosing them costs; 0 is the plain reading.
// Fullwidth letters are sounds heard through Chinese; Arabic letters are the abjad reading; Greek ones are vowels whose front or
// back quality the spelling lost.

/**
 * [letter, sounds with costs, cost of losing it, cost against Arabic without vowels, cost against Chinese, rule id]
 */
export type OpenLetterRow = readonly [
  letter: string,
  sounds: string,
  alone: number,
  againstAbjad: number,
  againstChinese: number,
  id: string,
];

export const OPEN_LATIN_AND_CYRILLIC: readonly OpenLetterRow[] = [
  ["J", "j0 ž0 y8", 85, 80, 60, "open.latin-j"],
  ["C", "j0 č12 k12 s16 c8", 85, 80, 60, "open.latin-c"],
  ["Q", "q0 k0 g5 ğ14 č18", 80, 75, 45, "open.latin-q"],
  ["X", "x0 h0 š18 k22", 55, 50, 32, "open.latin-x"],
  ["Y", "y0 i0 ı0 ü24", 22, 10, 10, "open.latin-y"],
  ["Z", "ž0 j0", 88, 82, 65, "open.zh"],
  ["U", "u0 o4 ü4 ö6 w8", 40, 12, 20, "open.latin-ou"],
  ["T", "t0 s14 d8", 78, 72, 45, "open.latin-th"],
  ["D", "d0 z0 t12", 80, 75, 50, "open.latin-dh"],
  ["H", "h0 x4", 10, 10, 8, "open.weak-h"],
  ["į", "i0 y0 ı0 e6", 14, 8, 8, "open.final-i"],
  ["Å", "a0 ä0 e2", 72, 28, 48, "open.final-a"],
  ["Ċ", "č0 x14 k14 š12", 95, 90, 65, "open.latin-ch"],
  ["ś", "s0", 6, 6, 5, "open.x-as-ks"],
  ["δ", "d0 t2", 12, 10, 8, "open.d-before-j"],
  ["ʲ", "y0 i4", 2, 2, 2, "open.soft-glide"],
  ["Г", "g0 ğ0 h5 x16 q12", 62, 58, 38, "open.cyrillic-g"],
  ["У", "u0 w2 ü3 v6 o8 ö8", 38, 14, 18, "open.cyrillic-u"],
  ["Х", "x0 h0 q12 k14", 42, 40, 24, "open.cyrillic-kh"],
  ["Щ", "š0 č12", 95, 90, 65, "open.cyrillic-shch"],
  ["α", "a0 ä0 e6", 42, 10, 25, "open.front-back-a"],
  ["ε", "e0 ä0 a10 i10", 40, 6, 22, "open.e"],
  ["ο", "o0 ö0 u6 ü10", 42, 14, 26, "open.front-back-o"],
  ["υ", "u0 ü0 o8 ö10", 40, 10, 20, "open.front-back-u"],
  ["ι", "i0 ı0", 32, 5, 12, "open.front-back-i"],
  ["ʋ", "w0 u0 ü3 v0", 38, 28, 18, "open.arabic-w-u"],
  ["ʉ", "ö0 v0 o6", 45, 30, 26, "open.arabic-oe-v"],
];

export const OPEN_ABJAD: readonly OpenLetterRow[] = [
  ["ᴀ", "a0 ä0 e2 i4 u8 o8", 8, 6, 6, "abjad.article-alef"],
  ["ǥ", "g0 k12 ğ4", 8, 8, 6, "abjad.ng-g"],
  ["ʟ", "l0 r60", 12, 10, 10, "abjad.article-lam"],
  ["ا", "a0 ä0 e6 i10 ı12 o12 ö12 u12 ü12", 24, 18, 16, "abjad.alef"],
  ["آ", "a0 ä3 e10", 34, 26, 24, "abjad.alef-madda"],
  ["أ", "a0 ä0 e3 o6 u6 ö6 ü6", 26, 18, 18, "abjad.alef-hamza"],
  ["إ", "i0 e0 ı3 ä6 a12", 26, 18, 14, "abjad.alef-below"],
  ["ب", "b0 p4 v40", 85, 80, 58, "abjad.beh"],
  ["ث", "s4 t4", 80, 75, 50, "abjad.theh"],
  ["ج", "j0 g6 ž2 č14", 85, 80, 60, "abjad.jeem"],
  ["چ", "č0 j4", 90, 85, 62, "abjad.tcheh"],
  ["ح", "h0 x2", 35, 30, 18, "abjad.hah"],
  ["خ", "x0 h2 q14 k16", 55, 50, 30, "abjad.khah"],
  ["د", "d0 t10", 80, 75, 48, "abjad.dal"],
  ["ذ", "z0 d6", 80, 75, 52, "abjad.thal"],
  ["ژ", "ž0 j0", 88, 82, 64, "abjad.zheh"],
  ["ز", "z0 s14", 85, 80, 58, "abjad.zain"],
  ["ش", "š0 č14 s24", 92, 88, 64, "abjad.sheen"],
  ["ض", "z0 d0", 80, 75, 52, "abjad.dad"],
  ["ط", "t0 d8", 78, 74, 46, "abjad.tah"],
  ["ظ", "z0 d12", 80, 75, 54, "abjad.zah"],
  ["ع", "a6 ä6 e8 i8 u10 o10 ğ14", 6, 5, 5, "abjad.ain"],
  ["غ", "ğ0 g0 q14 x24", 60, 56, 34, "abjad.ghain"],
  ["ف", "f0 v3 p6", 80, 75, 45, "abjad.feh"],
  ["ق", "q0 k0 g2 ğ8 x16", 80, 75, 44, "abjad.qaf"],
  ["ك", "k0 g2 q4 č24", 80, 75, 44, "abjad.kaf"],
  ["گ", "g0 ğ4 k12", 75, 68, 42, "abjad.gaf"],
  ["ن", "n0 ŋ3", 74, 70, 46, "abjad.noon"],
  ["ه", "h0 x6 a8 ä8 e8", 16, 14, 10, "abjad.heh"],
  ["و", "v0 w0 u0 o0 ö0 ü0", 30, 24, 18, "abjad.waw"],
  ["ي", "y0 i0 ı0 e3 ä8", 24, 18, 12, "abjad.yeh"],
  ["ى", "a0 i0 y0 ı0", 20, 14, 12, "abjad.alef-maksura"],
  ["ة", "a0 ä0 e2 t4 h4", 12, 8, 10, "abjad.teh-marbuta"],
  ["ئ", "y0 i0 a8", 8, 6, 5, "abjad.hamza-seat"],
  ["ؤ", "u0 o0 w0 ü4 ö4", 22, 16, 14, "abjad.waw-hamza"],
];
