/**
 * Hard technical prompts with formulas, code or numbers pasted in, written for this project: debugging, concurrency,
 * quantitative derivations. They teach a router what needs a strong model. The label is the authors' judgement (a prior,
 * not a measurement). MIT.
 */
export const DETAILED_TECHNICAL_HARD_PROMPTS: readonly string[] = [
  `This queue loses an element about once a day under load, never in tests. Find the race and repair it without adding a mutex:
bool pop(T& out) {
  auto h = head.load(std::memory_order_relaxed);
  if (h == tail.load(std::memory_order_relaxed)) return false;
  out = ring[h % N];
  head.store(h + 1, std::memory_order_relaxed);
  return true;
}
There's one producer and, since last week, two consumers.`,
  `Can you say which interleavings make this deadlock, and prove that your fix does not?
async def transfer(a, b, amount):
    async with a.lock:
        await audit(a)
        async with b.lock:
            a.balance -= amount
            b.balance += amount
audit() itself may call transfer() for fee accounts.`,
  `Here is a Postgres plan that went from 40 ms to 90 s after an ANALYZE:
Nested Loop (rows=1) (actual rows=812403)
  -> Index Scan on events (rows=1) (actual rows=812403)
       Index Cond: (tenant = 7 AND kind = 'x' AND day = '2024-02-29')
  -> Index Scan on users (actual loops=812403)
Explain how the estimate came to be off by six orders of magnitude, which statistics objects would repair it, and why raising the target alone might not.`,
  `Let f be a continuous function on [0, 1] with integral of x^n f(x) dx equal to 0 for every prime n. Must f vanish identically? Give a full proof or a counterexample, and treat the same question for n running through the powers of two.`,
  `Let a_1 = 1 and a_{n+1} = a_n + 1/(a_1 + ... + a_n). Find the asymptotic behaviour of a_n to second order, with proof.`,
  `Prove that for every n > 1 the number 1 + 1/2 + ... + 1/n is never an integer, then decide the same for sums of reciprocals over an arbitrary arithmetic progression, giving complete arguments.`,
  `Find all functions f from the positive reals to the positive reals with f(x f(y)) + f(y f(x)) = 2xy for all x, y, and prove that your list is complete.`,
  `Evaluate in closed form the integral from 0 to infinity of ln(1 + x^2) / (1 + x^4) dx, justifying the choice of contour and how the branch cut is handled.`,
  `Let X_1, ..., X_n be iid uniform on [0, θ]. Compare the MLE, the UMVU estimator and the best scale-equivariant estimator under squared relative error; obtain the exact risk of each and the limiting law of n(θ - max X_i).`,
  `I observe (Y, X*) with X* = X + U, U ~ N(0, s²) and s unknown, and the regression of Y on X is quadratic. Which parameters are identified from the joint law if X is not normal? Work through the moments needed and build an estimator with its asymptotic variance.`,
  `A beam of length 4 m is clamped at x = 0, simply supported at x = 3 m, and carries 5 kN at its free end plus 2 kN/m along the first 3 m. EI = 1.8e6 N·m². Determine the reactions, the position of the largest hogging moment, and the tip deflection; then say how 4 mm of settlement at the support alters each one.`,
  `What is the maximum power that can be drawn from 2 kg of hot water at 360 K and 3 kg of cold water at 280 K if the engine is endoreversible with conductances 50 W/K and 30 W/K and must finish in ten minutes? Set up the optimal control problem and solve it.`,
  `A particle sits in V(x) = -g [δ(x - a) + δ(x + a)], and at t = 0 the right-hand well is switched off. Find the probability of ending up in the bound state, the momentum distribution of what escapes, and the leading long-time decay of the survival amplitude.`,
  `Consider H = -J Σ σz_i σz_{i+1} - h Σ σx_i on an open chain. Diagonalise it, identify the boundary mode for h < J, compute how its splitting scales with length, and say whether weak integrability-breaking interactions preserve its coherence at infinite temperature.`,
  `Starting from CH3COCH2CO2Et and any reagents with at most three carbons, plan a synthesis of racemic cis-2,6-dimethyltetrahydropyran-4-one. Give the mechanism of the ring closure, say why the cis isomer prevails, and adapt the route to deliver a single enantiomer of the trans isomer.`,
  `An unknown C9H10O2 has IR bands at 1715 and 1275 cm⁻¹; ¹H NMR: 1.38 (t, 3H), 4.36 (q, 2H), 7.42 (t, 2H), 7.54 (t, 1H), 8.04 (d, 2H). Assign it, then predict in detail how each signal and the EI fragmentation would shift for its para-nitro and ortho-hydroxy derivatives, and explain the anomalies.`,
  `Titrating 25 mL of a protein that binds two calcium ions gives a biphasic ITC curve: ΔH1 = -18 kJ/mol with K1 = 4e6, ΔH2 = +7 kJ/mol with K2 = 2e5, and a c value of 30 for the first site. Are the sites sequential or independent, can these data tell, and what competition experiment would settle it? Quantify the parameter correlations.`,
  `Write, in Rust and without unsafe, a work-stealing executor for a single NUMA node that supports structured cancellation: dropping a scope has to stop every child task before returning, even if a child is blocked on I/O. Discuss starvation, panics, and why Drop cannot await.`,
  `Implement in C++ a persistent (fully functional) red-black map with O(log n) split and join, along with an iterator that stays valid over later versions. State the invariant for black heights in join, and prove the bound on allocations per operation.`,
  `How would you vectorise this with AVX2 so that it gives bit-identical results to the scalar loop, NaNs and signed zeros included?
float best = -INFINITY; int arg = -1;
for (int i = 0; i < n; i++)
  if (x[i] > best) { best = x[i]; arg = i; }
Then estimate when it becomes memory bound on a core with 40 GB/s.`,
  `Given this Verilog, under which condition does the FIFO report empty although it is full, and how would you verify the fix formally?
assign empty = (wptr_gray_sync == rptr_gray);
assign full  = (wptr_gray == rptr_gray_sync);
always @(posedge wclk) if (we && !full) wptr <= wptr + 1;
The pointers are exactly as wide as the address.`,
  `My kernel module sometimes oopses in a timer callback after rmmod:
static void cleanup(void) {
  del_timer(&dev->timer);
  free_irq(irq, dev);
  kfree(dev);
}
The interrupt handler re-arms the timer. Give every bad ordering, a teardown sequence that is correct on SMP, and the argument that it terminates.`,
  `We saw this in production, in order: write k=1 acked by node A, read k=0 from B, read k=1 from B, read k=0 from C, all by one client with session token 17. Which of linearizability, sequential consistency, causal consistency, monotonic reads and read-your-writes are violated? Justify each with a serialisation or a proof that none exists.`,
  `Take RSA with n = pq, e = 3, and three recipients who each receive (m + c_i)^3 mod n_i for public constants c_i. Recover m, stating the bound on its size that lattice reduction needs, and determine how the bound moves if one of the c_i is known only to 32 bits of uncertainty.`,
  `Here's my training log: loss 2.31, 1.94, 1.72, 1.71, 9.80, 1.70, 1.70, 14.2, nan. bf16, Adam with β2 = 0.999, warmup 200 steps, gradient clipping at 1.0, spikes always after batches that hold rare tokens. Rank the plausible mechanisms, say how each would leave different fingerprints in the second-moment statistics, and give the cheapest test for every one.`,
  `Solve for the steady temperature in an annular fin whose conductivity varies as k0(1 + bT) and whose tip radiates to surroundings at T_s; give a perturbation expansion in b to second order, matched near the root, and bound its error for b T_root = 0.3.`,
  `An asset follows dS = μS dt + σ(S) S dW where σ(S) is piecewise constant with a jump at K. Derive the matching conditions for the price of a down-and-out call with its barrier below K, set up a finite-difference scheme that keeps second-order accuracy across the jump, and verify stability.`,
  `Fifty tasks with precedence constraints, three machines with different speeds, preemption at a cost c each, and deadlines for eight of the tasks: give an integer program with a tight relaxation, derive one family of valid inequalities that cuts off fractional solutions, and describe a branch-and-price scheme with its pricing problem.`,
  `Prüfe diesen Beweisversuch: "Jede konvergente Folge messbarer Funktionen konvergiert nach Egorov auf einer Menge vollen Maßes gleichmäßig, also darf man Limes und Integral vertauschen." Finde jeden Fehler, gib zu jedem ein Gegenbeispiel und beweise die stärkste korrekte Aussage, die sich auf unendlichen Maßräumen retten lässt.`,
];
