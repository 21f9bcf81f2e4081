import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import test from 'node:test';
import {problemsDocument} from '../../scripts/problems-document.ts';
import {explainedCodes, fileKinds} from '../../source/kinds/index.ts';
import type {PageFix, ProblemPage} from '../../source/kinds/problem-page.ts';
import {Session} from '../../source/session/session.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';

test('every code has a page with a fix', () => {
	for (const kind of fileKinds) assert.deepEqual([...kind.pages.keys()].sort(), [...kind.codes.keys()].sort());
	for (const {code, page} of explainedCodes()) assert.notEqual(page.fixes.length, 0, code);
});

test('docs/problems.md is up to date with the rules', async () => {
	const path = new URL('../../docs/problems.md', import.meta.url);
	assert.equal(await readFile(path, 'utf8'), problemsDocument(), 'docs/problems.md is out of date: npm run docs');
});

for (const {code, kind, page} of explainedCodes()) {
	test(`the example of ${code} (${kind.name}) has no other error or warning, and each fix clears it`, async t => {
		const folder = await temporaryFolder(t);
		const example = join(folder, `example${kind.upload.extension}`);
		await writeFile(example, page.example.bytes?.() ?? page.example.text);
		const {beside} = page.example;
		const others = beside === undefined ? [] : [join(folder, beside.name)];
		for (const other of others) await writeFile(other, beside?.text ?? '');
		const found = page.example.skipped === 'all' ? await codesWithoutRows(example) : await codesOf(example, ...others);
		const isShown = (other: string) => other === code || kind.codes.get(other)?.severity !== 'info';
		assert.deepEqual(found.filter(isShown), [code]);
		for (const fix of page.fixes) {
			const cleared = await apply(fix, code, example, join(folder, `fixed${kind.upload.extension}`), others);
			if (cleared !== undefined) assert.ok(!cleared.includes(code), `${fix.kind}: ${cleared}`);
		}

		assert.equal(
			hasFix(page, 'safe'),
			kind.safeCodes.has(code),
			'the page lists a safe fix if and only if the rule has one',
		);
	});
}

type Counts = {readonly counts: Readonly<Record<string, number>>};
type Report = Counts | {readonly files: readonly Counts[]} | {readonly error: {readonly code: string}};

function hasFix({fixes}: ProblemPage, kind: PageFix['kind']): boolean {
	return fixes.some(fix => fix.kind === kind);
}

/** Applies a fix to a file. Returns the codes that are left; `undefined` if no action is needed. */
async function apply(
	fix: PageFix,
	code: string,
	example: string,
	fixed: string,
	others: readonly string[],
): Promise<readonly string[] | undefined> {
	switch (fix.kind) {
		case 'safe':
			await runHere(['fix', example, '-o', fixed], {home: dirname(example)});
			return codesOf(fixed);
		case 'proposed':
			await runHere(['fix', example, '-o', fixed, '--fix', code], {home: dirname(example)});
			return codesOf(fixed);
		case 'edit':
			await writeFile(fixed, fix.fixed);
			return codesOf(fixed, ...others);
		case 'option':
			return codesOf(example, ...fix.options);
		case 'none':
			return undefined;
	}
}

/** Returns the codes of a file whose rows are all skipped. */
async function codesWithoutRows(path: string): Promise<readonly string[]> {
	const session = await Session.open(path, new AbortController().signal);
	for (let row = session.records.firstRow; row <= session.records.lastRow; row++) session.toggleSkipped(row);
	const codes = [...session.counts.keys()];
	await session.close();
	return codes;
}

/** Returns the codes that `check` finds in a file. */
async function codesOf(file: string, ...options: readonly string[]): Promise<readonly string[]> {
	const {stdout, stderr} = await runHere(['check', file, '--format', 'json', ...options], {home: dirname(file)});
	assert.equal(stderr, '');
	const report = JSON.parse(stdout) as Report;
	if ('error' in report) return [report.error.code];
	return ('files' in report ? report.files : [report]).flatMap(({counts}) => Object.keys(counts));
}
