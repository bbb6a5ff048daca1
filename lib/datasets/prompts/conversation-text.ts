/** A turn of a conversation: OpenAI's `role` and `content`, or ShareGPT's `from` and `value`. */
type Turn = { readonly role?: unknown; readonly content?: unknown; readonly from?: unknown; readonly value?: unknown };

const isObject = (value: unknown): value is Turn =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The text that a router would see of a value in a log: a text itself; of a chat log's messages the last user turn, its
 * text parts joined by line ends; of a list of turns (Arena-55k, MT-Bench) the first.
 * @returns undefined if the value is none of these or has no such turn.
 */
export function conversationText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const [first]: readonly unknown[] = value;
  if (typeof first === "string") return first;
  const asked = value.findLast(
    (turn) => isObject(turn) && ["user", "human"].includes(String(turn.role ?? turn.from).toLowerCase()),
  );
  return isObject(asked) ? partsText(asked.content ?? asked.value) : undefined;
}

/** A text in a CSV cell that is a JSON list of turns or messages; undefined for any other cell. */
export function listCellText(cell: string): string | undefined {
  if (!cell.trimStart().startsWith("[")) return undefined;
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? conversationText(value) : undefined;
  } catch {
    return undefined;
  }
}

function partsText(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return undefined;
  const parts = content.flatMap((part: unknown) => {
    if (typeof part === "string") return [part];
    return isObject(part) && "text" in part && typeof part.text === "string" ? [part.text] : [];
  });
  return parts.length === 0 ? undefined : parts.join("\n");
}
