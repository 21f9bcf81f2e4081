import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {temporaryFolder} from '../support/folder.ts';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

test('the package holds all that the demo needs, and nothing of its tests', async t => {
	const home = await temporaryFolder(t);
	const {stdout} = await execute('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', home], {
		cwd: root,
		shell: process.platform === 'win32',
	});
	const [{filename, files}] = JSON.parse(stdout) as [{filename: string; files: ReadonlyArray<{path: string}>}];
	assert.deepEqual(
		files.filter(({path}) => !/^(?:dist|examples)\/|^(?:package\.json|README\.md|LICENSE)$/.test(path)),
		[],
	);
	await execute('tar', ['-xzf', filename], {cwd: home});
	// There is no node_modules anywhere above: what is not in the package is not found.
	const demo = await execute(process.execPath, [join(home, 'package', 'dist', 'cli.js'), 'demo'], {
		cwd: home,
		env: {PATH: process.env.PATH, HOME: home},
	});
	assert.match(demo.stdout, /Confirmed: all 337 tables and columns/);
});
