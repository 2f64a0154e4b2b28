// The part of npm's `edtf` this room uses; the package ships no types.
declare module "edtf" {
  export interface ParsedEdtf {
    readonly type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    readonly level: number;
  }
  /** Parses EDTF text; throws a plain Error that quotes the text when it is not EDTF. */
  export function parse(
    text: string,
    constraints?: { level?: number; types?: string[] },
  ): ParsedEdtf;
}
