// Languages in Latin letters that statistics confuse: Kazakh in its alphabets of 2018 and 2021 and as passports
// spell it, against Turkish, Uzbek, Tatar, Karakalpak, Azerbaijani and Turkmen, which share most of its letters.
// Invariant: Kazakh is named only when several signs agree and no letter foreign to it stands in the text.

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Small words of Kazakh in the spellings of 2018, 2021 and of passports. */
const KAZAKH = words(`
jáne jäne zhane jane úshin üşın üşin ushin bul būl ol olar men sen biz siz dep dedi dedı deıdi deidi deydi degen edi edı emes eken biraq bıraq birak turaly týraly bolyp bolǵan bolğan bolgan boldy bolady aıtty aitty aytty aıtqan aitqan aytkan sol osy bar joq zhok joqqa keıin keiin keyin deıin deiin deyin qazaq qazaqstan qazaqstannyń qazaqstanda kazak kazakstan kazakhstan kazakhtar qazaqtar eshkim eşkım eşkim barlyq barlyk adam adamdar adamdy el eldiń jyl jyly jylǵy zhyly zhyl kerek jer óz öz ozinin óziniń özınıñ onyń onyñ onyn meniń menıñ menin olardy olardyń olardyñ olardyn kún kün úı üi uyde úıde úıge jańa jaña zhana arasynda boıynsha boiynşa boyynsha málim mälım malim
`);
/** Letters Kazakh writes in none of its Latin alphabets; w and x tell Karakalpak, Tatar and Uzbek. */
const FOREIGN = /[əçčžňřěłąęśźżćãõåæøðþßâêîôûàèìòùëïœ]|w|x|[og][ʻʼ‘’'`](?=[a-z])/g;
const SIGNS: readonly RegExp[] = [
  /q/g,
  /[ǵğ]/g,
  /[ńñŋ]/g,
  /ū/g,
  /[áä]/g,
  /[óö]/g,
  /[úü]/g,
  /zh/g,
  /[bdfgǵğhjklmnńñŋpqrsştvz]y[bdfgǵğhjklmnńñŋpqrsştvz]/g,
];
const TURKISH = words(
  "ve bir bu için ile de da daha çok gibi olarak olan var yok değil ama ne kadar sonra göre dedi kendi bunu ancak her şey içinde",
);

function kazakhSigns(lower: string): { words: number; signs: number } {
  const seen = new Set<string>();
  for (const word of lower.match(/[\p{L}\p{M}]+/gu) ?? []) if (KAZAKH.has(word)) seen.add(word);
  const signs = SIGNS.filter((sign) => count(lower, sign) > 0).length;
  return { words: seen.size, signs };
}

/** Words without which plain letters are not looked at further: most text is English and pays for every look. */
const PLAIN_HINT =
  /\b(?:dep|dedi|deidi|deydi|degen|aytty|aitty|birak|biraq|olar|turaly|zhok|joq|zhane|jane|bolyp|eshkim|xitay\w*|uyghur\w*)\b/i;

export function latinLanguage(text: string): string | null {
  if (/^[\p{ASCII}\u2010-\u2026]*$/u.test(text) && !PLAIN_HINT.test(text)) return null;
  const lower = text.toLowerCase().normalize("NFC");
  if (/ə/.test(lower)) return "az";
  const foreign = count(lower, FOREIGN);
  const { words: known, signs } = kazakhSigns(lower);
  const own = /[qǵğńñŋū]|zh|[áä]/.test(lower);
  if (foreign <= lower.length / 200 && own && known >= 2 && known + signs >= 5) return "kk";
  if (foreign === 0 && /q/.test(lower) && /[ǵū]|ğ.*[äñ]|[äñ].*ğ/s.test(lower) && known + signs >= 4)
    return "kk";
  // Passports know no marks: more of the small words must agree.
  if (foreign === 0 && /^[\p{ASCII}«»“”‘’–—…]*$/u.test(lower) && known + signs >= 6 && signs >= 1)
    return "kk";
  if (/ë/.test(lower) && count(lower, /\b(?:we|bilen|uyghur\p{L}*|dep|ning|xitay\p{L}*)\b/gu) > 1)
    return "ug";
  return turkish(text, lower) ? "tr" : null;
}

/** Turkish by its own dotless ı or ğ and no letter it lacks. */
function turkish(text: string, lower: string): boolean {
  return /[ığİ]/.test(text) && !/[qwxäñńŋǵūáóúý]/.test(lower) && !/zh/.test(lower);
}

/** Whether a library's answer "Turkish" can stand: some of its small words are there and nothing speaks against it. */
export function canBeTurkish(text: string): boolean {
  const lower = text.toLowerCase();
  const odd = count(lower, /[qwxäñńŋǵū]|zh/g);
  const small = (lower.match(/\p{L}+/gu) ?? []).filter((word) => TURKISH.has(word)).length;
  return odd === 0 || (small >= 2 && odd <= 2);
}
