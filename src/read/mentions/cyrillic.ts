// Names in Cyrillic text (Russian, Kazakh): by the forms of surnames and patronymics, given names, role words,
// and a gazetteer of stems, since both languages bend their names.
// Invariant: a capital alone names nobody; sentence beginnings and adjectives of places are no persons.
import type { Token } from "../statements/tokens.ts";
import type { Run, Typed } from "./type-run.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const PATRONYMIC =
  /(?:вич|вича|вичу|вичем|виче|вна|вны|вне|вной|вну|ичем|ична|ичны|ұлы|қызы|улы|кызы)$/u;
const SURNAME =
  /(?:[оеё]в|[оеё]ва|[оеё]ву|[оеё]вым|[оеё]ве|[оеё]вой|ин|ина|ину|иным|иной|ский|ского|скому|ским|ская|ской|скую|енко|чук|юк|дзе|швили|ян|яна|баев|баева|бай|бек|хан|гүл|гуль|жан|тай)$/u;
const GIVEN = words(`
александр алексей анатолий андрей анна антон ася борис вадим валентин валерий василий вера виктор виталий владимир владислав галина геннадий георгий дарья денис дмитрий евгений екатерина елена иван игорь илья ирина кирилл константин ксения лариса леонид людмила максим марина мария михаил надежда наталья николай оксана олег ольга павел пётр петр роман светлана сергей софья станислав степан тамара татьяна фёдор юлия юрий яна яков
айгуль айгүл айнур алма алия али ахмед асан асел асхат бауыржан бекзат болат гульнара гүлнар гүлзира дана данияр динара ерлан ермек жанар жанна жанат жәмила жұлдыз зульфия ильхам кайрат қайрат марат мурат мұрат мухаммед нурлан нұрлан нургуль омар рашид рустам руслан сайрагүл сауле сәуле серик серік талгат талғат тимур турсун тұрсын умар фарида шахризат эркин
`);
const ROLES = words(`
президент президента президентом министр министра министром премьер депутат депутата посол посла директор директора директором адвокат адвоката адвокатом активист активиста активистка правозащитник правозащитница журналист журналиста журналистка глава главы главой председатель председателя губернатор губернатора генерал полковник майор капитан судья прокурор профессор доктор писатель режиссёр режиссер учёный историк представитель представителя пресс-секретарь господин госпожа брат сестра сын дочь отец мать муж жена
елші министрі президенті директоры адвокаты белсенді журналист төраға төрағасы өкілі әкім судья генерал
`);
const ORGS =
  /^(?:министерств|комитет|комисси|организаци|университет|институт|академи|агентств|парти|суд|совет|парламент|союз|ассоциаци|фонд|центр|банк|компани|полици|посольств|консульств|газет|телеканал|министрлі|ұйым|қор|орталы|партия|сот|университет|агентті)/u;
const PLACES =
  /^(?:китай|китая|китае|китаю|россии|россия|россию|россией|казахстан|қазақстан|кыргызстан|киргизи|қырғызстан|узбекистан|таджикистан|туркмени|турци|түркия|монголи|украин|беларус|сша|америк|европ|германи|франци|итали|испани|португали|польш|англи|британи|инди|япони|коре|афганистан|пакистан|иран|ирак|сири|израил|египет|москв|петербург|алматы|алмат|астан|нур-султан|нұр-сұлтан|бишкек|ташкент|душанбе|пекин|бейжің|шанха|гонконг|тибет|синьцзян|шыңжаң|урумчи|үрімжі|кашгар|қашқар|хотан|аксу|ақсу|кульдж|құлжа|или|іле|жаркент|хоргос|қорғас|стамбул|анкар|вашингтон|лондон|париж|берлин|женев|брюссел|татарстан|сибир|кавказ)\p{L}{0,4}$/u;
