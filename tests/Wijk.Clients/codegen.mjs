// What graphql-codegen makes of the schema must be TypeScript, whatever its scalars are called in it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { generate } from '@graphql-codegen/cli';

const schema = process.argv[3];
const made = path.join(import.meta.dirname, 'generated', 'codegen');
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
const scalars = Object.fromEntries(['Attributes', 'Date', 'DateTime', 'Decimal', 'Long', 'PartialDate'].map(name => [name, 'Record<string, unknown>']));
const documents = path.join(import.meta.dirname, 'codegen.graphql');
const plugins = ['typescript', 'typescript-operations'];
const files = await generate({
  schema, documents, silent: true,
  generates: {
    [path.join(made, 'default.ts')]: { plugins, config: { strictScalars: false } },
    [path.join(made, 'records.ts')]: { plugins, config: { strictScalars: true, scalars } },
  },
}, true);
assert.equal(files.length, 2);
const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
const checked = spawnSync(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', ...files.map(file => file.filename)],
  { encoding: 'utf8' });
assert.equal(checked.status, 0, checked.stdout + checked.stderr);
console.log(`${files.length} files of ${files.map(file => file.content.split('\n').length).join(' and ')} lines are TypeScript`);
