import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {savedRowNumbers} from '../../source/records/save/saved-row-numbers.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runCommand} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, openLines, recordLine} from '../support/session.ts';

/** The problems that a text report lists: file, physical line and code. */
function problemsIn(report: string): Array<readonly [file: string, line: number, code: string]> {
	return [...report.matchAll(/^(.+?):(\d+): ([a-z-]+): (?:row \d+: )?\S/gm)].map(
		([, file = '', line, code = '']) => [file, Number(line), code] as const,
	);
}

const twoLines = '"two\nlines"';
const lines = [
	recordLine({col_name: 'a', description: twoLines}),
	recordLine({col_name: 'b', description: twoLines, is_view: 'no'}),
	recordLine({col_name: 'c.d', description: 'other'}),
	recordLine({col_name: 'e.f', description: twoLines}),
];
const text = [header, ...lines, ''].join('\n');

test('every text report lists problems as file:line: code, with the line on which the record starts', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), text);
	const checked = await runHere(['check', 'w.csv', '--limit', '0'], {home});
	assert.deepEqual(
		problemsIn(checked.stdout).filter(([, , code]) => code === 'period-in-name'),
		[
			['w.csv', 6, 'period-in-name'],
			['w.csv', 7, 'period-in-name'],
		],
	);
	const json = JSON.parse((await runHere(['check', 'w.csv', '--json'], {home})).stdout);
	const inJson = json.problems.map(({line, code}: {line: number; code: string}) => ['w.csv', line, code]);
	const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
	assert.deepEqual(problemsIn(checked.stdout).sort(byText), inJson.sort(byText));
	const uploaded = await runHere(['upload', 'w.csv', '--url', 'eu', '--integration', 'x'], {home});
	assert.deepEqual(problemsIn(uploaded.stderr), problemsIn((await runHere(['check', 'w.csv'], {home})).stdout));
	const streamed = await runHere(['check', '-'], {home, input: text});
	assert.deepEqual(new Set(problemsIn(streamed.stdout).map(([file]) => file)), new Set(['-']));
	const foreign = await runHere(['check', '-'], {home, input: 'a,b\n1,2\n'});
	assert.ok(problemsIn(foreign.stdout).some(([, line, code]) => line === 1 && code === 'missing-label'));
});

test('fix names the file that it has written, with the lines of that file', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), text);
	// The values of the table become one: a record gains a line, and what follows moves down.
	const fix = ['fix', 'w.csv', '--fix', 'table-conflict'];
	const dry = await runHere([...fix, '--dry-run'], {home});
	assert.deepEqual(new Set(problemsIn(dry.stdout).map(([file]) => file)), new Set(['w.csv']));
	for (const [args, output] of [
		[[], 'w.fixed.csv'],
		[['-o', 'out.csv'], 'out.csv'],
		[['--in-place'], 'w.csv'],
	] as const) {
		const {stdout} = await runHere([...fix, ...args], {home});
		const found = problemsIn(stdout);
		assert.ok(found.length > 0, stdout);
		const again = await runHere(['check', output], {home});
		assert.deepEqual(
			found.map(([file, line, code]) => [file.replace(`${home}/`, ''), line, code]),
			problemsIn(again.stdout),
		);
		const saved = (await readFile(join(home, output), 'utf8')).split('\n');
		for (const [, line] of found) assert.match(saved[line - 1] ?? '', /^(?:c\.d|e\.f),/);
	}
});

test('a report names the input where the output is no file, with the lines of the input', {
	skip: process.platform === 'win32',
}, async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), text);
	const program = `"${process.execPath}" "${programPath}"`;
	const report = async (line: string) => {
		const ran = await runCommand('bash', ['-c', line.replaceAll('$program', program)], {home});
		return problemsIn(ran.stdout + ran.stderr);
	};
	const checked = problemsIn((await runHere(['check', 'w.csv'], {home})).stdout);
	const fix = '--fix table-conflict';
	for (const [line, name] of [
		[`$program fix w.csv ${fix} -o - > /dev/null`, 'w.csv'],
		[`$program fix w.csv ${fix} -o - | cat > /dev/null`, 'w.csv'],
		[`$program fix w.csv ${fix} -o /dev/null`, 'w.csv'],
		[`$program fix w.csv ${fix} -o /dev/fd/7 7> result`, 'w.csv'],
		[`mkfifo pipe; cat pipe > /dev/null & $program fix w.csv ${fix} -o pipe; wait`, 'w.csv'],
		[`$program fix - ${fix} < w.csv > /dev/null`, '-'],
		[`$program fix - ${fix} -o /dev/null < w.csv`, '-'],
		['$program check - < w.csv', '-'],
	] as const) {
		const found = await report(line);
		assert.ok(found.length > 0, line);
		assert.deepEqual(new Set(found.map(([file]) => file)), new Set([name]), line);
		for (const [, number, code] of found)
			assert.ok(
				checked.some(([, other, same]) => other === number && same === code),
				`${line}: ${number} ${code}`,
			);
	}
});

test('lines of a saved file: cells that gain and lose lines, rows that are skipped', async t => {
	const session = await openLines(t, lines);
	const before = [2, 3, 4, 5].map(row => session.records.index.lineOf(row));
	assert.deepEqual(before, [2, 4, 6, 7]);
	const description = session.header.mapping['description'] ?? -1;
	session.setCell(2, description, 'a\nb\nc');
	session.toggleSkipped(3);
	session.setCell(4, description, 'one line');
	session.setCell(5, description, 'x\ny');
	const saved = savedRowNumbers(session.records);
	assert.deepEqual(
		[2, 4, 5].map(row => [saved.of(row), saved.lineOf(row)]),
		[
			[2, 2],
			[3, 5],
			[4, 6],
		],
	);
	assert.deepEqual([2, 3, 4, 5].map(saved.rowFrom), [2, 3, 5, undefined]);
});
