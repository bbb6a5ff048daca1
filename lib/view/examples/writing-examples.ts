import type { ExampleText } from "./example-text";

export const WRITING_EXAMPLES: readonly ExampleText[] = [
  { id: "writing-haiku", title: "Haiku for a late train", prompt: "Write a haiku about a delayed train." },
  {
    id: "writing-plainer",
    title: "Say it more plainly",
    prompt: `Rewrite this notice so that anyone understands it at first reading:

“Residents are hereby advised that, owing to the necessity of undertaking remedial works upon the communal water installation, an interruption of supply is anticipated on Tuesday between the hours of 09:00 and 13:00, in consequence of which the prior storage of adequate quantities is recommended.”`,
  },
  {
    id: "writing-toast",
    title: "A wedding toast",
    prompt:
      "Help me with a toast for my brother's wedding, about a minute long. He is a beekeeper, always late, and once drove four hours to bring me soup when I was ill. His bride, Amara, is the most punctual person I know. Warm, a little funny, nothing embarrassing.",
  },
  {
    id: "writing-ghost-story",
    title: "A ghost story with rules",
    prompt:
      "Write a ghost story of exactly four paragraphs, in the second person and the present tense, without a single adjective. The ghost must never be mentioned, yet the reader should be sure of it by the third paragraph. The last sentence has to repeat the first one and mean something else.",
  },
  {
    id: "writing-critique",
    title: "A critique of an opening",
    prompt: `Here is how my novel begins. Tell me, as a strict but fair editor, what works, what does not, and where the point of view slips. Then rewrite only the second sentence.

“The lighthouse had not been lit since the war, and nobody on the island could have said which. Marta knew the steps by heart, a hundred and twelve, though she was thinking of the letter and did not know that the keeper watched her from below. It smelled of tar. She would remember the smell afterwards, in the other country, where the sea was only a word on the radio.”`,
  },
  {
    id: "writing-sonnet",
    title: "A sonnet on a tax return",
    prompt:
      "Write a Petrarchan sonnet in strict iambic pentameter about filling in a tax return. The turn must come at line nine and change the speaker's mind, the initial letters of the octave must spell RECEIPTS, and no rhyme may be a participle.",
  },
];
