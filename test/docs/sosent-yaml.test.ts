import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../src/folder/config/parse-event.ts';
import { listSchemaKeys } from '../helpers/schema-keys.ts';

const doc = readFileSync(new URL('../../docs/sosent-yaml.md', import.meta.url), 'utf8');
const snippets = [...doc.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1]).join('');

describe('docs/sosent-yaml.md', () => {
  it('describes every key of sosent.yaml once, and no other', () => {
    const described = [...doc.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '').sort();
    expect(described).toEqual(listSchemaKeys());
  });

  it('has snippets that are together a valid event with every key in it', () => {
    expect(parseEvent(snippets, 'docs/sosent-yaml.md').problems).toEqual([]);
    const words = new Set(snippets.match(/[a-zA-Z]+(?=:)/g));
    const keys = listSchemaKeys().map((key) => key.split('.').at(-1) ?? key);
    expect(keys.filter((key) => !words.has(key))).toEqual([]);
  });
});