const GROUPS =
  /^(?:уйгур|ұйғыр|казах|қазақ|кыргыз|киргиз|қырғыз|узбек|өзбек|татар|дунган|дүнген|хань|хуэй|китайц|қытай|русск|орыс|мусульман|мұсылман|монгол|тибет|турк|түрік)\p{L}{0,5}$/u;

/** The mention a run of capitalised Cyrillic words makes; null type where nothing speaks for one. */
export function typeCyrillic(run: Run): Typed[] {
  const { tokens } = run;
  let { from } = run;
  const { to } = run;
  // A short word with a capital opens the sentence; it is no name.
  if (
    from === 0 &&
    to - from > 1 &&
    (tokens[from]?.text.length ?? 0) <= 3 &&
    !GIVEN.has(tokens[from]?.lower ?? "")
  )
    from++;
  // `Кеше Серік Асанұлы`: the first word of a sentence stands before the name.
  const given = tokens.slice(from, to).findIndex(({ lower }) => isGiven(lower));
  if (from === 0 && given > 0) from += given;
  const last = tokens[to - 1];
  if (to - from > 1 && last && PLACES.test(last.lower))
    return [
      ...typeCyrillic({ ...run, from, to: to - 1 }),
      { from: to - 1, to, type: "place", rule: "gazetteer", confidence: 0.85 },
    ];
  const own = tokens.slice(from, to);
  const make = (type: Typed["type"], rule: string, confidence: number): Typed[] => [
    { from, to, type, rule, confidence },
  ];
  if (own.some(({ lower }) => ORGS.test(lower)))
    return make("organization", "organisation word", 0.75);
  if (own.length === 1) return single(own[0], make);
  const [first] = own;
  const before = tokens[from - 1]?.lower ?? "";
  if (own.some(({ lower }) => PATRONYMIC.test(lower))) return make("person", "patronymic", 0.92);
  if (first && isGiven(first.lower)) return make("person", "given name", 0.88);
  if (ROLES.has(before) && own.length <= 3) return make("person", "role before", 0.85);
  const surname = own.at(-1)?.lower ?? "";
  if (
    own.length <= 3 &&
    SURNAME.test(surname) &&
    !own.some(({ lower }) => PLACES.test(lower) || GROUPS.test(lower) || ADJECTIVE.test(lower))
  )
    return make("person", "surname form", 0.65);
  const plain = own.every(
    ({ lower }) =>
      !ADJECTIVE.test(lower) && !PLACES.test(lower) && !GROUPS.test(lower) && lower.length > 2,
  );
  if (from > 0 && own.length <= 3 && plain)
    return make("person", "two or three capitalised words", 0.5);
  return own.flatMap((token, i) => {
    const found = single(token, (type, rule, confidence) => [
      { from: from + i, to: from + i + 1, type, rule, confidence },
    ]);
    return found.filter(({ type }) => type !== null);
  });
}

const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ую|юю)$/u;

function isGiven(word: string): boolean {
  if (GIVEN.has(word)) return true;
  // Bent forms: Ивана, Ивану, Иваном; Марии, Марию; Айгуль, Айгүлге.
  const stem = word.replace(
    /(?:ом|ем|ой|ей|а|у|е|ы|и|ю|я|ға|ге|қа|ке|ның|нің|дың|дің|ды|ді)$/u,
    "",
  );
  return (
    GIVEN.has(stem) ||
    GIVEN.has(`${stem}а`) ||
    GIVEN.has(`${stem}я`) ||
    GIVEN.has(`${stem}й`) ||
    GIVEN.has(`${stem}ь`)
  );
}

function single(
  token: Token | undefined,
  make: (type: Typed["type"], rule: string, confidence: number) => Typed[],
): Typed[] {
  const word = token?.lower ?? "";
  if (PLACES.test(word)) return make("place", "gazetteer", 0.85);
  if (GROUPS.test(word)) return make("group", "people or faith", 0.85);
  return make(null, "one word", 0.2);
}
