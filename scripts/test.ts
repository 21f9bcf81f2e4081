/**
Runs the tests: all of them, or with `unit` those that start no process and no server (see `scripts/test-files.ts`). Several files
share a process, and their code is bundled, because starting a process and loading its modules takes longer than most files.
*/
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {temporaryFiles} from '../test/support/temporary-files.ts';
import {bundleTests} from './test-bundle.ts';
import {groupsOf, testFiles, unitFiles} from './test-files.ts';

/** How long one test may take, and all, in milliseconds. */
const testTimeout = 120_000;
const totalTimeout = 1_200_000;

process.env['TMPDIR'] = temporaryFiles();
const folder = mkdtempSync(join(tmpdir(), 'secoda-upload-tests-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(1));
// The programs that the tests start compile their code only once.
process.env['NODE_COMPILE_CACHE'] = join(folder, 'compile-cache');
// Packages that are not bundled are found from here.
symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'), 'junction');

const isUnit = process.argv[2] === 'unit';
// A quick look: random tests repeat less often than in a run of all tests.
if (isUnit) process.env['TEST_ROUNDS'] ??= '0.3';

const [files] = await Promise.all([
	bundleTests(groupsOf(isUnit ? unitFiles() : testFiles()), folder),
	...(isUnit ? [] : [fillCompileCache()]),
]);
const tests = run({
	files: [...files],
	// Many tests wait for a program that they have started.
	concurrency: availableParallelism() + 1,
	signal: AbortSignal.timeout(totalTimeout),
	execArgv: ['--enable-source-maps', `--test-timeout=${testTimeout}`],
});
tests.on('test:fail', () => {
	process.exitCode = 1;
});
tests.compose(new spec()).pipe(process.stdout);

/** Runs most of the program once. The cache keeps the functions that its first run has compiled; later runs add none to them. */
async function fillCompileCache(): Promise<void> {
	const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
	const env = {...process.env, SECODA_UPLOAD_HOME: join(folder, 'home')};
	// Where it fails, a test shows why.
	await promisify(execFile)(process.execPath, [program, 'demo', '--no-input'], {env}).catch(() => undefined);
}
