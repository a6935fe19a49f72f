/** The shell of the report: one file, no request to anybody, readable on paper, in the dark and on a phone. */
import type { Chart, Table } from '../view/chart.ts';
import { escape } from '../view/markup.ts';
import { chartStyle } from '../view/palette.ts';
import type { Words } from './words.ts';

const pageStyle = `
*{box-sizing:border-box}html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI","DejaVu Sans",Arial,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:47rem;margin:0 auto;padding:0 1rem}[lang]:not(html){hyphens:auto}
h1{font-size:1.7rem;line-height:1.2;margin:1.6rem 0 .6rem}h2{font-size:1.25rem;line-height:1.3;margin:2.6rem 0 .6rem;padding-top:.7rem;border-top:1px solid var(--rule)}h3{font-size:1.02rem;margin:1.5rem 0 .4rem}
p,ul,ol,dl{margin:.5rem 0}li{margin:.2rem 0}a{color:var(--a)}a:focus-visible,summary:focus-visible,input:focus-visible,.scroll:focus-visible,pre:focus-visible{outline:3px solid var(--b);outline-offset:2px}
.skip{position:absolute;left:-200vw}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.5rem .8rem;border:2px solid var(--a);z-index:2}
.question{font-size:1.15rem}.quiet{color:var(--quiet)}.note{color:var(--quiet);font-size:.87rem;line-height:1.45}
.notice{border:2px solid var(--b);border-left-width:8px;padding:.6rem .9rem;margin:1rem 0;font-weight:600}.notice p{margin:.3rem 0 0;font-weight:400}
nav ul{columns:2;padding-left:1.2rem;margin:.4rem 0}nav{font-size:.93rem}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.25rem 1rem}dt{color:var(--quiet)}dd{margin:0;min-width:0}
figure{margin:1.4rem 0 2rem}figcaption{margin-bottom:.7rem;font-weight:600;font-size:.97rem;line-height:1.4}figure svg{max-width:100%;height:auto}.narrow{display:none!important}
details{margin:.5rem 0}summary{cursor:pointer;padding:.3rem 0;color:var(--a)}
.scroll{overflow-x:auto;max-width:100%;border:1px solid var(--rule)}table{border-collapse:collapse;font-size:.87rem;line-height:1.35;min-width:100%}caption{text-align:left;padding:.45rem .6rem;color:var(--quiet);caption-side:top}caption span{display:block;max-width:calc(min(100vw,47rem) - 3.4rem)}
th,td{padding:.38rem .6rem;text-align:left;vertical-align:top;border-top:1px solid var(--rule)}thead th{border-top:0;border-bottom:2px solid var(--quiet);vertical-align:bottom}th[scope=row]{font-weight:500;min-width:9rem}th[scope=rowgroup]{background:var(--land);font-weight:600}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}td.number{white-space:nowrap}td small{display:block;color:var(--quiet);font-size:.92em;white-space:nowrap}
.long{max-height:32rem;overflow-y:auto}.basis table{table-layout:fixed}.basis col.what{width:38%}.basis col.range{width:20%}.basis td{overflow-wrap:anywhere}.basis code{font-size:.86em;color:var(--quiet)}.basis td.number{white-space:normal}.mark{font-weight:600;color:var(--b)}.assumption,.memory{font-weight:600;color:var(--b)}pre{overflow-x:auto;border:1px solid var(--rule);padding:.7rem;font:.87rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace}code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.92em;overflow-wrap:anywhere}.command span{display:inline-block;max-width:100%}
.days{position:sticky;top:0;background:var(--paper);border:1px solid var(--rule);padding:.4rem .8rem .2rem;z-index:1}.days label{font-weight:600}.days input{width:100%;height:1.75rem;accent-color:var(--a)}
footer{margin:3rem auto 2rem}footer p{padding-top:1rem;border-top:1px solid var(--rule)}
@media (max-width:760px){.wide{display:none!important}.narrow{display:block!important;margin:0 auto}h1{font-size:1.4rem}nav ul{columns:1}.basis thead{display:none}.basis table,.basis tbody,.basis tr,.basis th,.basis td{display:block;text-align:left}.basis td{border-top:0;padding-top:0}.basis col{display:none}.basis caption{display:block}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
@page{margin:15mm 13mm}
@media print{html{font-size:62.5%}body{font-size:10pt}#day-note{display:none}.wide{display:block!important}.narrow,.days,.skip,nav{display:none!important}header,main,footer{max-width:none;padding:0}.long{max-height:none}.scroll{overflow:visible;border:0}table{font-size:7.5pt}td,th{padding:.25rem .4rem}td:not(.number){overflow-wrap:break-word}td a,td code,#reproduce td{overflow-wrap:anywhere}td.number,td small{white-space:normal}th[scope=row]{min-width:0}figcaption,figure svg,.notice{break-inside:avoid}figcaption{break-after:avoid}.note{font-size:8.5pt}figcaption{font-size:10pt}h2{font-size:14pt}h1{font-size:18pt}h3{font-size:11pt}.question{font-size:12pt}pre{font-size:8.5pt}p{orphans:3;widows:3}p:has(+figure){break-after:avoid;break-inside:avoid}h2,h3,figcaption,thead{break-after:avoid}a{color:inherit}details:not([open])::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;color:inherit}section{break-before:auto}#assumptions,#sources{break-before:page}thead{display:table-header-group}tr,li{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.trim();

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** Only what stands in the file may run or be shown; nothing may be fetched. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Printing shows every table; what was closed on the screen is closed again after it. */
const printScript = `<script>
(() => {
  let closed = [];
  addEventListener('beforeprint', () => { closed = [...document.querySelectorAll('details:not([open])')]; for (const one of closed) one.open = true; });
  addEventListener('afterprint', () => { for (const one of closed) one.open = false; });
})();
</script>`;

export function page(title: string, head: string, sections: readonly Section[], foot: string, script: string, say: Words): string {
  const t = say.text.page;
  const contents = sections.map((section) => `<li><a href="#${section.id}">${escape(section.title)}</a></li>`).join('');
  const bodies = unbroken(
    sections
      .map(
        (section) =>
          `<section id="${section.id}" aria-labelledby="${section.id}-title">\n<h2 id="${section.id}-title">${escape(section.title)}</h2>\n${section.body}\n</section>`,
      )
      .join('\n'),
  );
  return `<!doctype html>
