// What the scripts share: the server's address, how it is asked, and a node that is not the same on two days.
import assert from 'node:assert/strict';

export const [address, schemaFile] = process.argv.slice(2);
export const days = ['2019-06-01', '2026-06-01'];

export async function ask(query, variables) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}

/** The key of an agency that runs another number of measures on each of the two days. */
export async function changingAgency() {
  const query = 'query ($day: Date) { agencies(first: 100, asOf: $day) { edges { node { key runs { totalCount } } } } }';
  const [before, after] = await Promise.all(days.map(async day => (await ask(query, { day })).agencies.edges.map(edge => edge.node)));
  const found = after.find(node => before.some(other => other.key === node.key && other.runs.totalCount !== node.runs.totalCount));
  assert.ok(found, 'the sample must have an agency that runs other measures on the two days');
  return found.key;
}

/** Checks what a cache gives back for the two days. Keyed by what the days share it must fail, or it shows nothing. */
export function keepsApart(name, fresh, kept, mixed) {
  assert.notDeepEqual(fresh[0].runs, fresh[1].runs);
  assert.notEqual(fresh[0].id, fresh[1].id);
  assert.deepEqual(kept, fresh, `${name} mixes two days`);
  assert.notDeepEqual(mixed, fresh, `${name} keeps two days apart whatever their ids are: this test shows nothing`);
  console.log(`${name} keeps ${fresh[0].id} and ${fresh[1].id} apart`);
}
