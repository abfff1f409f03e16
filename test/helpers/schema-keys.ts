import { z } from 'zod';
import { fileSchema } from '../../src/folder/config/schema.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/**
 * Every key that sosent.yaml may hold, as docs/sosent-yaml.md writes it: `themes[].title`. What may stand alone or in a
 * list is written once, as if it stood alone.
 */
export function listSchemaKeys(): string[] {
  const schema = z.toJSONSchema(fileSchema, { io: 'input', unrepresentable: 'any' });
  const keys = new Set(keysOf(schema as JsonSchema, ''));
  return [...keys].filter((key) => !isListOf(key, keys)).sort();
}

function keysOf(schema: JsonSchema, path: string): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [name, ...keysOf(value, name)];
  });
  const items = schema.items === undefined ? [] : keysOf(schema.items, `${path}[]`);
  return [...own, ...items, ...(schema.anyOf ?? []).flatMap((one) => keysOf(one, path))];
}

/** `audience[].types` where there is `audience.types`. */
function isListOf(key: string, keys: ReadonlySet<string>): boolean {
  return [...key.matchAll(/\[\]/g)].some(({ index }) => keys.has(key.slice(0, index) + key.slice(index + 2)));
}
