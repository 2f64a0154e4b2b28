// The door of the names craft: scripts, alphabets, spelling, comparison and explanation of person names.
// Invariant: pure; nothing here reads a file or a network, and nothing throws on any name.
export { alphabetOf } from "./alphabet.ts";
export type { Alphabet } from "./alphabet.ts";
export { benchNames } from "./bench-names.ts";
export type { NamesBench, NamesBenchOptions } from "./bench-names.ts";
export { bandOf, compareNames } from "./compare-names.ts";
export type { Band, NameComparison, NameFlag } from "./compare-names.ts";
export { NamesError } from "./errors.ts";
export type { NamesErrorCode } from "./errors.ts";
export { describeName, explainNames } from "./explain-names.ts";
export type { DescribedName, ExplainedPair, Message, NameExplanation } from "./explain-names.ts";
export type { LetterMatch } from "./explain-words.ts";
export { foldName } from "./fold.ts";
export { keysOf } from "./keys.ts";
export { nameTokens } from "./name-tokens.ts";
export { normaliseName } from "./normalise.ts";
export { isOddName, nameOddities } from "./odd-name.ts";
export type { Oddity } from "./odd-name.ts";
export { parseName } from "./parse-name.ts";
export type { NameEnding, NameToken, ParsedName, Role } from "./parse-name.ts";
export { prepareName } from "./prepare-name.ts";
export type { PreparedName } from "./prepare-name.ts";
export { forgetNames } from "./remember.ts";
export { renderExplanation, renderMessage } from "./render-message.ts";
export type { Catalogue } from "./render-message.ts";
export { scorePairs } from "./score-pairs.ts";
export { scriptOf } from "./script.ts";
export type { Script } from "./script.ts";
