import type { ExampleText } from "./example-text";

export const LAW_EXAMPLES: readonly ExampleText[] = [
  {
    id: "law-without-prejudice",
    title: "“Without prejudice”",
    prompt: "What does “without prejudice” mean at the top of a letter?",
  },
  {
    id: "law-museum-photo",
    title: "A museum photo on a cover",
    prompt:
      "I photographed a painting from 1890 in a museum. May I use my photo on the cover of a book that I sell, or can the museum object?",
  },
  {
    id: "law-deposit",
    title: "Getting a deposit back",
    prompt:
      "I moved out of a rented flat in Scotland six weeks ago. The landlord keeps the whole deposit and says the carpet was worn, but it was twelve years old when I moved in. What are my options, in what order should I try them, and what proof should I collect?",
  },
  {
    id: "law-offer-choice",
    title: "Offer and withdrawal (A–D)",
    prompt: `A gallery offers by letter to sell a print for £900 and says the offer stands “until Friday”. On Wednesday it sells the print to a neighbour. On Thursday the collector, who has heard of the sale from that neighbour, posts an acceptance. Under the common law of contract, is there a contract with the collector?

A. Yes, because the gallery promised to keep the offer open.
B. Yes, because an acceptance counts from the moment it is posted.
C. No, because the collector already knew from a reliable source that the offer had been withdrawn.
D. No, because a sale of art must be made by deed.`,
  },
  {
    id: "law-non-compete",
    title: "Is this clause enforceable?",
    prompt: `Please assess the clause below for an employee in England who has just resigned.

“For twelve months after the Termination Date the Employee shall not, anywhere in the European Union, the United Kingdom or North America, be engaged, concerned or interested in any capacity in any business which competes or may in future compete with any business of the Company or any Group Company.”

She is a data analyst with 14 months' service, had no contact with customers, spent three months on garden leave and now has an offer from a start-up in which she would also hold 1.5% of the shares. Which parts are likely to fail, can any of them be cut away so that the rest survives, and what should she sign or not sign before she starts?`,
  },
  {
    id: "law-hospital-data",
    title: "Scans for a start-up abroad",
    prompt:
      "A public hospital in Belgium wants to give a start-up in Texas 40,000 pseudonymised chest scans, with age, sex and diagnosis, to train a commercial model. The hospital keeps the key. The patients signed a general consent to “research” between 2011 and 2019. Set out the legal bases that could carry this under the GDPR, where each is weak, what the transfer itself requires, and which facts you would need before advising the hospital to go ahead.",
  },
];
