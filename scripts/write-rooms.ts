import { readFileSync, writeFileSync } from "node:fs";
import { withRoomTable } from "@/lib/architecture/room-table";

writeFileSync("AGENTS.md", withRoomTable(readFileSync("AGENTS.md", "utf8")));
