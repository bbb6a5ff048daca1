/** Puts `items` into a random order in place (Fisher–Yates: every order equally likely). */
export function shuffle<Item>(items: { readonly length: number; [index: number]: Item }, random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const item = items[last] as Item;
    items[last] = items[other] as Item;
    items[other] = item;
  }
}
