// One spelling for comparing headings, terms and place names: case, accents, look-alike letters and punctuation set aside.
// Invariant: a key for finding things; what people read is never replaced by it.

const invisible =
  /[\u00ad\u061c\u0640\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const apostrophes = /['’‘ʼʻ`´ʹ]/gu;
const punctuation = /[\s.,:;!?/\\|()[\]{}<>«»“”„"*·•…_+=&~–—‑\-، ؛؟、。，；：！？（）【】《》]+/gu;
const accents = /[\u0300-\u036f]/gu;
const asciiWord = /^[a-z0-9 ]*$/u;

/** A key two spellings of the same heading, term or place share. Linear in the length of the text. */
export function fold(words: string): string {
  const small = words.toLowerCase();
  if (asciiWord.test(small)) return small.trim().replace(/ +/gu, " ");
  const plain = small
    .normalize("NFKC")
    .toLowerCase()
    .replace(invisible, "")
    .replace(apostrophes, "");
  const folded = foldLetters(plain).replace(punctuation, " ").trim();
  return folded === "" ? plain.trim() : folded;
}

/** Latin accents go, because tables drop them freely; Cyrillic й and Arabic hamza stay, because they tell words apart. */
function foldLetters(words: string): string {
  let out = "";
  for (const letter of words) out += foldLetter(letter);
  return out;
}

function foldLetter(letter: string): string {
  switch (letter) {
    case "ё":
      return "е";
    case "ک":
      return "ك";
    case "ی":
      return "ي";
    case "ه":
      return "ھ";
    case "ı":
      return "i";
    default:
      return letter >= "\u00c0" && letter <= "\u024f"
        ? letter.normalize("NFD").replace(accents, "")
        : letter;
  }
}
