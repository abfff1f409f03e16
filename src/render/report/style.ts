import type { Event } from '../../model/event.ts';
import { CARD, type Paint, paint, SHAPE, shades, TEXT, THEME_COLOURS } from './colours.ts';
import { HEAT_STEPS } from './delegations-section.ts';
import { RANKS_SHOWN } from './wishes-section.ts';

/** The style sheet of the page in the colours of the event, each made to stand out in light and in dark. */
export function renderStyle({ colours, attendeeTypes }: Event): string {
  const ranks = shades(colours.primary, RANKS_SHOWN + 1).toReversed();
  const looks: readonly (readonly [string, Paint])[] = [
    ...attendeeTypes.map(({ colour }, index) => [`t${index}`, paint(colour, SHAPE)] as const),
    ...THEME_COLOURS.map((colour, index) => [`c${index}`, paint(colour, SHAPE)] as const),
    ...ranks.map((one, index) => [index === RANKS_SHOWN ? 'late' : `r${index}`, one] as const),
    ['unwished', paint('#b07818', SHAPE)],
    ['other', paint('#7d8792', SHAPE)],
    ['stop-others', paint('#7d8792', SHAPE)],
    ['none', paint('#b3261e', SHAPE)],
    ['stop-unseated', paint('#b3261e', SHAPE)],
    ['away', paint('#8f98a1', 2)],
    ['stop-away', paint('#8f98a1', 2)],
  ];
  const heat = shades(colours.primary, HEAT_STEPS).map((one, index) => [index + 1, one] as const);
  const appearance = (mode: 'light' | 'dark'): string => {
    const on = mode === 'light' ? 'onLight' : 'onDark';
    return [
      `--pick:${paint(colours.primary, TEXT)[mode]};--on-pick:${paint(colours.primary, TEXT)[on]}`,
      `--accent:${paint(colours.accent, SHAPE)[mode]}`,
      ...looks.map(([name, one]) => `--${name}:${one[mode]};--on-${name}:${one[on]}`),
      ...heat.map(([step, one]) => `--h${step}:${one[mode]};--on-h${step}:${one[on]}`),
    ].join(';');
  };
  const rules = looks.map(
    ([name]) =>
      `.${name}{fill:var(--${name})}.on-${name}{fill:var(--on-${name})}.chip-${name}{background:var(--${name});color:var(--on-${name})}`,
  );
  const cells = heat.map(([step]) => `.h${step}{background:var(--h${step});color:var(--on-h${step})}`);
  return `:root{${appearance('light')}}
@media screen and (prefers-color-scheme:dark){:root{${appearance('dark')}}}
${BASE}${rules.join('\n')}
${cells.join('\n')}
${PRINT}`;
}

