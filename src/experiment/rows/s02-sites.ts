import { hill, unrestIn } from './lands.ts';
import { lever, type Row } from './row.ts';
import { meanOf, most } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.75, 0.6)}`;

/** S2: buildings fall, arm the crowd and are retaken; strikes press the government. */
export const sites: Row = {
  id: 'S2',
  paragraph: 1,
  title: 'Buildings and strikes',
  states:
    'The authors hold that administrative buildings were stormed, that strikes and demonstrations ran through the country, and that the largest city was wholly lost by the evening of 5 January.',
  asks: 'The same uprising with a crowd that keeps order or one that does not; forces that clear buildings or leave them; workers who may strike or may not.',
  scenario: scenarioText('row-s2', 'What do storming and striking do?', 10, [{ ...hill, strikeable01: 0.15, army: 1000 }], [], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'retake', 'strike', 'govern'],
  // crowds that try and guards that give way are the ends of their ranges: what a fallen building does needs fallen buildings
  values: { 'seize.smallestCrowd': 'low', 'seize.perHour': 'high', 'seize.crowdPerGuard': 'low' },
  latent: { 'hill.discipline01': 0.05 },
  settings: [
    { id: 'storm', words: 'with a crowd that storms' },
    { id: 'order', words: 'with a crowd that keeps order', latent: { 'hill.discipline01': 0.95 } },
    { id: 'kept', words: 'with a crowd that storms and nobody who clears buildings', off: ['retake'] },
    { id: 'work', words: 'with a crowd that storms and nobody on strike', do: [lever('strike.allowed', 'none')] },
  ],
  measures: [
    { id: 'sites', words: 'buildings stormed', kind: 'count', of: (run) => run.logged('seized', 'hill').length },
    {
      id: 'arms',
      words: 'weapons in the hands of crowds at most',
      kind: 'count',
      of: (run) => run.places('hill').reduce((sum, place) => sum + most(run.place(place, 'arms')), 0),
    },
    { id: 'lost', words: 'town-hours in the hands of crowds', kind: 'hours', of: (run) => run.country('hill', 'placesLost').reduce((a, b) => a + b, 0) },
    { id: 'pressure', words: 'pressure of stopped work at most (0 to 1)', kind: 'index', of: (run) => most(run.country('hill', 'strikePressure01')) },
    { id: 'threat', words: "the government's view of the danger, mean (0 to 1)", kind: 'index', of: (run) => meanOf(run.country('hill', 'threat01')) },
  ],
  criteria: [
    { measure: 'sites', from: 'order', to: 'storm', is: 'more', atLeast: 1 },
    { measure: 'arms', from: 'order', to: 'storm', is: 'more', atLeast: 5 },
    { measure: 'lost', from: 'kept', to: 'storm', is: 'less', atLeast: 24 },
    { measure: 'pressure', from: 'work', to: 'storm', is: 'more', atLeast: 0.1 },
    { measure: 'threat', from: 'work', to: 'storm', is: 'more', atLeast: 0.02 },
  ],
  takenAway: { words: 'no building can be stormed', off: ['seize'] },
};
