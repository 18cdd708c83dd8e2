// Apollo's InMemoryCache, asked for one node on two days.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { address, changingAgency, days, keepsApart } from './ask.mjs';

const query = gql`query ($key: ID!, $day: Date) { agency(key: $key, asOf: $day) { id name runs(first: 5) { totalCount edges { node { id } } } } }`;
const key = await changingAgency();

async function twoDays(typePolicies) {
  const client = new ApolloClient({ link: new HttpLink({ uri: address }), cache: new InMemoryCache({ typePolicies }) });
  const fresh = [];
  for (const day of days) fresh.push((await client.query({ query, variables: { key, day }, fetchPolicy: 'network-only' })).data.agency);
  return { fresh, kept: days.map(day => client.readQuery({ query, variables: { key, day } })?.agency) };
}

const { fresh, kept } = await twoDays();
// Keyed by name, which is the same on both days.
const { kept: mixed } = await twoDays({ Agency: { keyFields: ['name'] } });
keepsApart('Apollo', fresh, kept, mixed);
