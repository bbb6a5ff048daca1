/** The page's address with everything that it says, and the prompt. */
export function linkWithPrompt(address: string, prompt: string): string {
  const link = new URL(address);
  link.searchParams.set("prompt", prompt);
  return link.href;
}
