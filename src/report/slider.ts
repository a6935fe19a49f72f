/** A day slider over the maps: a convenience on top of figures that are complete without it. */
import { dayFrames, shadeOf } from '../view/places.ts';
import type { Comparison } from './comparison.ts';
import { escape } from '../view/markup.ts';
import { calendarOf } from './outcomes.ts';
import type { Words } from './words.ts';

/** Shown by the script only, so that nobody without script sees a control that does nothing. */
export function sliderBox(comparison: Comparison, say: Words): string {
  const { day, whole, sliderNote } = say.text.places;
  return `<div class="days" id="day-box" hidden><label for="day">${escape(day)} <output id="day-name" for="day">${escape(whole)}</output></label><input type="range" id="day" min="0" max="${daysOf(comparison)}" step="1" value="0" aria-valuetext="${escape(whole)}"></div><p class="note" id="day-note" hidden>${escape(sliderNote)}</p>`;
}

export function daysOf(comparison: Comparison): number {
  return Math.max(0, ...comparison.arms.flatMap((arm) => arm.runs.map((run) => run.dailyCrowd[0]?.length ?? 0)));
}

/** Days as data, and the few lines that draw them. */
export function sliderScript(comparison: Comparison, say: Words): string {
  const calendar = calendarOf(comparison, say);
  const arms = Object.fromEntries(
    comparison.arms.map((arm) => [
      arm.id,
      dayFrames(arm.runs, comparison.places.length).map((day) => ({
        c: day.crowds.map((crowd) => Math.round(crowd)),
        s: day.lostShares.map(shadeOf).join(''),
      })),
    ]),
  );
  const days = Array.from({ length: daysOf(comparison) }, (_, day) => calendar.day(day * 24));
  const data = JSON.stringify({ whole: say.text.places.whole, days, arms }).replace(/</g, '\\u003c');
  return `<script type="application/json" id="days">${data}</script>
<script>
(() => {
  const data = JSON.parse(document.getElementById('days').textContent);
  const slider = document.getElementById('day');
  const name = document.getElementById('day-name');
  if (!slider) return;
  const marks = [...document.querySelectorAll('path[data-arm]')].map((mark) => ({ mark, k: +mark.closest('svg').dataset.k, whole: [mark.getAttribute('transform'), mark.getAttribute('class')] }));
  const show = () => {
    const day = +slider.value;
    name.textContent = day === 0 ? data.whole : data.days[day - 1];
    slider.setAttribute('aria-valuetext', name.textContent);
    for (const { mark, k, whole } of marks) {
      const frame = data.arms[mark.dataset.arm]?.[day - 1];
      const p = +mark.dataset.p;
      mark.setAttribute('transform', frame ? 'scale(' + Math.max(1.3, k * Math.sqrt(frame.c[p])).toFixed(2) + ')' : whole[0]);
      mark.setAttribute('class', frame ? 'mark s' + frame.s[p] : whole[1]);
    }
  };
  slider.addEventListener('input', show);
  document.getElementById('day-box').hidden = document.getElementById('day-note').hidden = false;
  show();
})();
</script>`;
}

/** One day needs no slider. */
export function hasDays(comparison: Comparison): boolean {
  return daysOf(comparison) > 1;
}
