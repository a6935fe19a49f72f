/** The words of all charts in German. */
import type { ChartWords } from './chart-words-en.ts';

const s = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const germanCharts: ChartWords = {
  units: { run: { one: 'Lauf', many: 'Läufe', dative: 'Läufen' }, pair: { one: 'Paar', many: 'Paare', dative: 'Paaren' } },
  yes: 'ja',
  no: 'nein',
  noRuns: 'keine Läufe',
  of: (part, whole) => `${part} von ${whole}`,
  to: (low, high) => `${low} bis ${high}`,
  inAll: (count, words) => (count === 1 ? `im einzigen ${words.one}` : `in allen ${count} ${words.dative}`),
  inSome: (part, whole, words) => `in ${part} von ${whole} ${words.dative}`,
  range: (low, high, isAll, count, words) =>
    count === 1 ? `ein ${words.one}` : isAll ? `alle ${count} ${words.many} zwischen ${low} und ${high}` : `90 % der ${words.many} zwischen ${low} und ${high}`,
  atMost: (share) => `höchstens ${share}`,
  atLeast: (share) => `mindestens ${share}`,
  share: (share) => `Quantil ${share}`,
  half: '50 % der Läufe',
  most: '90 % der Läufe',
  smallestLargest: 'kleinster – größter Wert',
  smallestToLargest: (count) => (count === 1 ? 'Wert des einen Laufs' : `kleinster bis größter Wert aus ${count} Läufen`),
  oneRun: 'ein Lauf',
  singleRuns: 'einzelne Läufe',
  recordWithRange: 'Chronik mit Spanne',
  times: (zone) => `Uhrzeiten in ${zone}.`,
  scales: { linear: 'lineare Skala', sqrt: 'Wurzelskala', log: 'logarithmische Skala, unter zehn linear' },
  columns: {
    group: 'Gruppe',
    smallest: 'kleinster',
    median: 'Median',
    largest: 'größter',
    withValue: (words) => `${words.many} mit Wert`,
    event: 'Ereignis',
    when: 'wann',
    arm: 'Welt',
    share: 'Anteil',
    day: 'Tag',
    place: 'Ort',
    observation: 'Beobachtung',
    whenAndWhat: 'Zeit und Art',
    record: 'belegt',
    itsRange: 'Spanne',
    modelMedian: 'Median des Modells',
    verdict: 'Befund',
    quantity: 'Größe',
    medianDifference: 'Unterschied, Median',
    interval: 'Intervall',
    equal: 'gleich',
    step: 'Schritt',
    medianHour: 'Median der Stunde',
  },
  dots: {
    finding: (median, range) => `Median ${median}, ${range}`,
    isOne: (words) => `ist ein ${words.one}`,
    standsFor: (share, words) => `steht für ${share} der ${words.many}`,
    plain: (one) => `Punktdiagramm; jeder Punkt ${one}.`,
    quantiles: (count, one) => `Quantil-Punktdiagramm mit ${count} Punkten je Zeile; jeder Punkt ${one}.`,
    note: (one, isEach) =>
      `Jeder Punkt ${one}; wer Punkte zählt, liest eine Wahrscheinlichkeit ab. ${isEach ? 'Die Punkte sind' : 'Die Punkte stehen auf den Quantilen 2,5 %, 7,5 % … 97,5 % und sind'} um weniger als eine Punktbreite verschoben, damit sie sich stapeln lassen.`,
  },
  bars: {
    finding: (longest) => `Läufe mit einem Sturz ${longest}.`,
    alt: 'Balkendiagramm: Anteil der Läufe mit dem Ereignis, nach Welt und Frist, mit 90-%-Intervallen oder Schranken.',
    note: 'Striche: 90-%-Intervall nach Wilson für die Zahl der Läufe. Es spricht vom Zufall zwischen Läufen, nicht davon, ob das Modell stimmt. Wo kein Lauf oder jeder Lauf das Ereignis zeigt, ist kein Anteil gezeichnet; der gestrichelte Kasten zeigt, was die Dreierregel (3/n, einseitig 95 %) offenlässt.',
    caption: 'Anteil der Läufe mit dem Ereignis',
    interval: '90-%-Intervall oder Schranke',
  },
  fan: {
    lead: (quantity) => `Höchststand: ${quantity}.`,
    finding: (median, range) => `Median ${median}, ${range}`,
    recordWords: ({ inside, of }) =>
      of === 0 ? '' : `Die Spanne der Chronik trifft den gezeichneten Bereich an ${inside} von ${of} ${s(of, 'Tag', 'Tagen')}.`,
    alt: (quantity, panels, scale) => `Zeitverlauf: ${quantity}; ${panels} ${s(panels, 'Feld', 'Felder')}, ${scale}, mit der Chronik.`,
    vertical: (quantity, scale) => `Senkrecht: ${quantity}, ${scale}.`,
    fewNote: (count) =>
      `${count === 1 ? 'Ein Lauf erlaubt' : `${count} Läufe erlauben`} kein Intervall: Das Band reicht vom kleinsten zum größten Wert, jeder Lauf ist eine dünne Linie, die dicke ist der Median der Stunde.`,
    note: (shares) =>
      `Bänder und Median gelten Stunde für Stunde; kein einzelner Lauf muss ihnen folgen. Die dünnen Linien sind einzelne Läufe, ausgewählt nach dem Rang ihrer Summe (${shares}).`,
    recordNote: 'Gefüllte Rauten zählen das ganze Land, hohle nur einen Ort; im Land waren es also mindestens so viele.',
    part: 'Chronik für einen Ort',
    caption: (quantity) => `${quantity}, einmal am Tag`,
  },
  map: {
    noneLost: (runs) => `kein Ort geht verloren, in keinem von ${runs} ${s(runs, 'Lauf', 'Läufen')}.`,
    lost: (lost, places, runs, name, lostRuns) =>
      `${lost} von ${places} Orten ${s(lost, 'geht', 'gehen')} in mindestens einem von ${runs} Läufen verloren, am häufigsten ${name} (${lostRuns} ${s(lostRuns, 'Lauf', 'Läufe')}).`,
    crowded: (name, crowd) => `Die größte Menge, im Median der Läufe, steht in ${name}: ${crowd} Menschen.`,
    alt: (places, runs) =>
      `Karte mit ${places} Orten. Fläche eines Zeichens: größte Menge, Median aus ${runs} Läufen; Tönung: Anteil der Läufe, in denen der Ort verloren ging.`,
    note: 'Kreise sind Städte, Quadrate die kleinen Städte und Dörfer einer Region zusammen. Tönung in den fünf Stufen der Legende: Anteil der Läufe, in denen die Menge den Ort mindestens eine Stunde lang hielt. Grenzen: Natural Earth, 1:50 Millionen, wie dort gezeichnet; sie ergreifen nicht Partei.',
    mark: (name, crowd, lost) => `${name}: größte Menge ${crowd} (Median der Läufe, ganze Zeit); verloren in ${lost} der Läufe`,
    people: (count) => `${count} Menschen`,
    villages: 'Dörfer einer Region',
    shades: ['in keinem Lauf verloren', 'in bis zu 10 % der Läufe', '10–33 %', '33–67 %', 'über 67 %'],
    caption: (letter) => `Orte in ${letter}, die am häufigsten verlorenen zuerst`,
    residents: 'Einwohner',
    largestCrowd: 'größte Menge, Median',
    peakDay: 'Tag der größten Menge, Median',
    lostRuns: 'Läufe mit Verlust',
  },
  abroad: {
    Russia: 'Russland',
    Kyrgyzstan: 'Kirgisistan',
    Uzbekistan: 'Usbekistan',
    Tajikistan: 'Tadschikistan',
    Mongolia: 'Mongolei',
    Azerbaijan: 'Aserbaidschan',
    Poland: 'Polen',
    Lithuania: 'Litauen',
    Latvia: 'Lettland',
    Estonia: 'Estland',
    Armenia: 'Armenien',
    Georgia: 'Georgien',
    Turkey: 'Türkei',
    Belarus: 'Belarus',
    Kazakhstan: 'Kasachstan',
    Afghanistan: 'Afghanistan',
  },
  worlds: {
    same: (a, b) => `Jeder Ort geht in ${b} in ebenso vielen Läufen verloren wie in ${a}.`,
    finding: (a, b, more, fewer, same, name, difference) =>
      `Von ${more + fewer + same} Orten ${s(more, 'geht', 'gehen')} ${more} in ${b} in mehr Läufen verloren als in ${a}, ${fewer} in weniger, ${same} in gleich vielen; am größten ist der Unterschied für ${name}: ${difference}.`,
    alt: (first, second) => `Drei Karten. Erste: ${first}. Zweite: ${second}. Dritte: Unterschied der Anteile der Läufe, in denen ein Ort verloren geht.`,
    note: (b) =>
      `Gleicher Grund, gleiche Größen, gleiche Tönung. In der dritten Karte zeigt ein Dreieck mit der Spitze nach oben einen Ort, der in ${b} in mehr Läufen verloren geht, mit der Spitze nach unten in weniger; die Fläche ist der Unterschied in Prozentpunkten. Unterschiede bei Orten, die in wenigen Läufen verloren gehen, sind meist Zufall.`,
    caption: 'Läufe, in denen ein Ort verloren geht, größter Unterschied zuerst',
    difference: (a, b) => `Unterschied ${b} − ${a}: Anteil der Läufe, in denen der Ort verloren geht`,
    more: (b) => `in ${b} häufiger verloren`,
    fewer: (b) => `in ${b} seltener verloren`,
    none: 'kein Unterschied',
  },
  intervals: {
    none: 'Zu diesem Szenario liegt keine Beobachtung vor.',
    finding: (in90, of, in50) =>
      `Die Spannen von ${in90} der ${of} Beobachtungen treffen das Intervall von 90 % der Läufe (${in50} davon das von 50 %), ${of - in90 === 0 ? 'keine verfehlt es' : `${of - in90} ${s(of - in90, 'verfehlt', 'verfehlen')} es`}.`,
    fewFinding: (hits, of, runs) =>
      `Die Spannen von ${hits} der ${of} Beobachtungen treffen, was ${s(runs, 'der eine Lauf ergibt', `${runs} Läufe umspannen`)}, ${of - hits === 0 ? 'keine liegt daneben' : `${of - hits} ${s(of - hits, 'liegt', 'liegen')} daneben`}.`,
    alt: (arm) => `Eine Zeile je Beobachtung: was die Läufe der Welt ${arm} umspannen, und der Wert der Chronik mit seiner Spanne.`,
    ownNote: 'Jede Zeile hat ihre eigene Skala. Wo die größte Zahl mehr als das Fünfzigfache der kleinsten beträgt, ist sie logarithmisch.',
    commonNote: (quantity) => `Alle Zeilen teilen eine Skala: ${quantity}, logarithmisch, unter zehn linear.`,
    note: 'Nichts wurde an diese Beobachtungen angepasst; selbst ein gutes 90-%-Intervall würde etwa eine von zehn verfehlen. Was in weniger als 20 Läufen geschah, zeigt jeden von ihnen statt eines Intervalls.',
    fewNote:
      'So wenige Läufe erlauben kein Intervall: Jeder Lauf ist ein Punkt, der Balken reicht vom kleinsten zum größten Wert. Mehr Läufe würden mehr umspannen.',
    caption: 'Chronik und Modell',
    log: 'log. Skala',
    happens: (events, trials) => `geschieht in ${events} von ${trials} ${s(trials, 'Lauf', 'Läufen')}`,
    noValue: 'verfehlt: geschieht in keinem Lauf',
    meetsRange: (runs) => (runs === 1 ? 'trifft den einen Lauf' : `im Bereich der ${runs} Läufe`),
    meetsHalf: 'trifft 50 %',
    meetsMost: 'trifft 90 %',
    above: 'verfehlt: über 90 %',
    below: 'verfehlt: unter 90 %',
    aboveAll: (runs) => `verfehlt: über ${runs === 1 ? 'dem einen Lauf' : `allen ${runs} Läufen`}`,
    belowAll: (runs) => `verfehlt: unter ${runs === 1 ? 'dem einen Lauf' : `allen ${runs} Läufen`}`,
    miss: 'verfehlt',
  },
  differences: {
    finding: (parted, pairs, moved, rows) =>
      parted === 0
        ? `In keinem von ${pairs} ${s(pairs, 'Paar', 'Paaren')} trennen sich die Welten: Alle ${rows} Größen sind in jedem Paar gleich.`
        : `Die Welten trennen sich in ${parted} von ${pairs} ${s(pairs, 'Paar', 'Paaren')}; ${moved} von ${rows} Größen unterscheiden sich in mindestens einem Paar.`,
    alt: (a, b) => `Eine Zeile je Größe: Unterschiede ${b} minus ${a} innerhalb der Paare, um eine Nulllinie.`,
    note: (b, isFew) =>
      `Punkte sind Paare, die sich unterscheiden. Rechts der Linie: in ${b} höher oder später. Jede Zeile hat ihre eigene Skala, nach beiden Seiten gleich. ${isFew ? 'So wenige Paare erlauben kein Intervall: Die Balken reichen vom kleinsten zum größten Wert.' : 'Die Balken umfassen 90 % der Paare; wo weniger als 20 Paare einen Wert haben, den kleinsten bis größten.'} Stürze: Unterschied der Anteile in Prozentpunkten mit 90-%-Intervall für verbundene Paare (Agresti und Min 2005).`,
    caption: (a, b) => `Unterschiede ${b} − ${a} innerhalb der Paare`,
    higher: (b) => `Paare mit ${b} höher`,
    lower: (b) => `${b} niedriger`,
    onlyIn: (letter) => `nur in ${letter}`,
    allPairs: 'kleinster bis größter Wert, oder Intervall der Anteile',
    mostPairs: '90 % der Paare, oder Intervall der Anteile',
    onePair: 'ein Paar',
    zero: 'kein Unterschied',
    alone: (letter, pairs) => `nur in ${letter} in ${pairs} ${s(pairs, 'Paar', 'Paaren')}`,
    counts: (b, up, down, equal) => (up + down + equal === 0 ? 'in keinem Paar in beiden' : `${b} höher in ${up}, niedriger in ${down}, gleich in ${equal}`),
  },
  holders: {
    finding: (letter, taken, contested, places) =>
      `${letter}: In mindestens einem Lauf hält die Menge ${taken} von ${places} Orten eine Stunde oder länger, ${contested} weitere ${s(contested, 'ist', 'sind')} umkämpft.`,
    most: (name, share, day, letter) => `Am häufigsten ${name}: in ${share} der Läufe von ${letter} am ${day}`.replace(/\.?$/, '.'),
    alt: 'Tafel der Orte nach Tagen; jede Zelle ist von unten gefüllt mit dem Anteil der Läufe, in denen die Menge den Ort hielt und in denen er umkämpft war.',
    note: (drawn, slipped, places) =>
      `Jede Zelle ist ein Ort an einem Tag und zählt, wie weit er an diesem Tag entglitt. Gezeichnet sind ${drawn} von ${slipped} Orten, die in irgendeinem Lauf entglitten; die Tabelle hat alle. Die übrigen ${places - slipped} bleiben in jedem Lauf bei der Regierung.`,
    crowd: 'in der Hand der Menge',
    contested: 'umkämpft',
    government: 'in der Hand der Regierung',
    none: 'Kein Ort entgleitet der Regierung, in keinem Lauf.',
    cell: (name, day, crowd, contested) => `${name}, ${day}: Menge in ${crowd} der Läufe, umkämpft in ${contested}`,
    caption: 'Anteil der Läufe nach Ort und Tag; Tage mit gleichen Anteilen sind zusammengefasst',
  },
  strips: {
    note: (isFew, runs) =>
      isFew
        ? `Linien: Median aus ${runs} ${s(runs, 'Lauf', 'Läufen')}; Bänder: kleinster bis größter Wert.`
        : 'Linien: Median der Läufe; Bänder: 90 % der Läufe, Stunde für Stunde.',
  },
  timeline: {
    note: 'Erstes Mal in jedem Lauf. Balken umfassen 90 % der Läufe, in denen es geschieht, Kästen 50 %; sind es weniger als 20, ist jeder Lauf ein Punkt und der Balken reicht vom ersten zum letzten.',
    drawn: (drawn, all) => `Gezeichnet sind die ${drawn} von ${all}, die in den meisten Läufen geschehen; die Tabelle hat alle.`,
    recordNote: 'Rauten sind die Stunden der Chronik.',
    range: 'erste – letzte, oder 90 %',
  },
};
