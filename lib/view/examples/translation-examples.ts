import type { ExampleText } from "./example-text";

export const TRANSLATION_EXAMPLES: readonly ExampleText[] = [
  {
    id: "translation-pharmacy",
    title: "Ask for a pharmacy",
    prompt: "How do you say “Where is the nearest pharmacy, please?” in Italian?",
  },
  {
    id: "translation-menu",
    title: "A menu from Spanish",
    prompt: `Translate this menu into English for guests who have never been to Spain:

Sopa de ajo con huevo
Pimientos rellenos de bacalao
Arroz caldoso con setas
Leche frita con helado de canela
Pan, agua y vino de la casa incluidos`,
  },
  {
    id: "translation-warning",
    title: "A warning in three languages",
    prompt:
      "Translate into French, Polish and Turkish, in the usual wording of product labels: “Keep out of reach of children. Do not use near an open flame. If the battery swells, stop using the device and take it to a collection point.”",
  },
  {
    id: "translation-slogan",
    title: "A slogan with a pun",
    prompt:
      "Our slogan for a mattress shop is “We take sleep lying down.” Find a version for France, one for Brazil and one for the Netherlands that keep a play on words, and give a literal gloss of each so that I can judge it.",
  },
  {
    id: "translation-japanese-mail",
    title: "A Japanese business mail",
    prompt: `Translate this mail into natural English. Then tell me how firm the refusal really is, and which expressions show it.

お世話になっております。先日ご提案いただきました共同開発の件につきまして、社内で慎重に検討いたしましたが、現時点では体制が整わず、前向きにお返事することが難しい状況でございます。大変心苦しいのですが、今回は見送らせていただければと存じます。状況が変わりましたら、改めてこちらからご相談させていただきます。`,
  },
  {
    id: "translation-contract-clause",
    title: "A clause into German",
    prompt: `Translate the clause below into German as it would stand in a contract under German law. Where an English term has no exact counterpart (representation, warranty, consequential loss, reasonable endeavours), say in a note which term you chose, what is lost, and how the drafting should change so that the clause keeps its effect.

“The Supplier represents and warrants that the Goods are free from liens and shall use reasonable endeavours to cure any breach within thirty days. Save in the case of fraud, neither party shall be liable for indirect or consequential loss.”`,
  },
];
