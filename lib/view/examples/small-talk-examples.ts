import type { ExampleText } from "./example-text";

export const SMALL_TALK_EXAMPLES: readonly ExampleText[] = [
  { id: "small-talk-hello", title: "Hello", prompt: "Hi there! How is your day going?" },
  { id: "small-talk-thanks", title: "Thank you", prompt: "Thanks, that was really helpful. Bye for now!" },
  { id: "small-talk-joke", title: "A penguin joke", prompt: "Tell me a joke about a penguin." },
  {
    id: "small-talk-season",
    title: "Favourite season",
    prompt: "If you had to pick a favourite season, which would it be?",
  },
  {
    id: "small-talk-rainy-sunday",
    title: "A rainy Sunday",
    prompt:
      "It has been raining here since breakfast and I have done absolutely nothing useful all day, which is wonderful. The cat has moved from the armchair to the windowsill and back three times, I have finished the biscuits my aunt sent, and I am on my second pot of tea. My neighbour upstairs is practising the trombone again, always the same eight bars, and I have started to hum along. I was going to tidy the cupboard in the hall but I think we both know that will not happen today. Anyway, I just felt like a chat. Do you like rainy days?",
  },
  {
    id: "small-talk-superpower",
    title: "Flying or invisible?",
    prompt: "Would you rather be able to fly or to be invisible, and what would you do on the first day?",
  },
];
