// EDTF in plain words, through the message catalogue.
// Invariant: takes text the grammar has accepted; words never claim more than the marks allow.
import { type MessageKey, say } from "./messages.ts";

const monthKeys = [
  "month.1",
  "month.2",
  "month.3",
  "month.4",
  "month.5",
  "month.6",
  "month.7",
  "month.8",
  "month.9",
  "month.10",
  "month.11",
  "month.12",
] as const satisfies readonly MessageKey[];

const partKeys: Readonly<Partial<Record<string, MessageKey>>> = {
  "21": "part.spring",
  "22": "part.summer",
  "23": "part.autumn",
  "24": "part.winter",
  "25": "part.spring",
  "26": "part.summer",
  "27": "part.autumn",
  "28": "part.winter",
  "29": "part.southSpring",
  "30": "part.southSummer",
  "31": "part.southAutumn",
  "32": "part.southWinter",
  "33": "part.q1",
  "34": "part.q2",
  "35": "part.q3",
  "36": "part.q4",
  "37": "part.early",
  "38": "part.mid",
  "39": "part.late",
  "40": "part.half1",
  "41": "part.half2",
};

/** Words for an accepted EDTF date, in a language that has a catalogue. */
export function formatChecked(edtf: string, lang = "en"): string {
  if (edtf.startsWith("[")) return members(edtf, "date.or", lang);
  if (edtf.startsWith("{")) return members(edtf, "date.and", lang);
  return edtf.includes("/") ? interval(edtf, lang) : single(edtf, lang);
}

function members(edtf: string, joiner: "date.or" | "date.and", lang: string): string {
  return edtf
    .slice(1, -1)
    .split(",")
    .map((member) => span(member.trim(), joiner === "date.or", lang))
    .reduce((left, right) => say(joiner, { left, right }, lang));
}

function span(member: string, oneOf: boolean, lang: string): string {
  if (!member.includes("..")) return single(member, lang);
  const [from = "", to = ""] = member.split("..");
  if (from === "") return say("date.orEarlier", { date: single(to, lang) }, lang);
  if (to === "") return say("date.orLater", { date: single(from, lang) }, lang);
  return say(
    oneOf ? "date.between" : "date.all",
    { from: single(from, lang), to: single(to, lang) },
    lang,
  );
}

function interval(edtf: string, lang: string): string {
  const [from = "", to = ""] = edtf.split("/");
  const start = from === "" || from === ".." ? "" : single(from, lang);
  const end = to === "" || to === ".." ? "" : single(to, lang);
  if (start === "")
    return end === ""
      ? say("date.unknown", {}, lang)
      : say(from === "" ? "date.untilUnknownStart" : "date.until", { date: end }, lang);
  if (end === "")
    return say(to === "" ? "date.fromUnknownEnd" : "date.since", { date: start }, lang);
  return start === end ? start : say("date.fromTo", { from: start, to: end }, lang);
}

function single(date: string, lang: string): string {
  const plain = date.replace(/[?~%]/gu, "");
  const words = unmarked(plain, lang);
  if (plain === date) return words;
  if (date.includes("%") || (date.includes("?") && date.includes("~")))
    return say("date.perhapsAbout", { date: words }, lang);
  return say(date.includes("~") ? "date.about" : "date.perhaps", { date: words }, lang);
}

function unmarked(date: string, lang: string): string {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  if (year === "XXXX")
    return month === undefined || month === "XX" ? say("date.unknown", {}, lang) : date;
  const years = yearWords(year, lang);
  if (years === undefined) return date;
  if (month === undefined) return years;
  if (month === "XX")
    return day === undefined || day === "XX"
      ? say("date.monthUnknown", { year: years }, lang)
      : date;
  const part = partKeys[month];
  if (part !== undefined) return say(part, { year: years }, lang);
  const monthKey = monthKeys[Number(month) - 1];
  if (monthKey === undefined) return date;
  const monthYear = say("date.monthYear", { month: say(monthKey, {}, lang), year: years }, lang);
  if (day === undefined) return monthYear;
  if (day === "XX") return say("date.dayUnknown", { date: monthYear }, lang);
  return day.includes("X")
    ? date
    : say("date.day", { day: Number(day), month: say(monthKey, {}, lang), year: years }, lang);
}

function yearWords(year: string, lang: string): string | undefined {
  if (!year.includes("X")) return String(Number(year));
  if (/^[0-9]{3}X$/u.test(year)) return say("date.decade", { year: `${year.slice(0, 3)}0` }, lang);
  return /^[0-9]{2}XX$/u.test(year)
    ? say("date.century", { year: `${year.slice(0, 2)}00` }, lang)
    : undefined;
}
