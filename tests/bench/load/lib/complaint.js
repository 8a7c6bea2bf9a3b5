/** What went wrong, in one line for the person who started the run. */
export class Complaint extends Error {}
