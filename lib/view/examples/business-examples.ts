import type { ExampleText } from "./example-text";

export const BUSINESS_EXAMPLES: readonly ExampleText[] = [
  {
    id: "business-cafe",
    title: "Opening day of a café",
    prompt: "Give me three ideas for the opening day of a small neighbourhood café.",
  },
  {
    id: "business-reminder",
    title: "An unpaid invoice",
    prompt:
      "Write a short, polite reminder to a customer whose invoice of 1,240 euros has been overdue for ten days. We want to keep them as a customer.",
  },
  {
    id: "business-margin",
    title: "Margin and mark-up",
    prompt: "What is the difference between margin and mark-up? Show it with a jacket bought for 60 and sold for 100.",
  },
  {
    id: "business-supplier-email",
    title: "Summarise a supplier's email",
    prompt: `Summarise this email in three bullet points and tell me what I have to do, and by when.

Dear Ms Okafor,

Thank you for your patience over the past two weeks. As you may have heard, the flooding at the end of last month reached our dye works in the valley. Nobody was hurt, but two of our four lines stood in water for three days and the control cabinets have to be replaced. The insurer's engineer came on Tuesday and we hope to have the first of the two lines running again by the 19th; the second will take until the middle of next month at the earliest.

For your order 7731 this means the following. The undyed cotton (1,200 m) is finished and can leave on Monday as planned. The navy twill (800 m) will be dyed on one of the two lines that still work and should leave eight days late. The rust-coloured linen is the difficult one: the recipe only runs on line three. We can offer you the same linen in “clay”, which is close and in stock, at 6% off, or you can wait until about the 24th of next month, or you can cancel that position free of charge.

Our planner closes the programme for line two on Thursday at noon, so if you choose “clay” we would need your word before then. Without an answer we would keep the rust-coloured linen on order and deliver it late. Could you also confirm that the delivery address is still the warehouse in Leith? The last consignment came back with a note that the gate had been locked.

With kind regards and apologies,
Henrik Solberg`,
  },
  {
    id: "business-unit-economics",
    title: "Should we cut the price?",
    prompt:
      "We sell accounting software for 29 a month. Acquiring a customer costs 180, serving one costs 6 a month, and 3.5% of customers leave each month. A competitor has arrived at 19. If we match that price we expect churn to fall to 2.4% and the cost of acquisition to 140; if we do not, we expect churn to rise to between 4.5% and 6%. Payment fees are 0.30 plus 2.9%. With a monthly discount rate of 1%, which is better, where is the break-even churn, and what third option would you test before deciding?",
  },
  {
    id: "business-currency",
    title: "Hedging a yen order",
    prompt:
      "We are a Swiss maker of measuring instruments. In nine months we must pay 420 million yen for sensors, but there is a one in four chance that our customer cancels and we owe only a 10% fee. Compare a forward, a bought option, a collar and doing nothing, explain what each costs us in the case of cancellation, and recommend a mix for a board that dislikes surprises more than it dislikes premiums.",
  },
];
