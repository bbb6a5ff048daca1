import { RoutingError } from "@/lib/domain/routing-error";

/** Reads an argument that must be a whole number from 0. @throws RoutingError naming it otherwise. */
export const wholeNumberArgument =
  (parameter: string) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= 0 && text.trim() !== "") return value;
    throw new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `must be a whole number from 0, but it was "${text}".`,
    });
  };
