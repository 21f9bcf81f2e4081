import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {lazyBuiltins} from '../../../scripts/bundled/builtins.ts';
import {temporaryFolder} from '../../support/folder.ts';

/** Uses a module by its names, as a whole and by its default, a function that has other forms, and a class. */
const code = `
	import {execFile, ChildProcess} from 'node:child_process';
	import {createHash} from 'node:crypto';
	import crypto from 'crypto';
	import * as fs from 'fs';
	import {promisify} from 'node:util';
	export const hashes = text => [createHash('sha256').update(text).digest('hex'), crypto.hash('sha256', text)];
	export const read = fs.readFileSync;
	export const run = promisify(execFile);
	export {ChildProcess};
`;

test('bundled modules of Node do what they do elsewhere, and nothing imports them', async t => {
	const folder = await temporaryFolder(t);
	const file = join(folder, 'bundled.mjs');
	const {metafile} = await build({
		stdin: {contents: code, resolveDir: folder},
		outfile: file,
		bundle: true,
		format: 'esm',
		platform: 'node',
		metafile: true,
		plugins: [lazyBuiltins],
	});
	assert.deepEqual(
		Object.values(metafile.outputs).flatMap(({imports}) => imports),
		[],
	);
	const {hashes, read, run, ChildProcess} = await import(pathToFileURL(file).href);
	const hash = createHash('sha256').update('x').digest('hex');
	assert.deepEqual(hashes('x'), [hash, hash]);
	assert.equal(read, readFileSync);
	const running = run(process.execPath, ['-p', '1']);
	assert.ok(running.child instanceof ChildProcess);
	assert.equal((await running).stdout, '1\n');
});
