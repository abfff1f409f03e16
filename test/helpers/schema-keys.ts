import { z } from 'zod';
import { fileSchema } from '../../src/folder/config/schema.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** Every key that sosent.yaml may hold, as docs/sosent-yaml.md writes it: `themes[].title`. */
export function listSchemaKeys(): string[] {
  const schema = z.toJSONSchema(fileSchema, { io: 'input', unrepresentable: 'any' });
  return [...new Set(keysOf(schema as JsonSchema, ''))].sort();
}

function keysOf(schema: JsonSchema, path: string): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [name, ...keysOf(value, name)];
  });
  const items = schema.items === undefined ? [] : keysOf(schema.items, `${path}[]`);
  return [...own, ...items, ...(schema.anyOf ?? []).flatMap((one) => keysOf(one, path))];
}
