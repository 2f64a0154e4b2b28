// When a word that could tell of an act does not: `a meeting was held`, `released a report`, `expelled from school`.
// Invariant: a guard looks at a few words around and never further than the sentence.
import { AUXILIARIES } from "../packs/en-words.ts";
import type { Token } from "../statements/tokens.ts";
import type { Frame } from "./frames.ts";

const HELD =
  /^(?:in|at|inside|without|against|for|by|captive|under|hostage|incommunicado|there|overnight)$/;
const DETAINED_IN =
  /^(?:camps?|prisons?|jails?|cells?|cages?|custody|detention|facilit(?:y|ies)|cent(?:er|re)s?|captive|captivity|hostage|incommunicado|internment|isolation|barracks|basements?|police|charges?|trial|solitary|station|there|chains|reeducation|re-education|handcuffs)$/;
/** What is `held` or `kept` and is not a person. */
const EVENTS =
  /^(?:rall(?:y|ies)|meetings?|conferences?|talks|elections?|protests?|hearings?|events?|ceremon(?:y|ies)|vigils?|debates?|summits?|interviews?|services?|festivals?|funerals?|weddings?|exhibitions?|referendums?|polls?|votes?|records?|files?|documents?|secrets?|money|funds?)$/;
const PAPERS =
  /^(?:reports?|statements?|videos?|footage|figures|lists?|documents?|photos?|images?|data|letters?|albums?|films?|books?|songs?|singles?|versions?|updates?|results?|transcripts?|papers?|notes?|press)$/;
const BODIES =
  /^(?:university|school|college|institute|party|team|club|class|league|academy|parliament|course|competition|game)$/;

/** Acts that are named only by a word together with another near it. */
const NEEDS: Readonly<Record<string, RegExp>> = {
  // People kneel to pray; nobody does it for hours unless made to.
  "forced-kneeling":
    /^(?:forced|forcing|force|made|make|making|ordered|compelled|coerced|hours|days|nights?|punishment)$/,
  "forced-labour": /^(?:forced|compulsory|coerced|coercive|slave|unpaid)$/,
  "passport-confiscation":
    /^(?:confiscated|seized|took|taken|withheld|revoked|surrender|surrendered|hand|handed|collected|confiscating|confiscation|confiscate|seizing|returned)$/,
  "exit-ban": /^(?:leaving|traveling|travelling|leave|exit|departure|depart)$/,
  "forced-confession": /^(?:forced|coerced|made|televised|beaten|confession|papers|compelled)$/,
  "family-separation": /^(?:parents|children|families|family|child|mother|wife|husband)$/,
  "death-in-custody":
    /^(?:custody|detention|camps?|prison|jail|cent(?:re|er)|cell|captivity|imprisonment|interrogation)$/,
  sentenced: /^(?:to|prison|years|life|death)$/,
  transferred:
    /^(?:camps?|prisons?|jails?|custody|detention|facility|hospital|cell|cent(?:re|er))$/,
  escaped: /^(?:camps?|prisons?|jails?|custody|detention|captivity|cent(?:re|er))$/,
  solitary: /^(?:confinement|cell|cells|held|kept|placed|months|days|weeks)$/,
  caging:
    /^(?:kept|held|put|locked|were|was|metal|iron|punitive|in|ankles?|hands|wrists|feet|legs|bed|chair|been)$/,
  "forced-medication":
    /^(?:forced|unknown|drugs?|given|injected|substances?|medicines?|forcibly|were|was)$/,
  contraception: /^(?:forced|inserted|fitted|compulsory|forcibly|implanted|insertion)$/,
  abortion: /^(?:forced|compulsory|forcibly|coerced|undergo)$/,
  "contact-cut": /^(?:lost|no|cut|losing|without|severed)$/,
  "care-denied": /^(?:denied|refused|without|withheld|deprived)$/,
  "mass-roundup": /^(?:up|mass|police)$/,
  "forced-return": /^(?:back|return|home)$/,
  dismissal: /^(?:from|job|jobs|post|posts|work|teachers?|workers?|was|were)$/,
  surveillance: /^(?:under|constant|of|police|mass|his|her|their|cameras?|intrusive)$/,
};

function near(tokens: readonly Token[], at: number, pattern: RegExp): boolean {
  for (let k = Math.max(0, at - 7); k < Math.min(tokens.length, at + 9); k++)
    if (k !== at && pattern.test(tokens[k]?.lower ?? "")) return true;
  return false;
}

function within(tokens: readonly Token[], from: number, to: number, pattern: RegExp): boolean {
  for (let k = Math.max(0, from); k < Math.min(tokens.length, to); k++)
    if (pattern.test(tokens[k]?.lower ?? "")) return true;
  return false;
}

/** Whether a passive stands at `at`: a form of `be` before it, over adverbs, commas and a row of participles. */
export function passiveAt(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k <= 10; k--) {
    const word = tokens[k]?.lower ?? "";
    if (AUXILIARIES.has(word)) return true;
    if (
      !/^(?:,|and|or|not|never|also|then|later|even|to|forced)$|ly$|(?:ed|en|ght|wn|ung|un|eld)$|^(?:kept|held|sometimes|often|repeatedly)$/.test(
        word,
      )
    )
      return false;
  }
  return false;
}

function heldFires(tokens: readonly Token[], at: number): boolean {
  if (within(tokens, at - 8, at, EVENTS)) return false;
  const next = tokens[at + 1]?.lower ?? "";
  if (!HELD.test(next)) return false;
  if (passiveAt(tokens, at) && !within(tokens, at - 3, at, /^(?:has|have|had)$/)) return true;
  return within(tokens, at + 1, at + 8, DETAINED_IN);
}

/** Whether the word at `at` tells of the frame's act at all. */
export function fires(tokens: readonly Token[], at: number, { act }: Frame): boolean {
  const word = tokens[at]?.lower ?? "";
  const before = tokens[at - 1]?.lower ?? "";
  const next = tokens[at + 1]?.lower ?? "";
  const needed = NEEDS[act];
  if (needed && !near(tokens, at, needed)) return false;
  switch (word) {
    case "held":
    case "kept":
      return heldFires(tokens, at);
    case "missing":
      return passiveAt(tokens, at) || /^(?:went|gone|go|reported)$/.test(before);
    case "locked":
    case "rounded":
      return next === "up" || (word === "locked" && HELD.test(next));
    case "beat":
    case "beating":
    case "beaten":
      return !within(
        tokens,
        at + 1,
        at + 4,
        /^(?:records?|team|rivals?|hosts|champions?|odds)$|^\d/,
      );
    case "expelled":
    case "expulsion":
      return !(
        within(tokens, at + 1, at + 3, /^(?:from|by)$/) && within(tokens, at + 1, at + 6, BODIES)
      );
    case "release":
    case "released":
      return (
        !within(tokens, at + 1, at + 5, PAPERS) &&
        !/^(?:press|news)$/.test(before) &&
        !within(tokens, at - 4, at, PAPERS)
      );
    case "sign":
      return (
        within(tokens, at - 5, at, /^(?:forced|coerced|made|compelled)$/) &&
        within(
          tokens,
          at + 1,
          at + 5,
          /^(?:confession|confessions|papers|statement|document|documents|testimony)$/,
        )
      );
    case "abuse":
    case "abuses":
      return !within(tokens, at - 2, at, /^(?:drug|alcohol|substance|power|rights)$/);
    default:
      return true;
  }
}
