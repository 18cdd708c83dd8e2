// graphql-js, asked for everything it can ask for, must build the schema of schema.graphql.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, getIntrospectionQuery, isInputObjectType, isScalarType, isSpecifiedScalarType, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { ask, schemaFile } from './ask.mjs';

const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
const asked = buildClientSchema(await ask(getIntrospectionQuery(everything)));
const written = buildSchema(readFileSync(schemaFile, 'utf8'));
// In the file a field without a description has that of an interface; in the answer it is written out.
for (const type of Object.values(written.getTypeMap())) {
  for (const one of type.getInterfaces?.() ?? []) {
    for (const [name, field] of Object.entries(one.getFields())) type.getFields()[name].description ??= field.description;
  }
}

assert.deepEqual(validateSchema(asked), []);
assert.equal(printSchema(lexicographicSortSchema(asked)), printSchema(lexicographicSortSchema(written)));
const ours = Object.values(asked.getTypeMap()).filter(type => isScalarType(type) && !isSpecifiedScalarType(type));
assert.deepEqual(ours.filter(scalar => !URL.canParse(scalar.specifiedByURL)).map(scalar => scalar.name), []);
assert.deepEqual(Object.values(asked.getTypeMap()).filter(type => isInputObjectType(type) && type.isOneOf).map(type => type.name), ['ChangeInput']);
console.log(`${Object.keys(asked.getTypeMap()).length} types, ${ours.length} scalars with a specification`);
