/** What stands above a panel of means: its quantity, and in sentences what it shows. */
import { label, wrap } from './markup.ts';
import type { MeansPanel } from './means-spec.ts';

/** @param y where the panel begins @returns where its drawing may begin */
export function panelHead({ title, findings }: MeansPanel, width: number, y: number): { readonly body: string; readonly bottom: number } {
  let body = '';
  let bottom = y;
  for (const text of wrap(title, Math.floor((width - 8) / 7.7))) body += label(4, (bottom += 16) - 2, text, 'strong');
  for (const text of findings.flatMap((sentence) => wrap(sentence, Math.floor(width / 6.6)))) body += label(4, (bottom += 14) - 1, text, 'small');
  return { body, bottom: bottom + 4 };
}
