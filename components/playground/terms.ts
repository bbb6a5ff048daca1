/** One-sentence explanations of the words on this page, for hover, focus and tap. */
export const TERMS = {
  pair: "The routers were trained for this pair. For another one a win rate still orders prompts by how much they ask of a model, but it is no longer a measured probability: calibrate the threshold anew on prompts of your own.",
  winRate:
    "What the router expects of the strong model's answer beside the weak one's: 1 if it is better, 0 if it is worse, and a half if they are equally good. So .57 is not “better in 57 of 100”: most answers are equally good.",
  alpha:
    "α, the threshold: prompts with a win rate of at least α go to the strong model; each router has its own α for the target share.",
  margin: "Win rate minus α: how far above the threshold the prompt lies (+), or how much it is short of it (−).",
  latency: "How long the router took on this server for this prompt alone, without the network.",
  share:
    "Each router gets the α that sends this share of the calibration sample, real chat prompts scored by routers that had not seen them, to the strong model: the dial between quality and cost.",
  takenFor:
    "The encoder first tells from a prompt's form what kind it is; each kind is scored by its own learned features.",
  token:
    "Models are paid by the token, a piece of a word; four characters a token is the usual rule of thumb for English, code and other scripts take more.",
} as const;
