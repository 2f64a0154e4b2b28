// The door of the names craft: scripts, alphabets, spelling, comparison and explanation of person names.
// Invariant: pure; nothing here reads a file, a clock or a network, and nothing throws on any string.
export { alphabetOf } from "./alphabet.ts";
export type { Alphabet } from "./alphabet.ts";
export { foldName } from "./fold.ts";
export { nameTokens } from "./name-tokens.ts";
export { normaliseName } from "./normalise.ts";
export { isOddName, nameOddities } from "./odd-name.ts";
export type { Oddity } from "./odd-name.ts";
export { scriptOf } from "./script.ts";
export type { Script } from "./script.ts";
export { compareNames } from "./compare-names.ts";
export type { Band, NameComparison, NameFlag } from "./compare-names.ts";
export { parseName } from "./parse-name.ts";
export type { NameToken, ParsedName, Role } from "./parse-name.ts";
export { prepareName } from "./prepare-name.ts";
export type { PreparedName } from "./prepare-name.ts";
