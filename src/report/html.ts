/** The report: a comparison as one HTML file that asks no server for anything. */
import { escape } from '../view/markup.ts';
import type { WorldShapes } from '../view/geography.ts';
import { assumptionSection, careSection, reproduceSection, sourceSection } from './basis.ts';
import { notice, type Comparison } from './comparison.ts';
import { fromFile, page, paragraph } from './page.ts';
import { clockSection, decisionSection, forcesSection, partingSection } from './power-sections.ts';
import { comparedSection, differenceSection, outcomeSection, placesSection, recordSection, shortSection, turnoutSection } from './sections.ts';
import { hasDays, sliderScript } from './slider.ts';
import { placeWords, words, type LanguageCode } from './words.ts';

/**
 * One self-contained page; works without script, on paper, in the dark, on a phone.
 *
 * @param shapes parsed TopoJSON of the world's countries (world-atlas, countries-50m.json)
 * @param language of the page; words of scenario and sources stay as their files have them
 */
export function renderReport(told: Comparison, shapes: WorldShapes, language: LanguageCode = 'en'): string {
  const say = words[language];
  const comparison = { ...told, places: told.places.map((place) => ({ ...place, name: placeWords(place.name, say) })) };
  const { scenario } = comparison;
  const { drawn, read } = say.text.notice;
  const { otherLanguage, foot: footWords } = say.text.page;
  const isPair = comparison.arms.length > 1;
  // The question comes first, and under it what the answer is not.
  const head = `<h1>${fromFile(scenario.title, say)}</h1>
<p class="question">${fromFile(scenario.question, say)}</p>
<div class="notice" role="note">${escape(notice(comparison, say))}<p>${escape(`${drawn[comparison.heading] ?? ''} ${read}`.trim())}</p></div>
${scenario.about ? `<p>${fromFile(scenario.about, say)}</p>` : ''}${otherLanguage ? paragraph(otherLanguage, 'note') : ''}`;
  const sections = [
    // What came out, in three sentences, and what was asked of the model.
    shortSection(comparison, say),
    comparedSection(comparison, say),
    // What came out, in numbers: in each world, between them, and where they part.
    outcomeSection(comparison, say),
    ...(isPair ? [differenceSection(comparison, say), partingSection(comparison, say)] : []),
    // Where and when; how far the model is from what happened.
    placesSection(comparison, shapes, say),
    turnoutSection(comparison, say),
    recordSection(comparison, say),
    // Who acted.
    forcesSection(comparison, say),
    clockSection(comparison, say),
    decisionSection(comparison, say),
    // What all of it rests on.
    assumptionSection(comparison, say),
    sourceSection(comparison, say),
    careSection(say),
    reproduceSection(comparison, say),
  ];
  const foot = paragraph(footWords(notice(comparison, say), comparison.engineVersion), 'quiet');
  return page(scenario.title, head, sections, foot, hasDays(comparison) ? sliderScript(comparison, say) : '', say);
}
