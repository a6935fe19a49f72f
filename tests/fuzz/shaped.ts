/** Random data in the shape of a schema: mostly right, so that it gets far, and wrong in random spots. */
import * as fc from 'fast-check';
import { z } from 'zod';
import { hostileValues } from './mutations.ts';

type Schema = z.core.$ZodType;

const words = ['freeland', 'bigland', 'freeland/centre/capital', 'freeland/north', 'census', 'paper', 'pact', 'day 2 17:00', 'people', 'share', '1', 'h'];

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileValues, null, Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Now and then something else altogether. */
function spoiled(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: right, weight: 40 }, { arbitrary: anything, weight: 1 });
}

/** Random plain data in the shape of a zod schema. */
export function shapedLike(schema: Schema): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return shapedLike(schema.unwrap() as Schema);
  if (schema instanceof z.ZodObject) return spoiled(mapping(schema));
  if (schema instanceof z.ZodArray) return spoiled(fc.array(shapedLike(schema.element as Schema), { maxLength: 3 }));
  if (schema instanceof z.ZodTuple) return spoiled(fc.tuple(...schema.def.items.map(shapedLike)));
  if (schema instanceof z.ZodRecord)
    return spoiled(fc.dictionary(fc.constantFrom(...words, 'mobilise', 'toString', 'x y'), shapedLike(schema.valueType as Schema), { maxKeys: 3 }));
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((option) => shapedLike(option as Schema)));
  if (schema instanceof z.ZodEnum) return spoiled(fc.constantFrom<unknown>(...schema.options));
  if (schema instanceof z.ZodLiteral) return spoiled(fc.constantFrom<unknown>(...schema.values));
  if (schema instanceof z.ZodBoolean) return spoiled(fc.boolean());
  if (schema instanceof z.ZodNumber) return spoiled(fc.oneof(fc.constantFrom(0, 1, 0.5, 9000, 1500, 2020), fc.integer({ min: -5, max: 400 })));
  if (schema instanceof z.ZodString) return spoiled(fc.constantFrom(...words));
  throw new Error(`no random data for a schema of type ${(schema as z.ZodType).def.type}: add it to tests/fuzz/shaped.ts`);
}

function mapping(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(schema.shape).map(([name, inner]) => [name, shapedLike(inner)]));
  const required = Object.entries(schema.shape)
    .filter(([, inner]) => !inner.safeParse(undefined).success)
    .map(([name]) => name);
  const whole = fc.record(fields, { requiredKeys: required });
  const stray = fc.tuple(whole, fc.constantFrom('__proto__', 'constructor', 'valeu', 'a b', '', '1'), anything);
  return fc.oneof(
    { arbitrary: whole, weight: 20 },
    { arbitrary: fc.record(fields, { requiredKeys: [] }), weight: 1 },
    { arbitrary: stray.map(([data, name, value]) => Object.fromEntries([...Object.entries(data), [name, value]])), weight: 1 },
  );
}
