import { RoutingError } from "@/lib/domain/routing-error";

/** Reads an argument that must be a number within bounds. @throws RoutingError naming it otherwise. */
export const numberArgument =
  (parameter: string, { minimum, maximum, whole }: { minimum: number; maximum: number; whole: boolean }) =>
  (text: string): number => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (value >= minimum && value <= maximum && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? "a whole number" : "a number";
    throw new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `must be ${kind} from ${minimum} to ${maximum.toLocaleString("en-US")}, but it was "${text}".`,
    });
  };
