// Texts of grading a claim, its origin and its source.
export const enGrading = {
  "grading.of": "What is judged",
  "grading.apart": "Three judgements, each apart; none is added up with another.",
  "grading.of.content": "What it says",
  "grading.of.origin": "Where it comes from",
  "grading.of.source": "Its source, on one topic",
  "grading.topic": "Topic",
  "grading.sourceOn": "Its source on: {topic}",
  "grading.before": "Judged so far",
  "grading.none": "Nobody has judged it yet: content 6, source F.",
  "error.weigh/one-origin":
    "Grade 1 means confirmed by other sources. Fewer than two independent origins say this; add what confirms it, or grade it 2.",
} as const;