<html lang="${say.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>
${chartStyle}
${pageStyle}
</style>
</head>
<body>
<a class="skip" href="#main">${escape(t.skip)}</a>
<header>
${head}
<nav aria-label="${escape(t.contents)}"><ul>${contents}</ul></nav>
</header>
<main id="main">
${bodies}
</main>
<footer>
${foot}
</footer>
${printScript}
${script}
</body>
</html>
`;
}

/** Keep numbers and their per cent signs on one line. */
function unbroken(markup: string): string {
  return markup.replace(/(\d) %/g, '$1\u00a0%');
}

export function paragraph(text: string, classes = ''): string {
  return `<p${classes ? ` class="${classes}"` : ''}>${escape(text)}</p>`;
}

/** Words from a file that is written in English, on a page that may not be. */
export function fromFile(text: string, say: Words): string {
  return say.code === 'en' ? escape(text) : `<span lang="en">${escape(text)}</span>`;
}

/** A link where the address is one a reader can follow, else its words alone. */
export function link(title: string, address: string, language = ''): string {
  const lang = language ? ` lang="${language}"` : '';
  return /^https?:\/\/[^\s]+$/i.test(address)
    ? `<a href="${escape(address)}"${lang} rel="noreferrer noopener">${escape(title)}</a>`
    : lang
      ? `<span${lang}>${escape(title)}</span>`
      : escape(title);
}

/** A chart with its finding, both drawings, how to read it, and its table. */
export function figure(chart: Chart, say: Words): string {
  return `<figure id="${chart.id}">
<figcaption>${escape(chart.title)}</figcaption>
${chart.svg.replaceAll('<svg class="chart"', '<svg class="chart wide"')}
${chart.narrowSvg.replaceAll('<svg class="chart"', '<svg class="chart narrow"')}
<p class="note">${escape(chart.note)}</p>
${details(say.text.page.numbers(chart.table.caption), table(chart.table))}
</figure>`;
}

export function details(summary: string, body: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${escape(summary)}</summary>${body}</details>`;
}

/** A table of plain words; the first column heads its row. */
export function table(data: Table): string {
  return markedTable({ ...data, rows: data.rows.map((row) => row.map((cell) => escape(cell))) });
}

/** As `table`, with cells that are markup already; a row of one cell heads the rows below it. */
export function markedTable(data: Table, shape: { readonly classes?: string; readonly columns?: string } = {}): string {
  const number = (i: number) => (data.columns[i]?.isNumber ? ' class="number"' : '');
  const head = data.columns.map((column, i) => `<th scope="col"${number(i)}>${escape(column.label)}</th>`).join('');
  const rows = data.rows.map((row) =>
    row.length === 1
      ? `<tr><th scope="rowgroup" colspan="${data.columns.length}">${row[0]!}</th></tr>`
      : `<tr>${row.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td${number(i)}>${cell}</td>`)).join('')}</tr>`,
  );
  return `<div class="scroll${data.rows.length > 24 ? ' long' : ''}${shape.classes ? ` ${shape.classes}` : ''}" role="region" tabindex="0" aria-label="${escape(data.caption)}"><table><caption><span>${escape(data.caption)}</span></caption>${shape.columns ?? ''}<thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`;
}
