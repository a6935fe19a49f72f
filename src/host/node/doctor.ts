/** What this computer can do for the program, as findings with advice. Facts are gathered elsewhere, so that every verdict can be tried. */

/** What was found out about the computer; sizes in bytes. */
export interface DoctorFacts {
  /** of Node, `20.19.0` */
  readonly nodeVersion: string;
  /** `engines.node` of the package: `>=20.19` */
  readonly nodeNeeded: string;
  readonly freeMemory: number;
  readonly totalMemory: number;
  readonly cores: number;
  /** folder results go to */
  readonly outFolder: string;
  /** what the computer said when a file was to be written there; absent = it was written */
  readonly outRefusal: string | undefined;
  /** absent where the system does not tell */
  readonly freeDisk: number | undefined;
  /** versions of the package and of the built engine */
  readonly packageVersion: string;
  readonly builtVersion: string;
  /** source files without a build or newer than theirs; an installed package has no sources */
  readonly staleFiles: readonly string[];
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  readonly isUtf8: boolean;
  readonly noColour: boolean;
  /** digest of the scenario `minimal`, seed 1; expected = of this version on other machines, absent = the file is missing */
  readonly digest: string;
  readonly expectedDigest: string | undefined;
  /** milliseconds one history of `minimal` takes on one thread, the fastest of a few */
  readonly historyMs: number;
  readonly historyHours: number;
}

export interface Finding {
  readonly what: string;
  /** `broken`: the program cannot be relied on here until the advice is followed; `note`: it works, less well */
  readonly state: 'fine' | 'note' | 'broken';
  readonly found: string;
  /** what to do; always there unless all is fine */
  readonly advice?: string;
}

const megabyte = 1024 * 1024;
/** A world of six states takes 0.25 GB a thread (docs/speed.md); below this not even the small one fits. */
const leastMemory = 256 * megabyte;
const memoryOfAThread = 300 * megabyte;
const leastDisk = 50 * megabyte;
const easyDisk = 1024 * megabyte;

/** Findings in the order in which one would mend them. */
export function judge(facts: DoctorFacts): readonly Finding[] {
  return [node(facts), build(facts), selfCheck(facts), memory(facts), cores(facts), out(facts), disk(facts), terminal(facts), speed(facts)];
}

function node({ nodeVersion, nodeNeeded }: DoctorFacts): Finding {
  const found = `${nodeVersion}, needed ${nodeNeeded}`;
  const isNew = notBelow(nodeVersion, nodeNeeded.replace(/^\D+/, ''));
  return isNew
    ? { what: 'Node', state: 'fine', found }
    : { what: 'Node', state: 'broken', found, advice: `install Node ${nodeNeeded} from https://nodejs.org` };
}

/** @example notBelow('20.19.0', '20.19') === true */
function notBelow(version: string, least: string): boolean {
  const [have, need] = [version, least].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < need.length; i++) if ((have[i] ?? 0) !== need[i]!) return (have[i] ?? 0) > need[i]!;
  return true;
}

function build({ packageVersion, builtVersion, staleFiles }: DoctorFacts): Finding {
  if (packageVersion !== builtVersion)
    return { what: 'build', state: 'broken', found: `built from version ${builtVersion}, the package is ${packageVersion}`, advice: 'npm run build' };
  const [first] = staleFiles;
  return first === undefined
    ? { what: 'build', state: 'fine', found: `version ${builtVersion}, in step with its sources` }
    : { what: 'build', state: 'broken', found: `older than ${staleFiles.length} of its sources (${first})`, advice: 'npm run build' };
}

function selfCheck({ digest, expectedDigest }: DoctorFacts): Finding {
  const short = (text: string) => text.slice(0, 16);
  if (expectedDigest === undefined)
    return {
      what: 'same bytes',
      state: 'broken',
      found: 'tests/golden/digests.json is missing, so nothing can be compared',
      advice: 'install the package anew',
    };
  return digest === expectedDigest
    ? { what: 'same bytes', state: 'fine', found: `digest of minimal ${short(digest)}, as on every other machine` }
    : {
        what: 'same bytes',
        state: 'broken',
        found: `digest of minimal ${short(digest)}, on other machines ${short(expectedDigest)}`,
        advice: 'results from here cannot be compared with others: install the package anew; if it stays, report it with the output of "unrest doctor --json"',
      };
}

function memory({ freeMemory, totalMemory, cores }: DoctorFacts): Finding {
  const found = `${gigabytes(freeMemory)} free of ${gigabytes(totalMemory)}`;
  if (freeMemory < leastMemory) return { what: 'memory', state: 'broken', found, advice: 'close other programs: less than 0.25 GB holds no world' };
  const threads = Math.max(1, Math.floor(freeMemory / memoryOfAThread));
  return threads >= cores
    ? { what: 'memory', state: 'fine', found }
    : { what: 'memory', state: 'note', found, advice: `a large world takes 0.3 GB a thread: start with --threads ${threads}` };
}

function cores({ cores }: DoctorFacts): Finding {
  return { what: 'cores', state: 'fine', found: `${cores}; runs are spread over as many threads` };
}

function out({ outFolder, outRefusal }: DoctorFacts): Finding {
  return outRefusal === undefined
    ? { what: 'results', state: 'fine', found: `${outFolder} can be written` }
    : { what: 'results', state: 'broken', found: outRefusal, advice: `give yourself write permission for ${outFolder}, or choose another folder with --out` };
}

function disk({ freeDisk, outFolder }: DoctorFacts): Finding {
  if (freeDisk === undefined)
    return { what: 'disk', state: 'note', found: 'this system does not say how much is free', advice: 'look yourself: 1 GB is plenty' };
  const found = `${gigabytes(freeDisk)} free for ${outFolder}`;
  if (freeDisk < leastDisk) return { what: 'disk', state: 'broken', found, advice: 'make room, or choose a folder on another disk with --out' };
  return freeDisk < easyDisk
    ? { what: 'disk', state: 'note', found, advice: 'enough for small plans; a large one wants 1 GB' }
    : { what: 'disk', state: 'fine', found };
}

function terminal({ isTerminal, columns, isUtf8, noColour }: DoctorFacts): Finding {
  const found = isTerminal
    ? `${columns ?? 'unknown'} columns, ${noColour ? 'no colour wanted' : 'colour'}`
    : 'output goes to a file or another program: plain text';
  if (!isUtf8)
    return {
      what: 'terminal',
      state: 'note',
      found: `${found}; not UTF-8`,
      advice: 'set LANG to a UTF-8 locale, such as C.UTF-8, or names of towns may look wrong',
    };
  return isTerminal && columns !== undefined && columns < 72
    ? { what: 'terminal', state: 'note', found, advice: 'tables want 72 columns; narrower ones are wrapped' }
    : { what: 'terminal', state: 'fine', found };
}

function speed({ historyMs, historyHours }: DoctorFacts): Finding {
  return {
    what: 'speed',
    state: 'fine',
    found: `a history of minimal (${historyHours} hours, 92,000 people) takes ${historyMs.toPrecision(2)} ms on one thread; "unrest bench" measures more`,
  };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 / megabyte).toFixed(1)} GB`;
}
