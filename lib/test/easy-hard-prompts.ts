/**
 * The project's own yardstick of whether a router tells easy prompts from hard ones, read as an AUC: the chance that
 * a hard prompt gets a higher win rate than an easy one. Written for this purpose alone and taken from no data set;
 * no router is trained, tuned or calibrated on it, and none of it is among the example prompts people are shown.
 *
 * Length must not give the answer away: the last six easy prompts are long (80 words or more) and the first eight hard
 * ones are a single sentence, so that a router which only counts characters falls short of one that understands.
 */
export const EASY_PROMPTS: readonly string[] = [
  "Good morning!",
  "hey, are you there?",
  "Who painted the ceiling of the Sistine Chapel?",
  "What is the capital of New Zealand?",
  "Give me five names for a goldfish.",
  "How many days are there in March?",
  "Which is bigger, the Moon or Mars?",
  "What is another word for “happy”?",
  "Correct the spelling: “I recieved you're mesage yesturday.”",
  "Make this sound friendlier: “Send me the file today.”",
  "What should I wear to a garden party in June?",
  "Suggest a film for a family evening at home.",
  "Write a two-line card for my colleague Petra, who is retiring.",
  "Put these in alphabetical order: plum, apple, fig, cherry, banana.",
  "So yesterday was my last day of looking after the neighbours' house while they were in Portugal, and I have to say they were so sweet about it. I only watered the tomatoes and brought in the post, honestly it was ten minutes a day, and once I had to chase a pigeon out of the kitchen, which was more fun than work. When they came back they gave me a huge basket with olive oil, a tin of sardines in funny paper, a hand-painted bowl and a bottle of something green that I am a bit afraid of. I did not expect anything at all. Could you write me a short thank-you note that I can drop through their door this evening?",
  "Please turn this into bullet points, nothing else: Our village library is open on Monday, Wednesday and Friday from ten in the morning until six in the evening, and on Saturday from ten until two. Children's story time is on Wednesday at four. You can borrow up to eight books for three weeks and films for one week. Library cards are free for everyone who lives in the village and cost twelve euros a year for others. There is a book drop beside the entrance that you can use at any hour. Dogs are welcome on a lead, food is not, and drinks are fine as long as the cup has a lid.",
  "We are just back from a week on the coast and I am sorting through the pictures. There is one I love: my two boys are sitting on an upturned rowing boat, both with ice cream all over their faces, the little one has his wellies on the wrong feet, and behind them a seagull is standing on the bonnet of our car as if it owned it. My sister says the gull looks like our old headmaster and now I cannot see anything else. The light is very golden because it was nearly evening and the tide was out. I want to put the picture in the family calendar for next year. Can you think of a short caption for it?",
  "When and where is the party, and what should I bring? Here is the invitation: Dear friends, it hardly seems possible, but Tomasz and I have been in the new house for a whole year, and the boxes in the hall have finally gone. We would like to celebrate with everyone who carried something heavy for us, which is to say all of you. Come on Saturday the 14th of September from three in the afternoon, to 8 Mill Lane, round the back through the garden gate. We will have the grill going and there will be plenty of potato salad, so please bring only a folding chair and good weather. Children and grandparents are very welcome.",
  "Could you put this into American spelling for me? Leave everything else as it is, please. “Dear neighbours, the colour of the community centre is to be chosen at the next meeting. The organisers favour a greyish blue, but we realise that some of you would rather have the old yellow. Whichever is chosen, the labour will be done by volunteers, so please practise your brush strokes. A catalogue with samples is lying in the theatre foyer, and the programme for the day will be sent round with the newsletter. If you have travelled far, parking is free behind the jewellery shop. We apologise for the smell of paint during the first week.”",
  "My sister's dog is staying with us for the weekend, a big fluffy thing called Biscuit, and he is a delight except for one small matter. He rolled in something by the river this morning, I do not want to know what, and now he has to have a bath before anyone will let him on the sofa. The trouble is that he hears the tap and hides behind the washing machine. We tried cheese, which he took, and then he went back behind the washing machine with the cheese. My daughter sang to him, which made him howl. He is not unfriendly at all, only very sure of himself. Have you got any simple tricks for getting a dog into the bath?",
];

