// urql's graphcache, asked for one node on two days.
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { address, changingAgency, days, keepsApart } from './ask.mjs';

const query = gql`query ($key: ID!, $day: Date) { agency(key: $key, asOf: $day) { __typename id name runs(first: 5) { __typename totalCount edges { __typename node { __typename id } } } } }`;
const key = await changingAgency();

async function twoDays(keys) {
  const embedded = { RunsMeasureConnection: () => null, RunsMeasureEdge: () => null };
  const client = new Client({ url: address, preferGetMethod: false, exchanges: [cacheExchange({ keys: { ...embedded, ...keys } }), fetchExchange] });
  const ask = async requestPolicy => {
    const found = [];
    for (const day of days) found.push((await client.query(query, { key, day }, { requestPolicy }).toPromise()).data?.agency);
    return JSON.parse(JSON.stringify(found));
  };
  return { fresh: await ask('network-only'), kept: await ask('cache-only') };
}

const { fresh, kept } = await twoDays({});
// Keyed by name, which is the same on both days.
const { kept: mixed } = await twoDays({ Agency: agency => agency.name });
keepsApart('urql', fresh, kept, mixed);
