// Which records are one person (or one episode), judged with reasons; some judged different, some left open on purpose.
// Left for the visitor to find: Darkhan in the interview and in the list, Hawagul, Perhat, Güljan, Maira, Raushan and others in the list;
// and that a man in the list may be the father of the one who wrote a letter.
import type { JudgementPlan } from "../plan.ts";
import { same } from "../say.ts";
import { chain } from "./raushan.ts";

const at = (record: string): string[] => chain.map((source) => `${source}/${record}`);

const darkhan: readonly JudgementPlan[] = [
  ...same("Same name, same county, same trade, and both texts name the sister Gulnar.", [
    "appeal/darkhan",
    "families/darkhan",
  ]),
  ...same(
    "A physics teacher from Tekes of this name; the neighbour speaks of the sister's letter. Born 1974 or 1975: both are kept.",
    ["appeal/darkhan", "neighbour/darkhan"],
    "colleague",
  ),
  ...same(
    "达尔汗·特列吾别克 is Darkhan Tileubek as Chinese writes it; the paper answers the sister's letter about him.",
    ["appeal/darkhan", "denial/darkhan"],
  ),
  ...same(
    "First name only, but a physics teacher from Tekes who needs insulin, in the centre the sister names.",
    ["appeal/darkhan", "saltanat/darkhan"],
  ),
  ...same(
    "Named in full, with county and trade.",
    ["families/darkhan", "lantern/darkhan"],
    "colleague",
  ),
  ...same(
    "The Panel's list was made from the committee's, which has him with his sister's name.",
    ["families/darkhan", "panel/darkhan"],
    "colleague",
  ),
  ...same("Gulnar speaks of her brother.", ["appeal/darkhan", "call/darkhan"], "colleague"),
  ...same("She signs both and speaks of the same brother.", [
    "appeal/gulnar",
    "families/gulnar",
    "call/gulnar",
  ]),
  ...same(
    "One arrest, told by sister, neighbour and a man who was held with him; they differ about the day.",
    ["appeal/taken", "families/taken", "neighbour/taken", "lantern/darkhan-taken"],
  ),
  ...same("The same months in the same centre; the neighbour puts it in another county.", [
    "appeal/held",
    "saltanat/darkhan-held",
    "lantern/darkhan-held",
    "neighbour/camp",
  ]),
  {
    left: "appeal/darkhan",
    right: "guard/teacher",
    verdict: "undecided",
    reason:
      "A physics teacher in Kokbulak at the right time, but no name. Ask the newspaper whether K. would look at a photograph.",
    by: "user",
  },
  {
    left: "appeal/gulnar",
    right: "appeal/darkhan",
    verdict: "relative",
    reason: "Sister and brother.",
    by: "user",
  },
];

const raushan: readonly JudgementPlan[] = [
  ...same(
    "Each text names the one it repeats, the same husband and the same eight years.",
    at("raushan"),
    "colleague",
  ),
  ...same(
    "The husband who spoke at the press conference of 5 February 2019, quoted again.",
    at("yerbol"),
    "colleague",
  ),
  ...same("One judgment, told again by each outlet.", at("sentenced"), "colleague"),
  ...same("热吾山·哈布多拉 is Raushan Qabdolla; county, sex and age (39 in early 2019) fit.", [
    "wire/raushan",
    "register/raushan",
  ]),
  ...same("The same judgment; the register says seven years, the husband was told eight.", [
    "wire/sentenced",
    "register/raushan-sentenced",
  ]),
  ...same(
    "Named by the Panel with the same spelling as the wire.",
    ["wire/raushan", "panel/raushan"],
    "colleague",
  ),
];

