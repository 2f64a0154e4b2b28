// The languages pictures are read in here, and what tesseract calls them.

/** Tesseract's code and the BCP 47 tag. Its Kazakh is in Cyrillic letters only. */
export const OCR_LANGUAGES = [
  { code: "kaz", tag: "kk" },
  { code: "uig", tag: "ug" },
  { code: "chi_sim", tag: "zh" },
  { code: "rus", tag: "ru" },
  { code: "tur", tag: "tr" },
  { code: "eng", tag: "en" },
] as const;
export type OcrLanguage = (typeof OCR_LANGUAGES)[number]["code"];

/** One of them, and whether it can be read here. */
export interface OcrLanguageView {
  readonly code: OcrLanguage;
  readonly tag: string;
  readonly installed: boolean;
}
