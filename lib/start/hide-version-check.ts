const REGISTRY = "https://registry.npmjs.org/";

/**
 * `next dev` asks npm's registry for the newest version of Next when the first page is opened; there is no setting
 * against it, and it goes on without an answer.
 * @returns `fetch` that asks everybody else.
 */
export const hideVersionCheck =
  (ask: typeof fetch): typeof fetch =>
  async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith(REGISTRY)) throw new TypeError(`${REGISTRY} is not asked`);
    return ask(input, init);
  };
