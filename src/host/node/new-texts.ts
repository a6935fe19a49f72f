/** What stands in a scenario somebody has just begun: a record to fill and a page that says what to do next. */

/** A record without observations; the lines behind `#` become one when the marks are taken away. */
export function emptyRecord(name: string, place: string): string {
  return `unrest: 1
# What was seen of ${name}. Nobody reads it while a history runs; "unrest compare" holds histories against it afterwards.
# Each observation says what was told, between which values the truth lies, and how the telling may err:
#   errorModel {dist: factor, low, high}   truth = told x something between low and high: official counts run low
#   errorModel {dist: hours, low, high}    truth = told hour + something between low and high
#   errorModel {dist: exact}               {dist: binary} for yes-or-no quantities
#   kind   input = the scenario's events already contain it, so meeting it is no test; outcome = it is a test
# Every observation names its source, and every source an address where others find it.
observations: []
# Take away the [] above and the marks below to begin:
#  - { id: square-first-evening, quantity: turnoutDay, place: ${place}, at: day 2 00:00, value: 500, low: 300, high: 1000,
#      kind: outcome, errorModel: { dist: factor, low: 0.6, high: 2 }, source: a-newspaper, note: 'Two reporters, one evening.' }
#sources:
#  a-newspaper: { title: A newspaper, address: 'https://example.org/first-evening', date: 2030-03-05 }
`;
}

/** README.md of a new scenario. */
export function firstReadme(name: string, from: string): string {
  return `# ${name}

Begun from the scenario \`${from}\`. Say here which question it is meant to answer, and where its facts come from.

    unrest check ${name}                 # everything wrong with it, with line and column
    unrest run ${name}                   # one history: what happened, by which rule
    unrest compare ${name} --pairs 50    # two arms with the same luck: what differs, with ranges

\`scenario.yaml\` is the question, the world, what happens from outside, and the arms to compare.
\`record.yaml\` is what was seen; without observations nothing is held against it.

- Change one thing at a time, and \`check\` after each.
- Every number is \`{value, unit, range, source}\` or \`{value, unit, range, assumption}\`: where it comes from, or why it was guessed, and how wide the guess is.
- Institutions and offices act; no private person is named.
- The numbers of this folder are those of \`${from}\` until you replace them: they say nothing about any other place.

The licence of your data belongs here too.
`;
}
