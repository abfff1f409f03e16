/** What stands in a workbook cannot be made sense of. Thrown and caught in this folder only. */
export class DamagedWorkbook extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DamagedWorkbook';
  }
}

/** The attributes of a tag, by name without its prefix: `r:id="rId1"` is `id`. */
export function attributesOf(tag: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    attributes[name] = unescapeXml(double ?? single ?? '');
  }
  return attributes;
}

const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Every element of a name that is not inside another one of it, in the order of the text: its attributes and what stands
 * in it. Prefixes do not matter. Goes through the text once, whatever it holds. Throws `DamagedWorkbook` where an element
 * never ends.
 */
export function* elementsOf(
  xml: string,
  name: string,
): Generator<{ readonly tag: string; readonly body: string }> {
  const opening = new RegExp(`<((?:[\\w.-]+:)?${name})(?=[\\s/>])([^<>]*)>`, 'g');
  for (let found = opening.exec(xml); found !== null; found = opening.exec(xml)) {
    const [, full = name, tag = ''] = found;
    if (tag.endsWith('/')) {
      yield { tag, body: '' };
      continue;
    }
    const close = xml.indexOf(`</${full}>`, opening.lastIndex);
    if (close === -1) throw new DamagedWorkbook(`<${full}> never ends`);
    yield { tag, body: xml.slice(opening.lastIndex, close) };
    opening.lastIndex = close;
  }
}

/** The text of all `<t>` in an element, save the reading aids that Japanese texts have beside them (`rPh`). */
export function richText(xml: string): string {
  let text = '';
  let plain = xml;
  if (xml.includes('rPh')) for (const { body } of elementsOf(xml, 'rPh')) plain = plain.replace(body, '');
  for (const { body } of elementsOf(plain, 't')) text += unescapeXml(body);
  return unescapeOffice(text);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Only the five entities that XML knows by itself and numbered ones: a file cannot define its own. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Office writes characters that XML forbids as `_x000D_` (ECMA-376, ST_Xstring). NUL is nobody's. */
export function unescapeOffice(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_whole, hex) =>
    hex === '0000' ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** `<![CDATA[a<b]]>` as escaped text, so that nothing behind has to know of it. */
export function withoutCdata(xml: string): string {
  if (!xml.includes('<![CDATA[')) return xml;
  const [first = '', ...pieces] = xml.split('<![CDATA[');
  const rest = pieces.map((piece) => {
    const end = piece.indexOf(']]>');
    const raw = end === -1 ? piece : piece.slice(0, end);
    return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;') + (end === -1 ? '' : piece.slice(end + 3));
  });
  return first + rest.join('');
}

const SPECIAL: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/**
 * A text as XML holds it, also in an attribute. Characters that XML forbids are written as Office does (`_x0007_`), and
 * so is a text that looks like that by itself, so that it comes back; halves of surrogate pairs are lost.
 */
export function escapeXml(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[<>&"]/g, (sign) => SPECIAL[sign] ?? sign)
    .replaceAll(
      FORBIDDEN,
      (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

const UNSAFE = /[<>&"_\p{Surrogate}\p{Cc}\ufffe\uffff]/u;
/** Controls but tab and line feed; a carriage return would come back as a line feed. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;
