import { CivilViolence } from '../../../dist/classics/epstein/civil-violence.js';
import { measure, readArguments } from '../measure.mjs';
const given = readArguments();
const parameters = { rule: 'floored', side: given.side, agentDensity: 0.7, copDensity: 0.04, vision: given.neighbourhood === 'moore' ? 1.7 : 7, legitimacy01: 0.82, longestJailTicks: 30, agentsMove: true, threshold: 0.1, arrestConstant: 2.3 };
measure(() => new CivilViolence(parameters, given.seed), given, 'unrest');
