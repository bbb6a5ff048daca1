"use client";

import { useQueryState } from "nuqs";
import { routerParser } from "./url-state";

/** The router that is looked at, and its setter; lives in the URL, so that it holds across pages. */
export const useRouterChoice = () => useQueryState("router", routerParser);