const others: readonly JudgementPlan[] = [
  ...same("The nurse of the testimony, with the same dates.", [
    "saltanat/saltanat",
    "interview/saltanat",
  ]),
  ...same("The same stay in Kokbulak, told twice by the same woman.", [
    "saltanat/held",
    "interview/held",
  ]),
  ...same(
    "Held in the same room, taken to a hospital in April 2018; the same witness.",
    ["saltanat/bagila", "interview/bagila"],
    "colleague",
  ),
  ...same(
    "One night in April 2018, told twice by the same witness.",
    ["saltanat/bagila-hospital", "interview/bagila-hospital"],
    "colleague",
  ),
  ...same("One of two men in one case, with the same fellow accused and the same lawyer.", [
    "decision/qanat",
    "interim/qanat",
    "court-news/qanat",
    "status/qanat",
  ]),
  ...same("One of two men in one case, with the same fellow accused and the same lawyer.", [
    "decision/murat",
    "interim/murat",
    "court-news/murat",
    "status/murat",
  ]),
  ...same("The same case before the same court.", ["decision/case", "court-news/case"]),
  ...same("The application of October 2019 and the answer to it.", [
    "decision/asylum",
    "status/asylum",
  ]),
  ...same("Defence lawyer in the same case.", ["decision/veber", "court-news/veber"]),
  ...same(
    "The son who testified, an electrician in Almaty.",
    ["olzhas/olzhas", "imam-news/olzhas"],
    "colleague",
  ),
  ...same(
    "The imam from Qaba whose son is Olzhas.",
    ["olzhas/bolat", "imam-news/bolat", "lantern/bolat"],
    "colleague",
  ),
  ...same(
    "One summons; son and neighbour remember different seasons.",
    ["olzhas/summoned", "imam-news/summoned", "imam-news/autumn"],
    "colleague",
  ),
  ...same(
    "One sentence of fourteen years.",
    ["olzhas/sentenced", "imam-news/sentenced", "lantern/bolat-sentenced"],
    "colleague",
  ),
  ...same("Husband of Nurgul, gone to Emin County in September 2017.", [
    "families/tokhtar",
    "tokhtar/tokhtar",
    "lantern/tokhtar",
  ]),
  ...same("Wife of Tokhtar.", ["families/nurgul", "tokhtar/nurgul"]),
  ...same("The passport taken at the crossing in September 2017.", [
    "families/passport",
    "tokhtar/passport",
  ]),
  ...same("House arrest after the centre.", ["tokhtar/arrest", "lantern/tokhtar-home"]),
  ...same("The bookseller whose daughter is Zulpiye.", ["zulpiye/mirzat", "four/mirzat"]),
  ...same(
    "米尔扎提·吐尔地尤孜 is Mirzat Turdiyüz; eleven years in both. The notice has 1968, the daughter 1969.",
    ["zulpiye/mirzat", "notice/mirzat"],
  ),
  ...same("One sentence of eleven years, told to the daughter and printed in the notice.", [
    "zulpiye/sentenced",
    "notice/sentenced",
  ]),
  ...same(
    "On the Panel's list, under the same name.",
    ["zulpiye/mirzat", "panel/mirzat"],
    "colleague",
  ),
  ...same("Daughter of the bookseller Mirzat.", ["zulpiye/zulpiye", "four/zulpiye"]),
];

const petitioners: readonly JudgementPlan[] = [
  ...same(
    "An elder from Qinggil sentenced to ten years; the ministry's reply answers the petition line by line.",
    ["petition/beisenbek", "letter/beisenbek", "reply/beisenbek"],
  ),
  ...same(
    "Ten years in the petition and in the letter; the reply only says that he was convicted.",
    ["petition/beisenbek-sentenced", "letter/sentenced", "reply/beisenbek-sentenced"],
  ),
  ...same("From Jeminay, released in May 2019.", ["petition/saule", "letter/saule", "reply/saule"]),
  ...same(
    "The reply answers the petition line by line.",
    ["petition/qairat", "reply/qairat"],
    "colleague",
  ),
  ...same(
    "The reply answers the petition line by line.",
    ["petition/nurlan", "reply/nurlan"],
    "colleague",
  ),
  ...same(
    "The reply answers the petition line by line.",
    ["petition/baqyt", "reply/baqyt"],
    "colleague",
  ),
  ...same("Chairs the committee.", ["petition/kamshat", "estimates/kamshat"], "colleague"),
  ...same(
    "Official of the ministry who answers the families.",
    ["families/zhetpisbay", "reply/zhetpisbay"],
    "colleague",
  ),
  {
    left: "petition/nurlan",
    right: "register/nurlan",
    verdict: "different",
    reason:
      "Same name and year, but the family has seen the page: theirs is a trader who had not been tried by then. The man in the register is a cousin.",
    by: "user",
  },
  {
    left: "petition/baqyt",
    right: "register/baqyt",
    verdict: "undecided",
    reason:
      "Name and county fit, and 1991; the family does not know of a trial. Ask them for the day of birth.",
    by: "colleague",
  },
  {
    left: "letter/saule",
    right: "letter/aqbota",
    verdict: "relative",
    reason: "Grandmother and granddaughter.",
    by: "colleague",
  },
];

const listed: readonly JudgementPlan[] = [
  ...same(
    "Same name, year, county and trade; the row names the son who testified.",
    ["olzhas/bolat", "list/Bolat Shaken"],
    "colleague",
  ),
  ...same("Same name, county and wife.", ["tokhtar/tokhtar", "list/Tokhtar Beisen"], "colleague"),
  {
    left: "petition/nurlan",
    right: "list/Nurlan Tokhtar",
    verdict: "different",
    reason: "Born 1961 against 1986, another county, and retired.",
    by: "user",
  },
];

/** Two prints of one text: judged one man, and still one origin. */
const beekeeper: readonly JudgementPlan[] = [
  ...same("Word for word the same story.", ["tern/serikbol", "millbrook/serikbol"], "colleague"),
  ...same("Word for word the same story.", ["tern/taken", "millbrook/taken"], "colleague"),
];

export const judgements: readonly JudgementPlan[] = [
  ...darkhan,
  ...raushan,
  ...others,
  ...petitioners,
  ...beekeeper,
];
/** Those that need the imported list. */
export const listJudgements = listed;
