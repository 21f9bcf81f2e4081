import assert from 'node:assert/strict';
import test from 'node:test';
import {build, type Metafile} from 'esbuild';
import {bundleOptions} from '../scripts/bundle-options.ts';
import {builtinNamespace} from '../scripts/bundled/builtins.ts';

/** The modules that are loaded before the first frame, each by a dynamic import. */
const entries = ['source/main.ts', 'chunk:commands', 'chunk:app'];

/** Packages and modules of Node that the first frame does not need, and that are slow to load. */
const lazyPackages = ['got', 'conf', 'ajv', 'busboy', 'keyv'];
const lazyModules = ['node:http', 'node:https', 'node:http2', 'node:tls', 'node:sqlite'];

test('the first frame waits for no package that it does not need', async () => {
	const {metafile} = await build({...(await bundleOptions()), metafile: true, write: false});
	const outputs = entries.flatMap(entry => [...staticOutputs(metafile, entry)]);
	const packages = new Set(outputs.flatMap(output => Object.keys(output.inputs).map(packageOf)));
	const modules = new Set(outputs.flatMap(output => Object.keys(output.inputs).map(builtinOf)));
	assert.ok(packages.has('ink') && modules.has('node:fs'), 'the walk reaches the screens and the modules of Node');
	assert.deepEqual(
		lazyPackages.filter(name => packages.has(name)),
		[],
	);
	assert.deepEqual(
		lazyModules.filter(name => modules.has(name)),
		[],
	);
	assert.deepEqual(
		Object.values(metafile.outputs).flatMap(({imports}) => imports.filter(one => one.external && isStatic(one))),
		[],
		'no static import reads all exports of a module of Node',
	);
});

type Output = Metafile['outputs'][string];

/** Returns the output of an entry and all outputs that it imports statically. */
function staticOutputs({outputs}: Metafile, entry: string): ReadonlySet<Output> {
	const found = new Set<Output>();
	const add = (output: Output | undefined) => {
		if (output === undefined || found.has(output)) return;
		found.add(output);
		for (const imported of output.imports) if (isStatic(imported)) add(outputs[imported.path]);
	};
	const first = Object.values(outputs).find(({entryPoint}) => entryPoint === entry);
	assert.ok(first, `${entry} is an entry of the bundle`);
	add(first);
	return found;
}

function isStatic({kind}: Output['imports'][number]): boolean {
	return kind === 'import-statement';
}

/** Returns the module of Node that an input of the bundle stands for. */
function builtinOf(input: string): string | undefined {
	return new RegExp(`^${builtinNamespace}:([^?]+)`).exec(input)?.[1];
}

function packageOf(input: string): string | undefined {
	return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
}
