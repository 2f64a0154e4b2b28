// What a Chinese syllable can stand for. Data only.
// Invariant: see open-letters.ts; fullwidth letters only.
// Sources: data/README.md section 3 (attested syllables, systematic merges, spelling-variant characters).
import type { OpenLetterRow } from "./open-letters.ts";

export const OPEN_CHINESE: readonly OpenLetterRow[] = [
  // openings
  ["ｂ", "b0 p6 v26 w30 f34", 80, 76, 60, "zh.b"],
  ["ｐ", "p0 b8 f14", 80, 76, 60, "zh.p"],
  ["ｍ", "m0 n44", 85, 80, 65, "zh.m"],
  ["ｆ", "f0 p5 v5 b20 w12 h40", 60, 55, 45, "zh.f"],
  ["ｄ", "d0 t6", 72, 68, 52, "zh.d"],
  ["ｔ", "t0 d6", 68, 64, 48, "zh.t"],
  ["ｎ", "n0 ŋ12 l60", 72, 68, 52, "zh.n"],
  ["ｌ", "l0 r3", 62, 58, 45, "zh.l-r"],
  ["ｇ", "g0 ğ0 k6 q6 h20 x20", 66, 60, 45, "zh.g"],
  ["ｋ", "k0 q0 g8 x10 h14 ğ14 č30", 66, 60, 45, "zh.k"],
  ["ｈ", "h0 x0 q5 ğ10 k12 g18 w40", 40, 36, 26, "zh.h"],
  ["ｊ", "j0 ž4 g10 z15 č14 k16 q18 y28 c24 d26 t28", 80, 76, 60, "zh.j"],
  ["ｑ", "č0 j8 k24 š28 c18", 84, 80, 62, "zh.q"],
  ["ｘ", "š0 s0 h22 x10 z26", 80, 76, 60, "zh.x"],
  ["Ｚ", "j0 ž0 č14 z14 y34", 80, 76, 60, "zh.zh"],
  ["Ｃ", "č0 š14 j12 c20", 84, 80, 62, "zh.ch"],
  ["Ｓ", "š0 s6 z18 č22 ž16", 74, 70, 55, "zh.sh"],
  ["ｒ", "r0 ž3 j8 l14 y30 z30 u40 o40", 66, 62, 48, "zh.r"],
  ["ｚ", "z0 s10 c4 j14 ž10", 72, 68, 52, "zh.z"],
  ["ｃ", "c0 s10 z10 č14", 76, 72, 56, "zh.c"],
  ["ｓ", "s0 š10 z8 c14", 72, 68, 52, "zh.s"],
  ["ｗ", "w0 v0 u4 o8 ö8 ü6 f14 b24 ğ30", 34, 30, 22, "zh.w"],
  ["Ｙ", "y0 i0 ı4 e12", 5, 4, 4, "zh.glide-y"],
  ["Ｗ", "w0 v0 u0 o0 ü4 ö4 f10 b18 ğ20", 5, 4, 4, "zh.glide-w"],
  // vowels
  ["ａ", "a0 ä0 e7 ı18 o18 i32 ö26 u34 ü34", 34, 14, 24, "zh.a"],
  ["ｅ", "e0 ä0 a7 ı4 i12 o12 ö8 u18 ü18", 26, 8, 18, "zh.e"],
  ["ｉ", "i0 ı0 e5 ä14 y4 ü10 a26 ö24 u28 o34", 22, 6, 14, "zh.i"],
  ["ｏ", "o0 ö2 u4 ü6 a14 w10 e22", 34, 12, 24, "zh.o"],
  ["ｕ", "u0 o2 ü2 ö3 w3 v5 ı18 i22 a26 e26", 26, 8, 16, "zh.u"],
  ["ｖ", "ü0 u2 ö4 o8 y8 i8 e14", 26, 8, 16, "zh.yu"],
  ["Ａ", "ä0 e0 a2 i8 ı14 y18", 34, 12, 24, "zh.ai"],
  ["Ｅ", "e0 ä3 i4 a14 ı12 ö14", 32, 10, 20, "zh.ei"],
  // vowels that Chinese must write after a bare consonant
  ["１", "i0 ı0 e4 ä8 ü10 u16 a18 o22 ö18", 7, 4, 5, "zh.weak-i"],
  ["２", "u0 o2 ü2 ö3 w4 v6 ı10 i14 a16 e16", 5, 4, 4, "zh.weak-u"],
  ["３", "e0 ä2 a6 ı0 i4 o8 u8 ö6 ü8", 4, 3, 3, "zh.weak-e"],
  // closings
  ["Ｎ", "n0 ŋ3 m16", 46, 42, 26, "zh.final-n"],
  ["Ｇ", "ŋ0 n0 m10", 40, 36, 24, "zh.final-ng"],
  ["Ｒ", "r0 l2", 26, 22, 14, "zh.er"],
];
