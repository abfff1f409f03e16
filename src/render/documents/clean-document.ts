import type { Document } from './document.ts';

/**
 * The document with every text as it can be shown: no control characters but line feeds, no signs that turn the reading
 * direction of what follows, no halves of characters. Names that hold such are normal.
 */
export function cleanDocument(document: Document): Document {
  return clean(document);
}

function clean<T>(value: T): T {
  // Whatever is mapped keeps its shape.
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)])) as T;
}

function cleanText(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

const UNSAFE = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
