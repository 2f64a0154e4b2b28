// Texts of the screen `rebuttal`.
export const enRebuttal = {
  "rebuttal.title": "Rebuttal file",
  "rebuttal.open": "Rebuttal file",
  "rebuttal.person": "The person",
  "rebuttal.lead":
    "How it is known that this person exists, what officials said, what they leave unanswered, where each picture comes from, how the file changed, and a form for an answer.",
  "rebuttal.summary": "What it holds",
  "rebuttal.origins": {
    one: "{count} independent origin says that the person exists",
    other: "{count} independent origins say that the person exists",
  },
  "rebuttal.aboutPerson": {
    one: "{count} official statement about the person",
    other: "{count} official statements about the person",
  },
  "rebuttal.aboutPolicy": {
    one: "{count} official statement about the policy",
    other: "{count} official statements about the policy",
  },
  "rebuttal.unanswered": {
    one: "{count} thing that no official statement speaks to",
    other: "{count} things that no official statement speaks to",
  },
  "rebuttal.pictures": { one: "{count} picture", other: "{count} pictures" },
  "rebuttal.changes": { one: "{count} change of the file", other: "{count} changes of the file" },
  "rebuttal.preview": "As it would go",
  "rebuttal.pdf": "Make PDF to print",
  "rebuttal.html": "Make HTML",
  "rebuttal.noted": "That it leaves is written down, with its hash and the sources it names.",
  "rebuttal.made": "{name} was made.",
} as const;
