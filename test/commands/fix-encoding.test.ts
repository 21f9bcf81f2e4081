import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

for (const [encoding, bytes] of [
	['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
	['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
] as const) {
	test(`fix says that a file in ${encoding} is written as UTF-8, to a copy and to -o`, async t => {
		const home = await temporaryFolder(t);
		const text = `${header}\n${recordLine({description: 'Café', is_view: 'no'})}\n`;
		await writeFile(join(home, 'w.csv'), bytes(text));
		for (const [args, written] of [
			[[], 'w.fixed.csv'],
			[['-o', 'out.csv'], 'out.csv'],
		] as const) {
			const {code, stdout} = await runProgram(['fix', 'w.csv', '--encoding', encoding, ...args], {home});
			assert.equal(code, 0);
			assert.match(stdout, new RegExp(`Saved to ${written} as UTF-8`));
			assert.equal(await readFile(join(home, written), 'utf8'), text.replace(',no,', ',false,'));
		}
	});
}

test('fix does not mention an encoding that does not change', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine({is_view: 'no'})}\n`);
	const {stdout} = await runProgram(['fix', 'w.csv', '--encoding', 'utf-8'], {home});
	assert.doesNotMatch(stdout, /UTF-8/);
});
