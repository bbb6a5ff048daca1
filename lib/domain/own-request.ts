/** What the pages' own requests say of themselves: a page of another site would have to ask this server first. */
export const OWN_REQUEST_HEADER = "x-routellm";
