// English function words by class, for finding the edges of phrases without a tagger. Own list.

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

export const DETERMINERS = words(
  "a an the this that these those some any each every no another both all several many most few his her its their my our your",
);
export const SUBJECT_PRONOUNS = words(
  "i we you he she it they who which one some others many most everyone everybody someone somebody nobody no-one anyone both neither those these this that all",
);
export const PREPOSITIONS = words(
  "of in on at by for from with without to into onto about against between among amid over under after before during since until till through throughout across within outside inside near behind beyond above below toward towards upon via per despite like unlike following including regarding concerning around along as than off up down out because",
);
export const AUXILIARIES = words(
  "is are was were be been being am 's 're 'm has have had having 've 'd do does did doing will would shall should can could may might must 'll ca wo n't not cannot",
);
export const BE = words("is are was were be been being am 's 're 'm get gets got");
const ADVERBS = words(
  "also not never now then again already always ever once twice still just even only too later earlier recently soon today yesterday tonight often sometimes rather instead further thus therefore perhaps so far repeatedly n't first finally meanwhile both long all",
);
export const SUBORDINATORS = words(
  "that which who whom whose where when while whereas if unless because although though until after before since as whether why how what whatever wherever whenever than lest",
);
export const COORDINATORS = words("and or but nor yet so");
export const WEEKDAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight",
);
export const MONTHS = words(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
);
export const TIME_NOUNS = words(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night week month year day weekend hour minutes hours days weeks months years earlier later ago recently last",
);
/** Finite verbs that are common and are nothing else: they end a subject. */
export const COMMON_FINITE = words(
  "went came took gave got made saw became began kept left lost met paid ran sat stood spoke won wore fell grew held led rose sent broke brought bought built caught chose drew drove ate fought flew forgot hid knew meant rode sold shot sang slept spent stole taught threw woke goes comes takes gives gets makes becomes begins keeps leaves loses meets pays runs stands speaks wins seems seemed appears appeared remains remained continues continued includes included happened died killed arrested moved used tried started stopped turned looked followed helped joined lives lived works worked",
);

export function isAdverb(lower: string): boolean {
  return (
    ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith("ly") && !NOT_ADVERBS.has(lower))
  );
}
const NOT_ADVERBS = words(
  "family italy july reply supply assembly ally rally bully daily weekly monthly early only likely friendly deadly elderly anomaly monopoly sally emily kelly billy molly holly polly harry sicily",
);

export const EN_ABBREVIATIONS = words(
  "mr. mrs. ms. dr. prof. sr. jr. st. gen. col. capt. lt. sgt. maj. gov. sen. rep. pres. hon. rev. inc. ltd. corp. co. bros. dept. est. vs. etc. e.g. i.e. u.s. u.k. u.n. d.c. a.m. p.m. no. vol. fig. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mt. ft. ave. blvd. rd. approx. ph.d. u.s.a.",
);
