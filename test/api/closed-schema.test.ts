import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';
import { closeSchema } from '../../src/api/routes/closed-schema';
import { inBothFlagModes, newStack } from '../harness/apps';

const { ARRAY, NULL, OBJECT, STRING } = JsonSchemaType;
const TEXT: JsonSchema = { type: STRING };

function closed(schema: JsonSchema): JsonSchema {
  return closeSchema(newStack(), 'body', schema);
}

/** Paths of the schemas that are closed to unknown properties. */
function closedPlaces(schema: unknown, path = '$'): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = (schema as JsonSchema).additionalProperties === false ? [path] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => closedPlaces(value, `${path}.${key}`))];
}

inBothFlagModes(() => {
  describe('a body schema', () => {
    test('is closed at every depth', () => {
      expect(closedPlaces(closed({
        type: OBJECT,
        properties: {
          name: TEXT,
          address: { type: OBJECT, properties: { street: TEXT } },
          items: { type: ARRAY, items: { type: [OBJECT, NULL], properties: { sku: TEXT } } },
          labels: { type: OBJECT, additionalProperties: { type: OBJECT, properties: { text: TEXT } } },
        },
        patternProperties: { '^x-': { type: OBJECT, properties: { a: TEXT } } },
      }))).toEqual([
        '$',
        '$.properties.address',
        '$.properties.items.items',
        '$.properties.labels.additionalProperties',
        '$.patternProperties.^x-',
      ]);
    });

    test('keeps a map whose values have a schema', () => {
      const map: JsonSchema = { type: OBJECT, additionalProperties: TEXT };
      expect(closed({ type: OBJECT, properties: { map } }).properties!.map).toEqual(map);
    });

    test('is closed where a definition is written', () => {
      expect(closed({
        type: OBJECT,
        properties: { to: { ref: '#/definitions/address' } },
        definitions: { address: { type: OBJECT, properties: { street: TEXT } } },
      })).toEqual({
        type: OBJECT,
        properties: { to: { ref: '#/definitions/address' } },
        definitions: { address: { type: OBJECT, properties: { street: TEXT }, additionalProperties: false } },
        additionalProperties: false,
      });
    });

    test('of a tuple takes no further items', () => {
      expect(closed({ type: ARRAY, items: [TEXT, TEXT] })).toEqual({ type: ARRAY, items: [TEXT, TEXT], additionalItems: false });
    });

    test('is not changed in the caller\'s hands', () => {
      const schema: JsonSchema = { type: OBJECT, properties: { a: { type: OBJECT, properties: { b: TEXT } } } };
      closed(schema);
      expect(closedPlaces(schema)).toEqual([]);
    });

    test('that names properties takes objects only, though draft 4 lets everything else through', () => {
      const named: JsonSchema = { properties: { a: TEXT } };
      const object: JsonSchema = { type: OBJECT, properties: { a: TEXT }, additionalProperties: false };
      expect(closed(named)).toEqual(object);
      expect(closed({ type: ARRAY, items: named })).toEqual({ type: ARRAY, items: object });
      expect(closed({ ref: '#/definitions/a', definitions: { a: named } }).definitions).toEqual({ a: object });
      expect(closed({ anyOf: [named, { required: ['b'], properties: { b: TEXT } }] })).toMatchObject({ type: OBJECT });
    });

    test('whose parts say its types keeps them', () => {
      const nullable: JsonSchema = { type: [OBJECT, NULL], properties: { b: TEXT } };
      expect(closed({ allOf: [nullable, { properties: { a: TEXT } }] })).not.toHaveProperty('type');
      expect(closed({ type: [OBJECT, NULL], anyOf: [{ properties: { a: TEXT } }, { properties: { b: TEXT } }] }).type).toEqual([OBJECT, NULL]);
    });

    test.each<[string, JsonSchema]>([
      ['a text that is defined, and shorter here', { allOf: [{ ref: '#/definitions/sku' }, { maxLength: 5 }], definitions: { sku: TEXT } }],
      ['a list in two parts', { allOf: [{ type: ARRAY, maxItems: 3 }, { items: TEXT }] }],
      ['a choice of types', { oneOf: [TEXT, { type: ARRAY, items: TEXT }] }],
      ['a choice whose elements are said beside it', { items: TEXT, anyOf: [{ type: ARRAY }, { enum: [1] }] }],
      ['a definition that is part of another', { allOf: [{ ref: '#/definitions/short' }, TEXT], definitions: { short: { maxLength: 5 } } }],
      ['a tuple with more of a kind', { type: ARRAY, items: [TEXT], additionalItems: TEXT }],
      ['a string', TEXT],
      ['an array of strings', { type: ARRAY, items: TEXT }],
      ['a choice of constants', { type: OBJECT, properties: { kind: { enum: ['a', 'b'] } }, additionalProperties: false }],
    ])('of %s stays as it is', (_, schema) => {
      expect(closed(schema)).toEqual(schema);
    });
  });

  describe('a combination', () => {
    test('of allOf is closed around its branches, never inside them', () => {
      expect(closed({
        allOf: [
          { type: OBJECT, required: ['a'], properties: { a: TEXT } },
          { type: OBJECT, properties: { b: { type: OBJECT, properties: { c: TEXT } } } },
        ],
      })).toEqual({
        allOf: [
          { type: OBJECT, required: ['a'], properties: { a: TEXT } },
          { type: OBJECT, properties: { b: { type: OBJECT, properties: { c: TEXT }, additionalProperties: false } } },
        ],
        properties: { a: {}, b: {} },
        additionalProperties: false,
      });
    });

    test('with a definition as a branch writes it out, open', () => {
      const result = closed({
        type: OBJECT,
        properties: { a: TEXT },
        allOf: [{ ref: '#/definitions/base' }],
        definitions: { base: { type: OBJECT, properties: { id: TEXT } } },
      });
      expect(result.allOf).toEqual([{ type: OBJECT, properties: { id: TEXT } }]);
      expect(result.properties).toEqual({ a: TEXT, id: {} });
      expect(result.definitions!.base.additionalProperties).toBe(false);
    });

    test('of anyOf beside properties is closed over all their names', () => {
      expect(closed({ type: OBJECT, properties: { a: TEXT, b: TEXT }, anyOf: [{ required: ['a'] }, { required: ['b'] }] })).toEqual({
        type: OBJECT, properties: { a: TEXT, b: TEXT }, anyOf: [{ required: ['a'] }, { required: ['b'] }], additionalProperties: false,
      });
    });

    test('of a lone oneOf is closed choice by choice', () => {
      expect(closedPlaces(closed({
        oneOf: [{ type: OBJECT, properties: { card: TEXT } }, { type: OBJECT, additionalProperties: TEXT }, { type: STRING }],
      }))).toEqual(['$.oneOf.0']);
    });

    test('with dependencies knows their names and closes what is nested in them', () => {
      const address: JsonSchema = { type: OBJECT, properties: { street: TEXT } };
      expect(closed({ type: OBJECT, properties: { card: TEXT, cvc: TEXT }, dependencies: { card: { properties: { address } }, cvc: ['card'] } })).toEqual({
        type: OBJECT,
        properties: { card: TEXT, cvc: TEXT, address: {} },
        dependencies: { card: { properties: { address: { ...address, additionalProperties: false } } }, cvc: ['card'] },
        additionalProperties: false,
      });
    });
  });

  describe('a schema is refused', () => {
    test.each<[string, JsonSchema, string]>([
      ['accepts everything', {}, '[Stack] body = {}: a schema without a type accepts every value'],
      ['accepts every value of a property', { type: OBJECT, properties: { a: {} } }, '[Stack] body.properties.a = {}: a schema without a type accepts every value'],
      ['only limits a property', { type: OBJECT, properties: { a: { maxLength: 5 } } }, '[Stack] body.properties.a = {"maxLength":5}: a schema without a type'],
      ['only describes an element', { type: ARRAY, items: { description: 'any' } }, '[Stack] body.items = {"description":"any"}: a schema without a type'],
      ['is a map of everything', { type: OBJECT, additionalProperties: {} }, '[Stack] body.additionalProperties = {}: a schema without a type'],
      ['takes everything under a pattern', { type: OBJECT, patternProperties: { '^x-': {} } }, '[Stack] body.patternProperties.^x- = {}: a schema without a type'],
      ['refers to everything', { type: OBJECT, properties: { a: { ref: '#/definitions/any' } }, definitions: { any: {} } },
        '[Stack] body.properties.a = {"ref":"#/definitions/any"}: a schema without a type'],
      ['leaves one choice open', { oneOf: [TEXT, { minLength: 1 }] }, ': a schema without a type accepts every value. Write its type'],
      ['is a list of anything', { type: OBJECT, properties: { a: { type: ARRAY } } },
        '[Stack] body.properties.a.items = "absent": a list whose elements have no schema accepts every element. Write items'],
      ['may be a list of anything', { type: [STRING, ARRAY] }, '[Stack] body.items = "absent": a list whose elements'],
      ['is a list of anything in every part', { allOf: [{ type: ARRAY }, { maxItems: 3 }] }, '[Stack] body.items = "absent"'],
      ['is a tuple with anything behind it', { type: ARRAY, items: [TEXT], additionalItems: true }, '[Stack] body.additionalItems = true: it lets elements of any kind in'],
      ['is a tuple with everything behind it', { type: ARRAY, items: [TEXT], additionalItems: {} }, '[Stack] body.additionalItems = {}: a schema without a type'],
      ['refers to itself only', { ref: '#/definitions/a', definitions: { a: { ref: '#/definitions/a' } } },
        '[Stack] body.ref = "#/definitions/a": this reference leads back to itself'],
      ['lets unknown properties in', { type: OBJECT, properties: { a: { type: OBJECT, additionalProperties: true } } },
        '[Stack] body.properties.a.additionalProperties = true: it lets unknown properties in'],
      ['could only be empty', { type: OBJECT, properties: { a: { type: OBJECT } } },
        '[Stack] body.properties.a = {"type":"object"}: closed, an object without named properties could only be empty'],
      ['closes a branch of allOf', { allOf: [{ type: OBJECT, properties: { a: TEXT }, additionalProperties: false }, { properties: { b: TEXT } }] },
        '[Stack] body.allOf.0.additionalProperties = false: it rules over the properties of the other branches too'],
      ['refers outside', { type: OBJECT, properties: { a: { ref: 'https://example.com/a' } } },
        '[Stack] body.properties.a.ref = "https://example.com/a": this refers to nothing in definitions'],
      ['refers to nothing', { ref: '#/definitions/a' }, '[Stack] body.ref = "#/definitions/a": this refers to nothing in definitions'],
      ['goes round in a circle', { allOf: [{ ref: '#/definitions/a' }], definitions: { a: { type: OBJECT, allOf: [{ ref: '#/definitions/a' }] } } },
        'a branch refers back to the schema it is part of'],
    ])('that %s', (_, schema, message) => {
      expect(() => closed(schema)).toThrow(message);
    });
  });
});