export const HARD_PROMPTS: readonly string[] = [
  "Prove that every group of order 1225 is abelian.",
  "Derive the stationary distribution of an M/M/1 queue whose server takes an exponential vacation each time it runs empty.",
  "Does the sum of the reciprocals of all positive integers without two equal adjacent decimal digits converge, and why?",
  "Explain with a concrete schedule why a Raft leader must not commit an entry of an earlier term by counting replicas.",
  "How can a lock-free stack built on compare-and-swap corrupt itself when nodes are reused, and which fix can be proved correct?",
  "Compute the one-loop beta function of scalar electrodynamics, stating every convention you rely on.",
  "Can the holder of a floating charge defeat a supplier's retention of title once the goods have been worked into a new product?",
  "How should fluids, vasopressors and uterotonics be balanced in a woman with severe pre-eclampsia who is bleeding after delivery?",
  "Implement in C11 a single-producer, single-consumer queue in shared memory between two processes, for messages of varying size. Either process may be killed at any instruction and restarted; no message may be delivered twice and the survivor must never block. State the memory order of every atomic access and justify each, and describe how you would test the crash cases.",
  `This Go function sometimes returns nil before every job is done, once panicked with "send on closed channel", and leaves goroutines behind for ever after a failed batch. Explain each failure as an interleaving, then give a version that has none of them and still stops at the first error.

func process(jobs []Job) error {
	out, errs := make(chan Result), make(chan error)
	var wg sync.WaitGroup
	for _, j := range jobs {
		go func() {
			wg.Add(1)
			defer wg.Done()
			r, err := j.Run()
			if err != nil {
				errs <- err
				return
			}
			out <- r
		}()
	}
	go func() { wg.Wait(); close(out); close(errs) }()
	for {
		select {
		case r, ok := <-out:
			if !ok {
				return nil
			}
			store(r)
		case err := <-errs:
			return err
		}
	}
}`,
  "Two transactions run under snapshot isolation on a roster where at least one doctor must stay on call, and both take a doctor off. Show formally why the result is not serializable, describe how dangerous structures in the dependency graph are detected at run time, and estimate how the rate of false aborts grows with the number of concurrent writers.",
  "A ferry operator compares a diesel ship for 38 million with a battery ship for 52 million. Each makes 5,400 crossings a year. Diesel burns 310 litres a crossing at 0.92 a litre, rising 3% a year; the battery ship uses 1,150 kWh at 0.14, flat, and needs a 6.5 million battery after year nine. Carbon costs 70 a tonne now and rises by 5 each year, at 2.7 kg a litre. With a 7% discount rate and a 20-year life, find both net present costs, the diesel price at which they are equal, and the smallest grant in year zero that makes the battery ship cheaper even if electricity costs 30% more.",
  "Design a record system for forty rural clinics that are offline for up to three days. Two clinics may change the same patient's medication in that time, a dose must never be given twice because of a merge, deletions demanded by law must reach every copy within a month, and a stolen laptop must reveal nothing. Two engineers maintain it. Choose the data model and the rules for merging, show which anomalies remain, and explain which requirement you would give up first.",
  "An ice core shows that methane rose some two centuries after the oxygen isotopes began to shift, yet a second core a hundred kilometres away suggests the opposite order. Gas is younger than the ice around it, accumulation differed by a factor of four, and one age scale was tuned to an orbital curve. Reason through what could reconcile the two, which measurement would decide between the explanations, and how large an error in the close-off depth it would take to reverse the sign.",
  "Eleven regions introduced a sugar tax in different years and four never did. A two-way fixed-effects regression finds that purchases rose by 2%, while every region taken alone shows a fall. Explain how the weighting of already-treated regions can cause this, write down an estimator that avoids it and the assumption it needs, and say how cross-border shopping would bias it and how you would bound that bias.",
  "A woman of 34 has had fever for three weeks, a rash that comes and goes with it, sore wrists, a ferritin of 9,800, falling platelets and triglycerides that have doubled since Friday. Blood cultures are sterile and she began an antiepileptic drug five weeks ago. Work through the differential diagnosis, say which findings separate the candidates, what must not wait for results, and how each possible treatment could harm her if the leading diagnosis is wrong.",
  "A Dutch company licenses software to a Brazilian bank under English law with arbitration in Singapore. The bank is placed under administration, the administrator disclaims the licence but staff keep using the program through a cloud run from Ireland, and the source code in escrow has been released to a rival. Identify the law that governs each question, the order in which relief should be sought and from whom, and the strongest argument against your own advice.",
  "Size a counterflow plate heat exchanger that cools 3.2 kg/s of milk from 74 to 6 degrees in two sections, the first regenerative and the second fed with water at 1 degree that may not leave above 5. Allow for fouling that grows linearly over an eight-hour run, keep the pressure drop under 80 kPa on either side, and find the regeneration share that minimises yearly cost at your own stated prices. Then say what must change if glycol at minus 3 degrees replaces the water and the milk may nowhere freeze.",
  "Some hold that we have weaker reasons to prevent harm to people whose very existence depends on our choice, since they could not have been better off. Reconstruct the argument as charitably as you can, show precisely which premise a wide person-affecting view denies, and examine whether that view can avoid both the repugnant conclusion and an obligation to create happy lives without giving up transitivity.",
  "Two bidders draw independent private values from the uniform distribution on [0, 1] and from that on [0, 2]. Derive the equilibrium bidding strategies of the first-price auction, compare its expected revenue with that of the second-price auction, say why revenue equivalence fails, and construct the seller's optimal mechanism with its reserve prices.",
];
