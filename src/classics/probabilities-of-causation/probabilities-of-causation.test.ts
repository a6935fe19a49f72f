import { describe } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { probabilitiesOfCausation } from './probabilities-of-causation.ts';

describe('probabilities of causation', () => {
  everyTargetIsHeld(probabilitiesOfCausation);
});
