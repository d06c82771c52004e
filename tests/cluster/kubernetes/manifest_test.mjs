// manifest_test.mjs - the Kubernetes manifests of samples/cluster: each key and value against Kubernetes' own types
// (kubernetes-types, made from its OpenAPI description), and their commands run on this machine.
//
//     node manifest_test.mjs SCOREBOOK SAMPLES WORK
//
// No cluster is asked. What the API server checks beyond types and these files need is checked by name below.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {parseAllDocuments} from 'yaml';

const [scorebook, samples, work] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));

function documentsOf(name) {
  return parseAllDocuments(readFileSync(join(samples, 'cluster', name), 'utf8'), {uniqueKeys: true}).map((document) => {
    assert.deepEqual(document.errors, [], `${name} is YAML`);
    return document.toJS();
  });
}

/** What TypeScript says of each value as a batch/v1 Job: wrong, missing and unknown keys, values of another type. */
function faultsOf(jobs) {
  const file = join(here, 'jobs.ts');
  const text = "import type {Job} from 'kubernetes-types/batch/v1';\n" +
      jobs.map((job, i) => `export const job${i}: Job = ${JSON.stringify(job)};\n`).join('');
  const options = {strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022, lib: ['lib.es5.d.ts'], skipLibCheck: true, types: []};
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, options.target) : onDisk(name, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  const program = ts.createProgram([file], options, host);
  const faults = jobs.map(() => []);
  for (const fault of ts.getPreEmitDiagnostics(program)) {
    assert.equal(fault.file?.fileName, file, ts.flattenDiagnosticMessageText(fault.messageText, '\n'));
    const line = fault.file.getLineAndCharacterOfPosition(fault.start).line;
    assert.ok(line > 0, 'the types are found');
    faults[line - 1].push(ts.flattenDiagnosticMessageText(fault.messageText, '\n'));
  }
  return faults;
}

/** The job with one thing changed: `change` gets the object that holds `key`. */
function changed(job, path, change) {
  const copy = structuredClone(job);
  const parent = path.slice(0, -1).reduce((value, key) => value[key], copy);
  change(parent, path.at(-1));
  return copy;
}

/** Every key of a value, as a path to it. */
function keysOf(value, path = []) {
  if (value === null || typeof value !== 'object') return [];
  return Object.keys(value).flatMap((key) => {
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [own]), ...keysOf(value[key], own)];
  });
}

const [slices, ...moreSlices] = documentsOf('slices.yaml');
const [merge, ...moreMerge] = documentsOf('merge.yaml');
assert.equal(moreSlices.length + moreMerge.length, 0, 'one Job a file: what is applied together runs at once');

// The check must find what it is for: each key misspelt, one after the other, is a fault. Maps of names of one's own
// (quantities by resource) take any key.
const misspelt = [];
for (const job of [slices, merge]) {
  for (const path of keysOf(job)) {
    if (['requests', 'limits'].includes(path.at(-2))) continue;
    misspelt.push([path, changed(job, path, (parent, key) => { parent[`${key}s`] = parent[key]; delete parent[key]; })]);
  }
}
const ofAnotherType = [
  ['spec', 'completions'], ['spec', 'backoffLimitPerIndex'], ['spec', 'completionMode'],
  ['spec', 'template', 'spec', 'containers', 0, 'command'], ['spec', 'template', 'spec', 'volumes'],
].map((path) => [path, changed(slices, path, (parent, key) => { parent[key] = {is: 'wrong'}; })]);
const wrong = [...misspelt, ...ofAnotherType];
assert.ok(misspelt.length > 40);
const [faultsOfSlices, faultsOfMerge, ...faultsOfWrong] = faultsOf([slices, merge, ...wrong.map(([, job]) => job)]);
assert.deepEqual(faultsOfSlices, [], 'slices.yaml is a Job');
assert.deepEqual(faultsOfMerge, [], 'merge.yaml is a Job');
faultsOfWrong.forEach((faults, i) => assert.notDeepEqual(faults, [], `${wrong[i][0].join('.')} made wrong is found`));

// Rules of the API server that types don't have (kubernetes.io, Jobs: completion mode, backoff limit per index).
assert.equal(slices.spec.completionMode, 'Indexed');
assert.ok(slices.spec.parallelism <= slices.spec.completions);
for (const job of [slices, merge]) {
  assert.equal(job.apiVersion, 'batch/v1');
  assert.match(job.metadata.name, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
  const pod = job.spec.template.spec;
  assert.equal(pod.restartPolicy, 'Never');
  const volumes = pod.volumes.map((volume) => volume.name);
  for (const container of pod.containers) {
    for (const mount of container.volumeMounts) assert.ok(volumes.includes(mount.name), `the volume ${mount.name} is there`);
    for (const quantity of Object.values({...container.resources.requests, ...container.resources.limits}))
      assert.match(String(quantity), /^[0-9]+(\.[0-9]+)?(m|Ki|Mi|Gi|Ti)?$/);
  }
}

// The commands as the pods would run them, with a folder for the volume and this build for the image.
rmSync(work, {recursive: true, force: true});
mkdirSync(join(work, 'bin'), {recursive: true});
symlinkSync(scorebook, join(work, 'bin/scorebook'));
function run(command, ...options) {
  const ran = spawnSync(command, options, {encoding: 'utf8', env: {...process.env, PATH: `${join(work, 'bin')}:${process.env.PATH}`}});
  return {status: ran.status, said: ran.stdout + ran.stderr};
}
function runPod(job, index) {
  const [container] = job.spec.template.spec.containers;
  const script = container.args[0].replaceAll('/data', join(work, 'data'));
  return run('env', `JOB_COMPLETION_INDEX=${index}`, ...container.command, script);
}
assert.equal(runPod(merge, 0).status, 4, 'a merge without slices fails');
assert.equal(run('sh', join(samples, 'quarter/make'), join(work, 'data/quarter')).status, 0);
for (let index = 0; index !== slices.spec.completions; ++index) {
  const ran = runPod(slices, index);
  assert.equal(ran.status, 0, ran.said);
}
const merged = runPod(merge, 0);
assert.equal(merged.status, 0, merged.said);
assert.equal(run('scorebook', 'convert', '-q', join(work, 'data/quarter'), '-o', join(work, 'whole')).status, 3);
// times.csv holds seconds, which differ from run to run; everything else is the same, byte for byte.
const difference = run('diff', '-r', '-x', 'times.csv', join(work, 'data/out'), join(work, 'whole'));
assert.equal(difference.status, 0, difference.said);
console.log(`${wrong.length} wrong manifests found, ${slices.spec.completions} slices and a merge gave the bytes of one run; ` +
    'no cluster was asked');
