/** Questions of a conversation. */
export const MAXIMUM_CHAT_TURNS = 50;

/** What a conversation may hold altogether, as strings count it: what models with small contexts still take. */
export const MAXIMUM_CHAT_CHARACTERS = 200_000;
