// Prints one part of a page and nothing else of it.
// Invariant: the page is as before once the print window is closed.

export function printAlone(part: HTMLElement | null): void {
  if (part === null) return;
  part.classList.add("print-alone");
  addEventListener("afterprint", () => part.classList.remove("print-alone"), { once: true });
  print();
}
