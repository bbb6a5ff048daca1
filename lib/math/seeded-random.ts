const TWO_TO_32 = 2 ** 32;

/**
 * Seeded uniform random numbers in [0, 1): sfc32 (Doty-Humphrey's small fast counter, 128 bits of state, passes
 * PractRand), 32 bits a draw. The state is spread from the seed by splitmix32 steps and stirred before the first draw,
 * so that neighbouring seeds give unrelated streams. The same seed gives the same stream on every machine.
 *
 * @param seed any integer; its low 32 bits count.
 */
export function createRandom(seed: number): () => number {
  let spread = seed | 0;
  const nextSpread = (): number => {
    spread = (spread + 0x9e3779b9) | 0;
    let mixed = spread ^ (spread >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let a = nextSpread();
  let b = nextSpread();
  let c = nextSpread();
  let counter = 1;
  const random = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  };
  for (let round = 0; round < 12; round++) random();
  return random;
}
