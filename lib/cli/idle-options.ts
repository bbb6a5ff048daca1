import type { Command } from "commander";
import { RoutingError } from "@/lib/domain/routing-error";

/**
 * Refuses options that were given and would change nothing beside the others: whoever gives one expects it to count.
 *
 * @param idle by the option's long flag: why it has no effect here, to go after "has no effect"; false where it has one.
 * @throws RoutingError naming the first such option.
 */
export function refuseIdleOptions(command: Command, idle: Readonly<Record<string, string | false>>): void {
  for (const [flag, why] of Object.entries(idle)) {
    const option = command.options.find(({ long }) => long === flag);
    if (option === undefined) throw new TypeError(`${command.name()} has no option ${flag}`);
    if (why === false || command.getOptionValueSource(option.attributeName()) !== "cli") continue;
    throw new RoutingError({ code: "invalid_argument", parameter: flag, message: `has no effect ${why}` });
  }
}
