// A country's name for a reader of English.
const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** `code`: ISO 3166-1; a code that is none is shown as it is. */
export const stateName = (code: string | undefined): string =>
  code === undefined || !/^[A-Z]{2}$/.test(code) ? (code ?? "") : (names.of(code) ?? code);
