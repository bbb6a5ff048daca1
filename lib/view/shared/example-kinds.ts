/** The kinds people can filter the examples by, in the order in which they are shown. */
export const EXAMPLE_KINDS = [
  { id: "maths", label: "Maths" },
  { id: "code", label: "Code" },
  { id: "science", label: "Science" },
  { id: "law", label: "Law" },
  { id: "business", label: "Business" },
  { id: "writing", label: "Writing" },
  { id: "translation", label: "Translation" },
  { id: "languages", label: "Other languages" },
  { id: "everyday", label: "Everyday advice" },
  { id: "small_talk", label: "Small talk" },
] as const;

export type ExampleKind = (typeof EXAMPLE_KINDS)[number]["id"];

/** What the list of examples shows. The texts are a chunk of their own, loaded when somebody is about to use them. */
export type ExampleTitle = { readonly id: string; readonly kind: ExampleKind; readonly title: string };
