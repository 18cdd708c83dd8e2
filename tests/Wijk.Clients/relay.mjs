// relay-compiler on fragments that can be asked for again, and Relay's store, asked for one node on two days.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import relay from 'relay-runtime';
import { ask, changingAgency, days, keepsApart, schemaFile } from './ask.mjs';

const here = import.meta.dirname;
const made = path.join(here, 'generated', 'relay');
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
const config = path.join(here, 'generated', 'relay.config.json');
writeFileSync(config, JSON.stringify({
  root: here, sources: { relay: 'wijk' },
  projects: { wijk: { schema: path.relative(here, schemaFile), output: 'generated/relay', language: 'javascript', eagerEsModules: true } },
}));
const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
const compiled = spawnSync(process.execPath, [compiler, config], { encoding: 'utf8', cwd: here });
assert.equal(compiled.status, 0, compiled.stdout + compiled.stderr);

const artifact = async name => (await import(path.join(made, `${name}.graphql.js`))).default;
const [query, card] = [await artifact('agencyQuery'), await artifact('agencyCardQuery')];
assert.match(card.params.text, /node\(id: \$id\)/);
const key = await changingAgency();

async function twoDays(getDataID) {
  const environment = new relay.Environment({
    getDataID,
    network: relay.Network.create(async (params, variables) => ({ data: await ask(params.text, variables) })),
    store: new relay.Store(new relay.RecordSource()),
  });
  const lookup = (request, variables) => environment.lookup(relay.createOperationDescriptor(request, variables).fragment).data;
  const plain = agency => JSON.parse(JSON.stringify({ id: agency.id, name: agency.name, runs: agency.runs }));
  const fresh = [];
  for (const day of days) fresh.push(plain((await relay.fetchQuery(environment, query, { key, day }).toPromise()).agency));
  const kept = days.map(day => plain(lookup(query, { key, day }).agency));
  for (const { id, runs } of fresh) {
    await relay.fetchQuery(environment, card, { id }).toPromise();
    if (!getDataID) assert.equal(environment.getStore().getSource().get(id).__id, id);
    assert.ok(runs);
  }
  return { fresh, kept, again: days.map(day => plain(lookup(query, { key, day }).agency)) };
}

const { fresh, kept, again } = await twoDays();
assert.deepEqual(again, fresh, 'asking for a node again by its id changes nothing of the other day');
// Keyed by name, which is the same on both days.
const { kept: mixed } = await twoDays((node, type) => (type === 'Agency' ? node.name : node.id));
keepsApart('Relay', fresh, kept, mixed);
