// To whom a dossier can go: audiences to whom a person is named. The server refuses others; a test holds the two lists together.
export const audiences = ["inside", "un-quiet", "un-named", "partners", "public-name"] as const;
