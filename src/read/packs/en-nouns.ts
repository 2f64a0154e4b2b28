// English nouns that carry a statement, by what they are built with, and the plain verbs that put them to use
// (`made the claim`, `voiced doubts`). Own list, from the grammar of such “shell” nouns.
// Invariant: singular and plural lead to one entry.
import type { Stance } from "../reading.ts";

export interface CueNoun {
  readonly stance: Stance;
  readonly act: "say" | "mind" | "want";
  /** c a that-clause, t a to-infinitive, p a preposition of `prepositions`. */
  readonly frames: string;
  readonly prepositions: ReadonlySet<string>;
}

const LINES = `
claim,allegation,accusation,assertion,insinuation asserts say cp of,about,against
charge asserts say cp of,against
statement,argument,suggestion,conclusion,testimony,remark,comment,declaration asserts say cp about,on,regarding
complaint asserts say cp about,of,over,against
report,rumor,rumour,word,news,announcement,revelation asserts say cp of,about
theory,idea,notion,belief,view,opinion,position,stance,thinking asserts mind cp of,about,on,regarding
description,portrayal,characterization,characterisation,depiction,account asserts say p of
criticism,critique,condemnation,denunciation,mockery,rebuke asserts say p of
attack,jab asserts say p on,against
praise,admiration,respect asserts say p for,of
concern,worry,fear,anxiety,alarm,outrage,anger,frustration,dismay,regret,sadness,disappointment asserts mind cp about,over,at,for,of
confidence,faith,trust,certainty,conviction asserts mind cp in
hope,wish,desire demands mind ctp for
doubt,skepticism,scepticism,reservation,misgiving denies mind cp about,over
contempt,disdain,distaste,hatred,dislike,distrust denies mind p for,of
suspicion asserts mind cp of,about
support,endorsement,backing,approval asserts say p for,of
opposition,objection,resistance denies say p to
denial denies say cp of
refusal,reluctance,unwillingness declines say t -
admission,acknowledgement,acknowledgment,confession,apology admits say cp of,for
demand,call,request,appeal,plea demands say ctp for
recommendation,proposal demands say ctp for
warning asserts say cp of,about,against
promise,pledge,vow,commitment asserts say ctp of,to
threat,intention,determination,willingness,readiness,plan asserts want t -
estimate,prediction,forecast,projection,calculation estimates say cp of
question asserts say p about,over
rhetoric,talk asserts say p about,on
explanation,justification asserts say cp for,of
reminder,insistence,emphasis,evidence,point,case asserts say c -
`;

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith("s") ? `${noun}es` : `${noun}s`;
}

/** Every noun that carries a statement. */
export const CUE_NOUNS: ReadonlyMap<string, CueNoun> = (() => {
  const nouns = new Map<string, CueNoun>();
  for (const line of LINES.trim().split("\n")) {
    const [heads = "", stance, act, frames = "", prepositions = ""] = line.split(" ");
    const entry: CueNoun = {
      stance: stance as Stance,
      act: act as CueNoun["act"],
      frames,
      prepositions: new Set(prepositions.split(",")),
    };
    for (const head of heads.split(",")) {
      nouns.set(head, entry);
      nouns.set(plural(head), entry);
    }
  }
  return nouns;
})();

/** Verbs with little meaning of their own whose subject holds the noun they take. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  "make makes made making issue issues issued issuing raise raises raised raising express expresses expressed expressing voice voices voiced voicing have has had having give gives gave given giving offer offers offered offering repeat repeats repeated repeating renew renews renewed renewing share shares shared sharing hold holds held holding harbor harbors harbored harbour harbours harboured reiterate reiterated launch launched deliver delivered send sent sends release released file filed lodge lodged sound sounded announce announced post posted state stated".split(
    " ",
  ),
);
