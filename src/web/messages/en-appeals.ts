// Texts of the screens `appeal`. The form's own texts are in appeal-form/messages: it goes out without the program.
export const enAppeals = {
  "appeals.title": "Appeals",
  "appeals.lead":
    "Relatives tell who is missing, in a form that works without a network. What comes back only this group can open.",
  "appeals.noKey":
    "The group has no key for appeals yet. A keeper makes one below, once; then the form can go out.",
  "appeals.mayNot":
    "Your role may not open appeals, because who sent them is sealed. A documenter can.",
  "appeals.open": "Take in an appeal",
  "appeals.openText":
    "Choose the file that came (its name ends in .age), or fill the form in together with whoever tells.",
  "appeals.choose": "Choose the file",
  "appeals.fill": "Fill in together",
  "appeals.fillLead":
    "The same six steps as in the form that is handed out. What you write here stays on this computer.",
  "appeals.takeIn": "Take it in",
  "appeals.leave": "The appeal you are writing was not taken in yet.",
  "appeals.came": "Came so far",
  "appeals.none": "No appeal has come yet",
  "appeals.noneText": "Hand out the form below. Each file that comes back is listed here.",
  "appeals.people": { one: "{count} person", other: "{count} people" },
  "appeals.form": "The form for appeals",
  "appeals.formText":
    "One HTML file for any computer or phone. Send it, put it on a stick or on your site. It asks no address on the network.",
  "appeals.group": "Whose form it is",
  "appeals.groupHint": "Shown at its head. Leave empty where a name would put people at risk.",
  "appeals.formSave": "Save the form",
  "appeals.formSaved": "Saved among your downloads.",
  "appeals.key":
    "It locks to this key; publish it elsewhere too, so that people can compare its end:",
  "appeals.keyNone": "Make the group's key first. It is made once and stays in the vault.",
  "appeals.keyNoneAsk": "Ask a keeper to make the group's key.",
  "appeals.keyMake": "Make the key",
  "appeals.keyNew": "Make a new key",
  "appeals.keyNewText":
    "New forms will lock to the new key. What was locked to the old one still opens here. Do this when the vault may have been copied by somebody.",
  "appeals.keyLeave": "Leave it",
  "appeals.keyMade": "The key is made. Forms saved from now on carry it.",
  "appeals.arrived": "An appeal that came",
  "appeals.read": "Read it",
  "appeals.code": "Code",
  "appeals.codeText": "The sender has the same code. Compare over the phone.",
  "appeals.alsoSaved": "The same appeal was saved another time, with other content.",
  "appeals.alsoSavedOpen": "Open that one",
  "appeals.peopleTitle": "Who is named",
  "appeals.nobodyAlike": "Nobody on file has a name like this.",
  "appeals.same": "The same person?",
  "appeals.files": "Files",
  "appeals.fileNot": "not taken in",
  "appeals.fileNotText": "It stays in the locked original.",
  "appeals.consent": "Who may see it",
  "appeals.consentText":
    "Written down as consents for each person named, for the sender, and for what was sent.",
  "appeals.sender": "The sender",
  "appeals.senderText":
    "Name and contact are sealed. Whoever may open sealed values finds them there.",
  "appeals.senderOpen": "Open the sender’s file",
  "error.appeal/no-key": "The group has no key for appeals yet. A keeper makes one in Settings.",
  "error.appeal/no-form":
    "The form is not built on this computer. Start Guwah anew, then try again.",
  "error.appeal/not-an-appeal":
    "This is not a file the form makes. Its name ends in .age; ask for the file itself, not a picture of it.",
  "error.appeal/another-key":
    "This file was locked to another key. Perhaps it came from another group’s form.",
  "error.appeal/broken":
    "This file did not arrive whole, or was not made by the form. Ask the sender for it again.",
  "error.appeal/newer": "This file was made with a newer form. Update Guwah, then open it again.",
  "error.appeal/unknown": "There is no such appeal in the vault.",
} as const;
