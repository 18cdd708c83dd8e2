// The audits of GraphQL over HTTP: all hold but the two that decision 0013 sets aside.
import assert from 'node:assert/strict';
import { serverAudits } from 'graphql-http';

const setAside = [
  'SHOULD accept */* and use application/json for the content-type',
  'SHOULD assume application/json content-type when accept is missing',
];

const [address] = process.argv.slice(2);
const results = await Promise.all(serverAudits({ url: address, fetchFn: fetch }).map(audit => audit.fn()));
assert.deepEqual(results.filter(result => result.status !== 'ok').map(result => result.name).sort(), setAside, JSON.stringify(results.filter(result => result.status === 'error')));
console.log(`${results.length - setAside.length} of ${results.length} audits hold`);
