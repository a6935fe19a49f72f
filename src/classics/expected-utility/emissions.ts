/** The published example: ten members of the European Community, and from when emission standards for cars should hold. */
import type { Actor } from '../../mechanisms/decide/challenge.ts';

/** Positions in years; what states want is the paper's account of 1987, nothing of ours. */
export const emissions: readonly Actor[] = (
  [
    ['NL', 4, 0.08, 0.8],
    ['BE', 7, 0.08, 0.4],
    ['LU', 4, 0.03, 0.2],
    ['DE', 4, 0.16, 0.8],
    ['FR', 10, 0.16, 0.6],
    ['IT', 10, 0.16, 0.6],
    ['UK', 10, 0.16, 0.9],
    ['IE', 7, 0.05, 0.1],
    ['DK', 4, 0.05, 1],
    ['GR', 7, 0.08, 0.7],
  ] as const
).map(([name, position, capability, salience01]) => ({ name, position, capability, salience01 }));

/** Risk exponents before the first round, as the literature lists them. */
export const listedExponents: Readonly<Record<string, number>> = {
  NL: 1.1272,
  BE: 0.7809,
  LU: 0.5,
  DE: 1.1272,
  FR: 1.0779,
  IT: 1.0779,
  UK: 2,
  IE: 0.5248,
  DK: 1.4717,
  GR: 1.1405,
};
