/**
Runs the tests: all of them, or with `unit` those that start no process and no server (see `scripts/test-files.ts`). Several files
share a process, because starting one takes longer than most files. Groups that take long start first.
*/
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {groupsOf, testFiles, unitFiles} from './test-files.ts';

/** How long one test may take, and one group, in milliseconds. */
const testTimeout = 120_000;
const groupTimeout = 600_000;

const groups = process.argv[2] === 'unit' ? groupsOf(unitFiles()) : groupsOf(testFiles());
const folder = mkdtempSync(join(tmpdir(), 'secoda-upload-tests-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

const files = groups.map(({name, files: members}) => {
	const path = join(folder, `${name}.mjs`);
	writeFileSync(path, members.map(file => `import ${JSON.stringify(file)};\n`).join(''));
	return path;
});

const tests = run({
	files,
	// Many tests wait for a program that they have started.
	concurrency: availableParallelism() + 1,
	timeout: groupTimeout,
	execArgv: ['--import=tsx', `--test-timeout=${testTimeout}`],
});
tests.on('test:fail', () => {
	process.exitCode = 1;
});
tests.compose(new spec()).pipe(process.stdout);
