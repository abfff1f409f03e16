import type { Method } from '../../core/report/report-figures.ts';
import type { Finding } from '../../model/finding.ts';
import type { Violation } from '../../model/violation.ts';
import { findingText } from '../findings/finding-words.ts';
import type { Names } from '../findings/names.ts';
import { constraintTitle, violationText } from '../findings/violation-words.ts';
import { html, type Markup, type Part } from './html.ts';
import { LIMITS } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { marked, named, type Section, section } from './section.ts';
import { renderTable } from './table.ts';

/** Every rule that is bent, and where. */
export function renderRules(page: PageContext, violations: readonly Violation[], names: Names): Section {
  const { words, number, language } = page;
  const { columns } = words;
  const body =
    violations.length === 0
      ? html`<p>${words.noRules}</p>`
      : renderTable(page, {
          caption: words.sections.rules.title,
          limit: { rows: LIMITS.rules, where: '`sosent export summary`' },
          rows: violations,
          columns: [
            { head: columns.rule, kind: 'text', cell: (row) => ruleOf(page, row) },
            {
              head: columns.where,
              kind: 'text',
              cell: (row) => said(violationText(row, language, names)),
              look: () => 'said',
            },
            {
              head: columns.amount,
              kind: 'number',
              cell: (row) => number(row.amount),
              sort: (row) => row.amount,
            },
          ],
        });
  return section('rules', words.sections.rules, body);
}

export function ruleOf(
  { words, language }: PageContext,
  rule: Pick<Violation, 'constraint' | 'rule' | 'hard'>,
): Part {
  return [
    constraintTitle(rule.constraint, language),
    rule.rule === '' ? undefined : html` <code>${rule.rule}</code>`,
    rule.hard ? html` <span class="flag">${words.hard}</span>` : undefined,
  ];
}

const SEVERITIES = ['error', 'warning', 'hint'] as const;

/** What `sosent check` finds, the gravest first. */
export function renderFindings(page: PageContext, findings: readonly Finding[], names: Names): Section {
  const { words, language } = page;
  const { columns } = words;
  const body =
    findings.length === 0
      ? html`<p>${words.noFindings}</p>`
      : renderTable(page, {
          caption: words.sections.findings.title,
          limit: { rows: LIMITS.rules, where: '`sosent check`' },
          rows: SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity)).map(
            (one) => ({ ...one, text: findingText(one, language, names) }),
          ),
          columns: [
            {
              head: columns.severity,
              kind: 'text',
              cell: (row) =>
                html`<span class="severity ${row.severity}">${words.severities[row.severity]}</span>`,
              sort: (row) => SEVERITIES.indexOf(row.severity),
            },
            {
              head: columns.finding,
              kind: 'text',
              cell: (row) => [said(row.text.message), placeOf(row)],
              look: () => 'said',
            },
            { head: columns.next, kind: 'text', cell: (row) => said(row.text.next), look: () => 'said' },
            { head: columns.code, kind: 'text', cell: (row) => html`<code>${row.code}</code>` },
          ],
        });
  return section('findings', words.sections.findings, body);
}

function placeOf({ location }: Finding): Markup | undefined {
  if (location === undefined) return undefined;
  const column = location.column === undefined ? '' : `, ${location.column}`;
  return html` <small class="soft">${location.file}${location.line === undefined ? '' : `:${location.line}`}${column}</small>`;
}

/** How the plan was made. */
export function renderMethod(page: PageContext, method: Method | undefined): Section {
  const { method: words } = page.words;
  if (method === undefined) {
    return section(
      'method',
      page.words.sections.method,
      html`<p>${marked(words.unknown)}</p><p>${marked(words.words)}</p>`,
    );
  }
  const altered = [
    ...method.changed.map((one) => words.inputs[one]),
    ...(method.isSamePlan ? [] : [words.alteredPlan]),
  ];
  const facts: readonly (readonly [string, Part])[] = [
    [words.criterion, words.criteria[method.criterion]],
    [words.seed, html`<code>${named(method.seed)}</code>`],
    [words.result, method.proven ? words.proven : words.unproven],
    [words.engine, html`<code>${method.engine}</code>`],
    ...(method.followsPublished ? [[words.published, words.publishedText] as const] : []),
    [words.altered, altered.length === 0 ? words.same : `${altered.join(', ')}.`],
    [words.hash, html`<code class="hash">${method.placements}</code>`],
  ];
  return section('method', page.words.sections.method, [
    html`<dl class="method">${facts.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
    )}</dl>`,
    html`<p class="prose">${marked(words.words)}</p>`,
  ]);
}

/** A sentence that may hold what people wrote. */
function said(text: string): Markup {
  return html`<bdi>${marked(text)}</bdi>`;
}
