/**
 * Colours of all charts: blue and orange (told apart by every common colour vision), stripes and
 * shapes besides, light and dark. Shares use one hue from light to dark, so grey print keeps the order.
 */

export const chartStyle = `
:root{--paper:#fff;--ink:#1b1b1b;--quiet:#595959;--rule:#d4d4d4;--a:#0b5fa5;--b:#b8530a;--c:#5b5b5b;--land:#f4f2ec;--abroad:#ebebeb;--border:#9a9a9a;--s1:#fbdcbf;--s2:#f0a25e;--s3:#c2590f;--s4:#662700;--record:#1b1b1b;--held:#662700;--contested:#d9822b}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e9e9e6;--quiet:#b0b4b8;--rule:#3b4147;--a:#6db3f2;--b:#f2a65a;--c:#b5b5b5;--land:#22272b;--abroad:#1a1d20;--border:#646b72;--s1:#4b2b13;--s2:#945019;--s3:#df8838;--s4:#ffdcb3;--record:#fff;--held:#ffdcb3;--contested:#b2641e}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--a:#0b5fa5;--b:#b8530a;--c:#5b5b5b;--land:#f6f5f1;--abroad:#eee;--border:#999;--s1:#fbdcbf;--s2:#f0a25e;--s3:#c2590f;--s4:#662700;--record:#000;--held:#662700;--contested:#d9822b}}
.chart{font:12px/1.3 system-ui,-apple-system,"Segoe UI","DejaVu Sans",Arial,sans-serif;display:block;background:var(--paper)}
.chart text{fill:var(--ink)}.chart .quiet{fill:var(--quiet)}.chart .strong{font-weight:600}.chart .small{font-size:11px}.chart .heading{font-size:14px}
.chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.chart .grid{stroke:var(--rule);stroke-width:1}.chart .axis{stroke:var(--quiet);stroke-width:1}.chart .dash{stroke:var(--quiet);stroke-width:1;stroke-dasharray:4 3}
.chart .arm-0{--arm:var(--a)}.chart .arm-1{--arm:var(--b)}.chart .arm-2{--arm:var(--c)}
.chart .solid{fill:var(--arm)}.chart .pale{fill:var(--arm);fill-opacity:.22}.chart .run{fill:var(--arm);fill-opacity:.38}.chart .band50{fill:var(--arm);fill-opacity:.34}.chart .band90{fill:var(--arm);fill-opacity:.15;stroke:var(--arm);stroke-opacity:.35;stroke-width:.7}
.chart .hollow{fill:var(--paper);stroke:var(--arm);stroke-width:1.6}.chart .outline{fill:none;stroke:var(--arm);stroke-width:1.5}.chart .bound{fill:none;stroke:var(--arm);stroke-width:1.2;stroke-dasharray:3 2.5}
.chart .median{fill:none;stroke:var(--arm);stroke-width:2.4;stroke-linejoin:round}.chart .member{fill:none;stroke:var(--arm);stroke-width:.8;stroke-opacity:.75}
.chart .whisker{stroke:var(--ink);stroke-width:1.3}.chart .underlay{stroke:var(--paper);stroke-width:4}.chart .record{fill:var(--record);stroke:var(--paper);stroke-width:1}.chart .recordbar{stroke:var(--record);stroke-width:1.4}
.chart .land{fill:var(--land);stroke:var(--quiet);stroke-width:1.1;stroke-linejoin:round}.chart .abroad{fill:var(--abroad);stroke:var(--border);stroke-width:.6;stroke-linejoin:round}.chart .sea{fill:var(--paper)}
.chart .mark{stroke:var(--ink);stroke-width:.9;vector-effect:non-scaling-stroke;fill-opacity:.92}.chart .s0{fill:var(--paper);fill-opacity:.55}.chart .s1{fill:var(--s1)}.chart .s2{fill:var(--s2)}.chart .s3{fill:var(--s3)}.chart .s4{fill:var(--s4)}
.chart .cell{fill:var(--land);stroke:var(--rule);stroke-width:.5}.chart .held{fill:var(--held)}.chart .contested{fill:var(--contested)}.chart .dashed{stroke-dasharray:6 3}.chart .thin{stroke-width:1}.chart .open{fill:var(--paper);stroke:var(--record);stroke-width:1.3}
.chart .more{fill:var(--b);stroke:var(--ink);stroke-width:.7}.chart .less{fill:var(--a);stroke:var(--ink);stroke-width:.7}.chart .same{fill:var(--quiet)}
`.trim();

/** Class of an arm: first blue, second orange, others grey. */
export function armClass(arm: number): string {
  return `arm-${Math.min(arm, 2)}`;
}

/** Letter by which text and charts call an arm. */
export function armLetter(arm: number): string {
  return String.fromCharCode(65 + arm);
}
