/**
 * A Typst string literal: in Typst only `\` and `"` end or escape a string, so nothing in a name can become code
 * (https://typst.app/docs/reference/foundations/str/). Control characters but line feeds are left out: no font shows
 * them.
 */
export function typstString(value: string): string {
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n');
  return `"${text}"`;
}
