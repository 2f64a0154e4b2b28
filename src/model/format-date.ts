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

/** Words for an accepted EDTF date. */
export function formatChecked(edtf: string): string {
  if (edtf.startsWith("[")) return members(edtf, "date.or");
  if (edtf.startsWith("{")) return members(edtf, "date.and");
  return edtf.includes("/") ? interval(edtf) : single(edtf);
}

function members(edtf: string, joiner: "date.or" | "date.and"): string {
  return edtf
    .slice(1, -1)
    .split(",")
    .map((member) => span(member.trim(), joiner === "date.or"))
    .reduce((left, right) => say(joiner, { left, right }));
}

function span(member: string, oneOf: boolean): string {
  if (!member.includes("..")) return single(member);
  const [from = "", to = ""] = member.split("..");
  if (from === "") return say("date.orEarlier", { date: single(to) });
  if (to === "") return say("date.orLater", { date: single(from) });
  return say(oneOf ? "date.between" : "date.all", { from: single(from), to: single(to) });
}

function interval(edtf: string): string {
  const [from = "", to = ""] = edtf.split("/");
  const start = from === "" || from === ".." ? "" : single(from);
  const end = to === "" || to === ".." ? "" : single(to);
  if (start === "")
    return end === ""
      ? say("date.unknown")
      : say(from === "" ? "date.untilUnknownStart" : "date.until", { date: end });
  if (end === "") return say(to === "" ? "date.fromUnknownEnd" : "date.since", { date: start });
  return start === end ? start : say("date.fromTo", { from: start, to: end });
}

function single(date: string): string {
  const plain = date.replace(/[?~%]/gu, "");
  const words = unmarked(plain);
  if (plain === date) return words;
  if (date.includes("%") || (date.includes("?") && date.includes("~")))
    return say("date.perhapsAbout", { date: words });
  return say(date.includes("~") ? "date.about" : "date.perhaps", { date: words });
}

function unmarked(date: string): string {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  if (year === "XXXX") return month === undefined || month === "XX" ? say("date.unknown") : date;
  const years = yearWords(year);
  if (years === undefined) return date;
  if (month === undefined) return years;
  if (month === "XX")
    return day === undefined || day === "XX" ? say("date.monthUnknown", { year: years }) : date;
  const part = partKeys[month];
  if (part !== undefined) return say(part, { year: years });
  const monthKey = monthKeys[Number(month) - 1];
  if (monthKey === undefined) return date;
  const monthYear = say("date.monthYear", { month: say(monthKey), year: years });
  if (day === undefined) return monthYear;
  if (day === "XX") return say("date.dayUnknown", { date: monthYear });
  return day.includes("X")
    ? date
    : say("date.day", { day: Number(day), month: say(monthKey), year: years });
}

function yearWords(year: string): string | undefined {
  if (!year.includes("X")) return String(Number(year));
  if (/^[0-9]{3}X$/u.test(year)) return say("date.decade", { year: `${year.slice(0, 3)}0` });
  return /^[0-9]{2}XX$/u.test(year)
    ? say("date.century", { year: `${year.slice(0, 2)}00` })
    : undefined;
}
