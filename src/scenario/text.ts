/** Letters that no text of a scenario may hold: they steer a terminal, hide words or turn them round. */
import type { Path } from '../base/issue.ts';
import type { Located, Report } from './report.ts';

/** Control characters but tab and line ends, separators of lines, direction marks, halves of a letter. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Report the first such letter of a text. @returns whether there is one */
export function refuseControls(text: string, what: string, where: Located, path: Path, report: Report): boolean {
  const found = control.exec(text)?.[0];
  if (found === undefined) return false;
  report.error('TEXT_CONTROL', where, path, { what, received: `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` });
  return true;
}
