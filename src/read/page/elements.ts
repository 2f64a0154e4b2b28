// How HTML elements bear on text: which break lines, which hold no readable words, which say where one is.

/** Line breaks around an element: two for a paragraph of its own, one for a line of its own. */
export const BLOCKS: ReadonlyMap<string, number> = new Map([
  ..."p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure section article header footer nav aside main form hr details fieldset"
    .split(" ")
    .map((name): [string, number] => [name, 2]),
  ..."div li tr br dt dd figcaption caption address center summary legend td th option label button"
    .split(" ")
    .map((name): [string, number] => [name, 1]),
]);

/** Elements whose content is not words on the page. */
export const HIDDEN: ReadonlySet<string> = new Set(
  "script style noscript template head title meta link svg math iframe object embed canvas audio video map select textarea input datalist".split(
    " ",
  ),
);

/** Elements that tell where in a page a text stands. */
export const CONTAINERS: ReadonlySet<string> = new Set(
  "nav aside footer header main article section figure figcaption h1 h2 h3 h4 h5 h6 p li blockquote time form button label address td th".split(
    " ",
  ),
);
