/** How often an answer on its way is painted: often enough to read along, seldom enough for a phone. */
export const STREAM_THROTTLE_MS = 60;
