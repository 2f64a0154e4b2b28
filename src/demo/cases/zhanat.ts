// A daughter writes and names nobody at home. Her father stands in the volunteer's list; nothing on file says he is her father.
import { date, episode, name, person, place, text } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const letter: SourcePlan = {
  key: "zhanat",
  file: "letter-zhanat.txt",
  intake: "file",
  kind: "letter",
  language: "kk",
  title: "Letter of Zhanat Serikqyzy",
  author: "Жанат Серікқызы",
  published: ["2020-02-03", "2020 жылғы 3 ақпан"],
  by: "colleague",
  knows: "lived-it",
  records: [
    person(
      "zhanat",
      "Жанат Серікқызы",
      name("Жанат Серікқызы", "kk"),
      date("birthDate", "1979", "1979 жылы"),
      place("origin", "654224", "Толы ауданында"),
      text("occupation", "мұғалім"),
    ),
    episode(
      "passport",
      "zhanat",
      "passport-taken",
      "паспортымды жинап алды",
      date("from", "2017-21", "2017 жылдың көктемінде"),
    ),
  ],
};

export const zhanat: readonly SourcePlan[] = [letter];
