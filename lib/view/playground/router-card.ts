import type { RouterId } from "@/lib/domain/router-id";

/** What stands behind a row: for people who want to know what they look at. Sentences, without secrets. */
export type RouterCard = {
  readonly what: string;
  readonly trainedOn: string;
  readonly runsOn: string;
  /** What its α is taken from. */
  readonly calibratedOn: string;
  /** Name of the saved calibration that it is taken from, if it is one. */
  readonly ownSample?: string;
  /** It stands in for the shipped router; figures shipped with the application are not about it. */
  readonly isAlternative: boolean;
};

export type RouterCards = Readonly<Record<RouterId, RouterCard>>;
