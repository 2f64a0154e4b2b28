// What an error means to the person who meets it: what happened, and what to do. Keys are `error.<code>`.
export const enErrors = {
  "error.unknown": "Something did not work. Nothing was changed. Please try again.",
  "error.internal": "Something went wrong inside Guwah. Nothing was changed. Please try again.",
  "error.network": "Guwah does not answer. Is it still running on this computer? Then try again.",
  "error.locked": "The vault is locked.",
  "error.access/wrong-passphrase":
    "That passphrase does not open this vault. Look at capitals and the keyboard language, then try again.",
  "error.access/wrong-recovery-code":
    "That recovery code does not open this vault. Check each letter against the printed page.",
  "error.access/too-soon": "Too many tries. Please wait {seconds} seconds.",
  "error.access/not-allowed":
    "Your role does not allow this. A keeper of the vault can change roles in Settings.",
  "error.access/same-member":
    "You proposed this yourself. Another member confirms or refuses it; you may take it back.",
  "error.access/decided-already": "This was confirmed, refused or taken back meanwhile.",
  "error.access/ground-changed":
    "What this decision rests on has changed since it was proposed. Refuse it or take it back, look again, and decide anew.",
  "error.conflict":
    "Somebody changed this while you were looking at it. The newer version is shown now; please look again before you decide.",
} as const;
