import assert from 'node:assert/strict';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const csv = `${header}\n${recordLine({sort_order: '3.0'})}\n`;

for (const [what, args, problem] of [
	['two files of the same kind', ['a.csv', 'b.csv'], /same kind/],
	['a file as output', ['a.csv', 'b.csv', '-o', 'c.csv'], /-o is the path of one file.*\n.*folder/],
	['standard output', ['a.csv', 'b.csv', '-o', '-'], /-o is the path of one file/],
	['two files of the same name', ['a.csv', 'sub/a.csv', '-o', 'out'], /Both files are called a\.csv/],
	['an input folder as output', ['a.csv', 'sub/b.csv', '-o', '.'], /a\.csv/],
	['--set', ['a.csv', 'b.csv', '--set', 'database=X'], /--set/],
	['--map', ['a.csv', 'b.csv', '--map', 'x=database'], /--map/],
	['--replace', ['a.csv', 'b.csv', '--replace', 'name:/a/b/'], /--replace/],
	['standard input', ['-', 'b.csv'], /Standard input/],
] as const) {
	test(`fixing two files with ${what} is refused, and nothing is written`, async t => {
		const home = await temporaryFolder(t);
		for (const folder of ['sub', 'out']) await mkdir(join(home, folder));
		for (const name of ['a.csv', 'b.csv', 'sub/a.csv', 'sub/b.csv']) await writeFile(join(home, name), csv);
		const before = await readdir(home, {recursive: true});
		const {code, stderr} = await runProgram(['fix', ...args], {home});
		assert.equal(code, 2);
		assert.match(stderr, problem);
		assert.deepEqual(await readdir(home, {recursive: true}), before);
	});
}
