/** One example before it is filed under a kind. `title` fits a chip (at most 32 characters); `id` is unique over all kinds. */
export type ExampleText = { readonly id: string; readonly title: string; readonly prompt: string };