const BASE = `:root{color-scheme:light dark;--ink:#1c2733;--soft:#55606b;--page:#f2f4f6;--card:${CARD.light};--line:#d8dde3;--track:#e6eaee;--bad:#a3241c;--bad-back:#fdecea;--warn:#704600;--warn-back:#fff1d6}
@media screen and (prefers-color-scheme:dark){:root{--ink:#eef1f4;--soft:#a9b4bf;--page:#11161b;--card:${CARD.dark};--line:#343d47;--track:#2b343d;--bad:#ffb4a9;--bad-back:#43201c;--warn:#ffd591;--warn-back:#3a2c10}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:16px}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;border-top:8px solid var(--pick)}
h1,h2,p,ul,ol,dl,dd{margin:0}
a{color:var(--pick)}
:focus-visible{outline:3px solid var(--pick);outline-offset:2px}
.skip{position:absolute;left:-999px;top:8px;background:var(--card);padding:8px 12px;z-index:2}
.skip:focus{left:8px}
.top,main,nav,footer{max-width:1120px;margin:0 auto;padding:0 24px}
.top{padding-top:40px;padding-bottom:20px}
.top p{color:var(--soft);overflow-wrap:anywhere}
.top .kind{color:var(--pick);font-weight:600;margin-bottom:4px}
h1{font-size:clamp(28px,5vw,44px);line-height:1.15;letter-spacing:-.015em;overflow-wrap:anywhere;margin-bottom:8px}
.top .privacy{margin-top:14px;color:var(--ink);border-left:4px solid var(--accent);padding:2px 0 2px 12px;max-width:72ch}
nav ol{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px 18px;font-size:15px}
nav h2,.key h2,caption,.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px 28px 28px;margin-top:24px}
h2{font-size:22px;line-height:1.3;letter-spacing:-.005em}
.about,.note,.soft,small{color:var(--soft)}
.about{max-width:72ch;margin-bottom:16px}
.note{margin-top:12px;max-width:72ch}
.key{background:none;border:0;padding:0;margin-top:28px}
.key ul{list-style:none;padding:0;display:grid;gap:14px;grid-template-columns:repeat(auto-fill,minmax(230px,1fr))}
.key li{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px}
.key b{display:block;font-size:42px;line-height:1.1;font-weight:650;letter-spacing:-.02em;color:var(--pick);font-variant-numeric:tabular-nums}
.key .bad b{color:var(--bad)}
.key span{display:block;font-weight:600;line-height:1.3;margin-top:4px}
.key small{font-size:14px}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:15px;font-variant-numeric:tabular-nums}
th,td{padding:7px 10px;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line);overflow-wrap:break-word}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
tbody th,tfoot th{font-weight:600;min-width:130px;position:sticky;left:0;background:var(--card);z-index:1}
tbody td:not(.number,.chart,.said){min-width:76px}
td.said{min-width:210px}
bdi{overflow-wrap:anywhere}
thead th{font-size:14px;font-weight:600;color:var(--soft);vertical-align:bottom;line-height:1.3}
.number{text-align:right}
td.number{white-space:nowrap}
td.chart{min-width:200px;width:44%}
thead .chart{min-width:200px;width:44%}
tbody tr:last-child>*{border-bottom:0}
.bar{display:block;width:100%;height:22px;border-radius:4px;overflow:hidden}
.bar text{font-size:12.5px;font-weight:600;text-anchor:middle}
.bar rect+text+rect,.bar rect+rect{stroke:var(--card);stroke-width:1}
.track{fill:var(--track)}.full{fill:var(--pick)}.over{fill:var(--bad)}
.bar .track+rect{stroke:none}
.mark{stroke:var(--accent);stroke-width:3}
.withheld{fill:none;stroke:var(--soft);stroke-width:2;stroke-dasharray:4 5}
.withheld-mark{color:var(--soft);font-size:.85em;font-weight:400}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px 18px;margin-bottom:14px;font-size:15px}
.chip{display:inline-block;min-width:24px;text-align:center;border-radius:4px;padding:0 5px;font-size:13px;font-weight:650}
.flag,.severity{display:inline-block;border-radius:4px;padding:0 7px;font-size:13px;font-weight:600;white-space:nowrap;color:var(--warn);background:var(--warn-back)}
.severity.error{color:var(--bad);background:var(--bad-back)}
.severity.hint{color:var(--soft);background:var(--track)}
.heat{text-align:center;border:2px solid var(--card);border-radius:6px}
tfoot>tr>*{border-top:2px solid var(--line);border-bottom:0;font-weight:600}
.flow{display:block;font-size:13px}
.flow text{fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:3px;stroke-linejoin:round}
.flow .head{font-weight:650;font-size:14px}
.flow tspan{font-weight:650}
.flow .band{opacity:.34}
.flow .band:hover{opacity:.7}
details{margin-top:14px}
summary{cursor:pointer;color:var(--pick);font-weight:600}
code{font:13.5px/1.4 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.hash{font-size:12.5px}
.method{display:grid;gap:10px}
.method div{display:grid;grid-template-columns:minmax(120px,220px) minmax(0,1fr);gap:16px}
.method dt{color:var(--soft)}
.prose{max-width:72ch;margin-top:18px}
footer{color:var(--soft);font-size:14px;padding-top:24px;padding-bottom:48px}
.filter{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center;margin-bottom:10px;font-size:15px}
.filter input{font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:6px;padding:6px 10px;min-width:0;width:240px;max-width:100%}
.filter output{color:var(--soft)}
thead button{font:inherit;color:inherit;background:none;border:0;padding:4px 0;margin:0;cursor:pointer;text-align:inherit;min-height:28px}
thead button:hover{color:var(--pick)}
thead button::after{content:'\\2195';opacity:.55;padding-left:4px}
[aria-sort=ascending] button::after{content:'\\2191';opacity:1}
[aria-sort=descending] button::after{content:'\\2193';opacity:1}
[aria-sort] button{color:var(--ink)}
[hidden]{display:none!important}
@media (max-width:640px){.top,main,nav,footer{padding-left:14px;padding-right:14px}.top{padding-top:24px}section{padding:18px 14px 20px;border-radius:10px}.key ul{grid-template-columns:1fr 1fr;gap:10px}.key li{padding:14px}.key b{font-size:32px}.method div{grid-template-columns:1fr;gap:0}td.chart,thead .chart{min-width:124px}tbody th{min-width:112px}table{font-size:14px}th,td{padding:7px 6px}.slim{display:none}}
`;

/** A4 upright; no chart and no row is cut, and what only a screen can do is left out. */
const PRINT = `@page{size:A4;margin:14mm 13mm}
@media print{:root{color-scheme:light}code,.hash,.severity,.flag{font-size:.95em}body{background:none;border-top-width:4px;font-size:10pt}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.top,main,nav,footer{max-width:none;padding-left:0;padding-right:0}.top{padding-top:12px}nav,.skip,.filter,details{display:none}section{border:0;padding:0;margin-top:22px}h2{font-size:14pt;break-after:avoid}.about,.legend{break-after:avoid}table{font-size:8.5pt}thead th{font-size:8pt}thead{display:table-header-group}tr,.bar,.flow,.key li,.method div{break-inside:avoid}thead button::after{content:none}.scroll{overflow:visible}.flow{width:100%;height:auto}td.chart,thead .chart{min-width:120px}.slimmer{display:none}tbody th,tfoot th{min-width:80px;position:static}th,td{padding:4px 6px}.key ul{grid-template-columns:repeat(4,1fr);gap:8px}.key li{padding:8px 10px}.key b{font-size:22pt}a{color:inherit;text-decoration:none}}
`;
