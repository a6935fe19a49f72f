/** The report: a comparison as one HTML file that asks no server for anything. */
import { escape } from '../view/markup.ts';
import type { WorldShapes } from '../view/geography.ts';
import { assumptionSection, careSection, reproduceSection, sourceSection } from './basis.ts';
import { notice, type Comparison } from './comparison.ts';
import { page, paragraph } from './page.ts';
import { comparedSection, decisionSection, outcomeSection, partingSection, placesSection, recordSection, turnoutSection } from './sections.ts';
import { hasDays, sliderScript } from './slider.ts';

/**
 * One self-contained page; works without script, on paper, in the dark, on a phone.
 *
 * @param shapes parsed TopoJSON of the world's countries (world-atlas, countries-50m.json)
 */
export function renderReport(comparison: Comparison, shapes: WorldShapes): string {
  const { scenario } = comparison;
  // The question comes first, and under it what the answer is not.
  const head = `<h1>${escape(scenario.title)}</h1>
<p class="question">${escape(scenario.question)}</p>
<div class="notice" role="note">${escape(notice(comparison))}<p>${escape('Parameters are drawn from prior ranges and not fitted to the record. Read the differences between the arms before the levels, and the misses before the hits.')}</p></div>
${scenario.about ? paragraph(scenario.about) : ''}`;
  const sections = [
    // What was asked of the model.
    comparedSection(comparison),
    // What came out, in numbers, on the map, and over time.
    outcomeSection(comparison),
    placesSection(comparison, shapes),
    turnoutSection(comparison),
    // How far the model is from what happened.
    recordSection(comparison),
    // Why the worlds differ.
    ...(comparison.arms.length > 1 ? [partingSection(comparison)] : []),
    decisionSection(comparison),
    // What all of it rests on.
    assumptionSection(comparison),
    sourceSection(comparison),
    careSection(),
    reproduceSection(comparison),
  ];
  const foot = paragraph(`${notice(comparison)} Made by Unrest ${comparison.engineVersion}. Outlines: Natural Earth, public domain.`, 'quiet');
  return page(scenario.title, head, sections, foot, hasDays(comparison) ? sliderScript(comparison) : '');
}
