// English words that attribute, by what they do and how they are built. Own list, from the grammar of
// reporting verbs (say-verbs, mental verbs, requests, denials), not from any annotated corpus.
// Invariant: every form of a verb leads to one entry.
import type { Stance } from "../reading.ts";
import { ATTITUDE_LINES } from "./en-attitudes.ts";

export interface CueVerb {
  readonly lemma: string;
  readonly stance: Stance;
  readonly act: "say" | "relay" | "mind" | "want";
  /** c clause, q quotation, n noun phrase, t to-infinitive, a person addressed first, p parenthetical or inverted,
   *  x object and infinitive (`urge X to`), w needs its preposition (`call for`). */
  readonly frames: string;
  /** Particles that must follow: `out`, `for`. */
  readonly particles: readonly string[];
  /** Also a common noun or adjective, so its verb reading needs support. */
  readonly noun: boolean;
  /** 0–1: how often a clause after it is an attribution. */
  readonly weight: number;
}

const LINES = `
say/says/said/saying asserts say cqp 1
tell/tells/told/telling asserts say cqapx 1
add/adds/added/adding asserts say cqp 0.85
state/states/stated/stating asserts say cqnp 0.9 noun
note/notes/noted/noting asserts say cqnp 0.9 noun
explain/- asserts say cqnp 0.9
remark/- asserts say cqp 0.9 noun
comment/comments/commented/commenting asserts say cqp 0.8 noun
mention/- asserts say cn 0.75 noun
observe/- asserts say cqp 0.7
declare/- asserts say cqnp 0.85
announce/- asserts say cqnp 0.9
claim/- asserts say cqntp 0.95 noun
argue/- asserts say cqp 0.95
assert/- asserts say cqnp 0.95
contend/- asserts say cqp 0.95
maintain/- asserts say cqp 0.7
insist/- asserts say cqp 0.9
stress/stresses/stressed/stressing asserts say cqnp 0.8 noun
emphasize/emphasizes/emphasized/emphasizing asserts say cqn 0.85
emphasise/emphasises/emphasised/emphasising asserts say cqn 0.85
underline/- asserts say cqn 0.7
underscore/- asserts say cn 0.6
reiterate/- asserts say cqn 0.9
repeat/- asserts say cqn 0.6 noun
reply/replies/replied/replying asserts say cqp 0.9 noun
respond/- asserts say cqp 0.8
answer/- asserts say cqp 0.7 noun
retort/- asserts say cqp 0.9
counter/- asserts say cqp 0.7 noun
write/writes/wrote,written/writing asserts say cqnp 0.9
tweet/- asserts say cqnp 0.9 noun
post/- asserts say cqn 0.6 noun
recall/- asserts say cqnp 0.8
recount/- asserts say cqnp 0.8
describe/- asserts say qn 0.85
call/- asserts say qn 0.5 noun
characterize/characterizes/characterized/characterizing asserts say qn 0.8
characterise/characterises/characterised/characterising asserts say qn 0.8
portray/- asserts say n 0.6
point_out/points/pointed/pointing asserts say cqp 0.95
spell_out/- asserts say cn 0.6
make_clear/makes/made/making asserts say c 0.9
go_on/goes/went/going asserts say q 0.5
warn/- asserts say cqanpx 0.95
caution/- asserts say cqap 0.85 noun
alert/- asserts say ca 0.6 noun
predict/- estimates say cqnp 0.9
forecast/forecasts/forecast/forecasting estimates say cn 0.7 noun
project/- estimates say cn 0.5 noun
estimate/- estimates say cqnp 0.9 noun
calculate/- estimates say cn 0.7
reckon/- estimates mind cp 0.7
testify/testifies/testified/testifying asserts say cqp 0.95
attest/- asserts say cq 0.8
allege/- asserts say cqnp 0.95
accuse/- asserts say xnw:of 0.95
charge/charges/charged/charging asserts say cqp 0.6 noun
blame/- asserts say nw:for 0.8 noun
complain/- asserts say cqpw:about,of 0.9
suggest/- asserts say cqnp 0.85
imply/implies/implied/implying asserts say cn 0.8
hint/- asserts say cw:at 0.8 noun
conclude/- asserts say cqp 0.85
confirm/- asserts say cqnp 0.9
reveal/- asserts say cqnp 0.8
disclose/- asserts say cqn 0.85
show/shows/showed,shown/showing asserts say cn 0.75 noun
find/finds/found/finding asserts say c 0.7
indicate/- asserts say cqp 0.8
demonstrate/- asserts say c 0.6
document/- asserts say cn 0.6 noun
report/- asserts relay cqnp 0.9 noun
quote/- asserts relay cqn 0.6 noun
cite/- asserts relay n 0.75
acknowledge/- admits say cqnp 0.95
admit/admits/admitted/admitting admits say cqnp 0.95
concede/- admits say cqnp 0.95
confess/confesses/confessed/confessing admits say cqnp 0.9
agree/- asserts say cqtp 0.75
disagree/- denies say qpw:with 0.7
deny/denies/denied/denying denies say cqn 0.95
reject/- denies say n 0.85
dismiss/dismisses/dismissed/dismissing denies say qn 0.8
refute/- denies say cqn 0.9
rebut/rebuts/rebutted/rebutting denies say cqn 0.9
dispute/- denies say cqn 0.8 noun
contest/- denies say cn 0.5 noun
contradict/- denies say n 0.6
disavow/- denies say n 0.7
downplay/- reframes say n 0.8
criticize/criticizes/criticized/criticizing asserts say qn 0.9
criticise/criticises/criticised/criticising asserts say qn 0.9
condemn/- asserts say qn 0.9
denounce/- asserts say qn 0.9
decry/decries/decried/decrying asserts say qn 0.85
slam/slams/slammed/slamming asserts say qn 0.7
blast/- asserts say qn 0.6 noun
attack/- asserts say n 0.5 noun
mock/- asserts say qn 0.8
ridicule/- asserts say qn 0.8 noun
deride/- asserts say qn 0.8
praise/- asserts say qnw:for 0.8 noun
hail/- asserts say qn 0.7
laud/- asserts say n 0.7
applaud/- asserts say qn 0.7
tout/- asserts say n 0.7
welcome/- asserts say n 0.5
defend/- asserts say n 0.55
justify/justifies/justified/justifying reframes say n 0.6
label/labels/labeled,labelled/labeling,labelling reframes say qn 0.6 noun
dub/dubs/dubbed/dubbing reframes say qn 0.6
brand/- reframes say qn 0.5 noun
apologize/apologizes/apologized/apologizing admits say qw:for 0.8
apologise/apologises/apologised/apologising admits say qw:for 0.8
promise/- asserts say cqtp 0.85 noun
pledge/- asserts say cqtnp 0.85 noun
vow/- asserts say cqtp 0.9 noun
swear/swears/swore,sworn/swearing asserts say cqt 0.6
threaten/- asserts say cqt 0.75
boast/- asserts say cqp 0.85 noun
brag/brags/bragged/bragging asserts say cqw:about 0.85
joke/- asserts say cqpw:about 0.85 noun
quip/quips/quipped/quipping asserts say qcp 0.95 noun
lament/- asserts say cqnp 0.9 noun
chant/- asserts say qnp 0.8 noun
shout/- asserts say qcp 0.8 noun
yell/- asserts say qcp 0.8
cry/cries/cried/crying asserts say qp 0.5 noun
whisper/- asserts say qcp 0.7 noun
exclaim/- asserts say qcp 0.95
ask/- demands say cqxap 0.85
wonder/- asserts say cqp 0.8 noun
question/- asserts say cqn 0.75 noun
inquire/- asserts say cqp 0.7
urge/- demands say cqxap 0.9 noun
demand/- demands say cqntp 0.85 noun
call_for/calls/called/calling demands say n 0.85
call_on/calls/called/calling demands say xn 0.85
call_out/calls/called/calling asserts say n 0.6
press_for/presses/pressed/pressing demands say n 0.7
push_for/pushes/pushed/pushing demands say n 0.65
request/- demands say cnx 0.7 noun
order/- demands say x 0.55 noun
instruct/- demands say xc 0.7
direct/- demands say x 0.4
appeal/- demands say w:for,to 0.7 noun
plead/pleads/pleaded,pled/pleading demands say qw:for,with 0.7
beg/begs/begged/begging demands say xq 0.7
implore/- demands say xq 0.9
encourage/- demands say x 0.75
exhort/- demands say x 0.9
advise/- demands say cqx 0.8
recommend/- demands say cqn 0.85
propose/- demands say cqnt 0.75
advocate/- demands say cnw:for 0.7 noun
invite/- demands say x 0.5
remind/- asserts say caq 0.85
assure/- asserts say caq 0.9
inform/- asserts say ca 0.85
notify/notifies/notified/notifying asserts say ca 0.8
convince/- asserts say cax 0.5
decline/- declines say t 0.7 noun
refuse/- declines say t 0.7
believe/- asserts mind ctp 0.85
think/thinks/thought/thinking asserts mind cp 0.85
feel/feels/felt/feeling asserts mind c 0.7
know/knows/knew,known/knowing asserts mind c 0.6
consider/- asserts mind cn 0.5
regard/- asserts mind n 0.5 noun
view/- asserts mind n 0.5 noun
see/sees/saw,seen/seeing asserts mind c 0.4
hear/hears/heard/hearing asserts mind c 0.55
learn/learns/learned,learnt/learning asserts mind cp 0.65
assume/- asserts mind c 0.7
presume/- asserts mind c 0.7
suspect/- asserts mind cn 0.75 noun
doubt/- denies mind cn 0.75 noun
realize/realizes/realized/realizing asserts mind c 0.7
realise/realises/realised/realising asserts mind c 0.7
understand/understands/understood/understanding asserts mind c 0.6
remember/- asserts mind cn 0.6
imagine/- asserts mind c 0.6
expect/- asserts mind ctx 0.65
anticipate/- asserts mind cn 0.6
fear/- asserts mind cnp 0.7 noun
worry/worries/worried/worrying asserts mind cw:about,that 0.75 noun
hope/- demands mind ctw:for 0.7 noun
determine/- asserts mind c 0.6
decide/- asserts mind ct 0.6
judge/- asserts mind c 0.5 noun
rule/- asserts say c 0.6 noun
support/- asserts mind n 0.5 noun
oppose/- denies mind n 0.6
back/- asserts mind n 0.35 noun
endorse/- asserts say n 0.6
favor/- asserts mind n 0.5 noun
favour/- asserts mind n 0.5 noun
want/- demands want tx 0.7 noun
wish/- demands want ct 0.6 noun
plan/plans/planned/planning asserts want tw:to,on 0.6 noun
intend/- asserts want t 0.7
seek/seeks/sought/seeking demands want tn 0.5
aim/- asserts want t 0.5 noun
prefer/prefers/preferred/preferring asserts want tcn 0.5
scold/- asserts say qn 0.8
chide/- asserts say qn 0.8
lambaste/- asserts say qn 0.9
excoriate/- asserts say qn 0.9
castigate/- asserts say qn 0.9
chastise/- asserts say qn 0.9
rebuke/- asserts say qn 0.8 noun
assail/- asserts say qn 0.85
fault/- asserts say nw:for 0.7 noun
bemoan/- asserts say cqn 0.9
rail_against/- asserts say n 0.9
lash_out/- asserts say n 0.5
speak_of/speaks/spoke,spoken/speaking asserts say n 0.7
speak_about/speaks/spoke,spoken/speaking asserts say n 0.7
talk_about/- asserts say n 0.7
refer_to/refers/referred/referring asserts say qn 0.6
allude_to/- asserts say qn 0.7
discuss/- asserts say n 0.5
outline/- asserts say n 0.6 noun
detail/- asserts say cn 0.5 noun
signal/- asserts say cn 0.6 noun
speculate/- estimates say cqp 0.8
surmise/- estimates mind cp 0.8
guess/guesses/guessed/guessing estimates mind cp 0.5 noun
muse/- asserts say cqp 0.8 noun
opine/- asserts say cqp 0.9
proclaim/- asserts say cqnp 0.85
profess/- asserts say ct 0.7
posit/- asserts say c 0.8
insinuate/- asserts say cq 0.9
affirm/- asserts say cqn 0.85
reaffirm/- asserts say cqn 0.85
specify/specifies/specified/specifying asserts say c 0.7
clarify/clarifies/clarified/clarifying asserts say cq 0.8
elaborate/- asserts say q 0.6
concur/concurs/concurred/concurring asserts say qp 0.8
continue/- asserts say q 0.7
interject/- asserts say qp 0.9
snap/snaps/snapped/snapping asserts say qp 0.7 noun
object/- denies say qw:to 0.7 noun
protest/- asserts say cqn 0.6 noun
celebrate/- asserts say n 0.3
credit/- asserts say n 0.5 noun
liken/- reframes say n 0.8
compare/- reframes say n 0.4
reassure/- asserts say caq 0.85
persuade/- asserts say cax 0.5
foresee/foresees/foresaw,foreseen/foreseeing estimates mind cn 0.7
recognize/- asserts mind cn 0.5
recognise/- asserts mind cn 0.5
notice/- asserts mind c 0.5 noun
discover/- asserts mind c 0.5
sense/- asserts mind c 0.5 noun
accept/- admits mind c 0.5
`;

