// Texts of reading pictures by machine.
export const enOcr = {
  "ocr.title": "Text read by machine",
  "ocr.lead":
    "The program tesseract on this computer looks for letters in the picture, or on pages of a PDF that have no text. What it reads becomes a source of its own that repeats this one, and is always marked. Nothing goes out.",
  "ocr.languages": "Languages in the picture",
  "ocr.languagesHint": "As few as there are: each more makes it slower and less sure.",
  "ocr.missing": "Not installed: {names}. On Debian: apt install {packages}",
  "ocr.start": "Read it by machine",
  "ocr.running": "Reading by machine",
  "ocr.stopped": "Stopped. Nothing was kept.",
  "ocr.done": { one: "{count} page was read.", other: "{count} pages were read." },
  "ocr.same": {
    one: "{count} page was read. The same text was here already.",
    other: "{count} pages were read. The same text was here already.",
  },
  "ocr.left": {
    one: "{count} more page was not read. Split the PDF to read it.",
    other: "{count} more pages were not read. Split the PDF to read them.",
  },
  "ocr.open": "Open the text",
  "ocr.mark": "machine-read",
  "ocr.note":
    "A machine read this text ({tool}, {languages}). It takes letters for others. Look at the picture before you quote it.",
  "ocr.picture": "Look at the picture",
  "ocr.offer": "Read it by machine …",
  "step.ocr": "Reading pages",
  "error.ocr/no-tesseract":
    "To read pictures by machine, tesseract is needed; it is not on this computer. Install it (on Debian: apt install tesseract-ocr tesseract-ocr-kaz tesseract-ocr-uig tesseract-ocr-chi-sim tesseract-ocr-rus tesseract-ocr-tur).",
  "error.ocr/no-language":
    "Tesseract is here, but not with this language. Install it (on Debian: apt install tesseract-ocr-kaz, -uig, -chi-sim, -rus, -tur).",
  "error.ocr/not-for-this": "Only pictures and PDFs can be read by machine.",
  "error.ocr/has-text":
    "Every page of this PDF has a text of its own. There is nothing to read by machine.",
  "error.ocr/nothing": "No letters were found. Choose other languages, or add a sharper picture.",
  "error.ocr/time":
    "Reading took too long, and was stopped. Nothing was kept. Try a smaller picture.",
  "error.ocr/memory":
    "Reading needed too much memory, and was stopped. Nothing was kept. Try a smaller picture.",
  "error.ocr/failed": "Reading failed. Save the picture in another form, and add that.",
} as const;
