// Who the sender is to the person, as the one who consents for them.

/** A code of the vocabulary `consent-giver` for "the person is the `relation` of the sender". */
export function giverOf(relation: string | undefined): string {
  switch (relation) {
    case "self":
      return "self";
    case "father":
    case "mother":
      return "child";
    case "son":
    case "daughter":
      return "parent";
    case "husband":
    case "wife":
      return "spouse";
    case "brother":
    case "sister":
      return "sibling";
    case "relative":
      return "relative";
    default:
      return "witness";
  }
}
