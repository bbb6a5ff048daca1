"use client";

import { useQueryState } from "nuqs";
import { shareParser } from "./url-state";

/** The target share of strong calls, in [0, 1], and its setter; lives in the URL, so that it holds across pages. */
export const useShare = () => useQueryState("share", shareParser);
