// Whether what was sent took effect, or was written down until a second member confirms it.

/** Whether an answer of the server says so. */
export function waitsForSecond(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "waits" in answer;
}
