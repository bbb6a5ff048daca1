/** Part of `npm run build`: what runs on threads beside the built server, in its folder. */
import { buildPrograms } from "./build-programs";

await buildPrograms(".next/programs", ["scoring-thread"]);