function past(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  return `${base}ed`;
}

function third(base: string): string {
  return /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
}

function gerund(base: string): string {
  return base.endsWith("e") && !base.endsWith("ee") ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

export type VerbForm = "base" | "third" | "past" | "ing" | "adjective";

export interface CueForm {
  readonly verb: CueVerb;
  readonly form: VerbForm;
}

function parse(line: string, into: Map<string, CueForm[]>): void {
  const [shape = "", stance = "", act = "", frames = "", weight = "0.5", noun] = line.split(" ");
  const [head = "", s = "-", d = "-", g = "-"] = shape.split("/");
  const [base = "", ...particles] = head.split("_");
  const [kinds = "", needed] = frames.split("w:");
  const verb: CueVerb = {
    lemma: head.replace("_", " "),
    stance: stance as Stance,
    act: act as CueVerb["act"],
    frames: kinds + (needed ? "w" : ""),
    particles: needed ? needed.split(",") : particles,
    noun: noun === "noun",
    weight: Number(weight),
  };
  const forms: [string, VerbForm][] = [
    [base, "base"],
    [s === "-" ? third(base) : s, "third"],
    ...(d === "-" ? past(base) : d).split(",").map((form): [string, VerbForm] => [form, "past"]),
    ...(g === "-" ? gerund(base) : g).split(",").map((form): [string, VerbForm] => [form, "ing"]),
  ];
  for (const [form, kind] of forms) {
    const list = into.get(form) ?? [];
    list.push({ verb, form: kind });
    into.set(form, list);
  }
}

/** Every form of every attributing verb. */
export const CUE_FORMS: ReadonlyMap<string, readonly CueForm[]> = (() => {
  const forms = new Map<string, CueForm[]>();
  for (const line of `${LINES}${ATTITUDE_LINES}`.trim().split(/\n+/)) parse(line, forms);
  return forms;
})();

/** Adjectives after `be` that tell what somebody thinks: `is convinced that`, `was worried about`. */
export const CUE_ADJECTIVES: ReadonlyMap<string, Stance> = new Map(
  Object.entries({
    asserts:
      "confident certain sure convinced worried concerned afraid aware adamant clear frustrated surprised glad happy proud angry upset disappointed fearful hopeful optimistic pessimistic alarmed outraged critical supportive dismissive wary tired fond suspicious passionate enthusiastic impressed pleased shocked saddened stunned dismayed troubled encouraged heartened excited thrilled grateful nervous determined keen satisfied",
    denies: "skeptical sceptical unconvinced doubtful unaware opposed",
    admits: "sorry",
    demands: "eager anxious",
    declines: "unwilling reluctant",
    estimates: "unclear unsure uncertain",
  }).flatMap(([stance, words]) =>
    words.split(" ").map((word): [string, Stance] => [word, stance as Stance]),
  ),
);

/** Words that say a claim is not the writer's own and name nobody. */
export const EVIDENTIALS: ReadonlySet<string> = new Set(
  "reportedly allegedly supposedly purportedly ostensibly".split(" "),
);
