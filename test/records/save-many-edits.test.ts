import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import test from 'node:test';
import {fixedCopyPath, save} from '../../source/records/save/save.ts';
import {Random} from '../reference/random.ts';
import {openTable} from '../support/records.ts';

test('a save changes only edited records: near or far apart, short or long', async t => {
	for (let seed = 0; seed < 12; seed++) {
		const random = new Random(seed);
		const length = () => (random.oneIn(400) ? random.below(300_000) : random.below(2000));
		const lines = Array.from({length: 1500}, (_, at) => `${at},${'x'.repeat(length())}\r\n`);
		const records = await openTable(t, ['a,b\n', ...lines].join(''));
		const density = [1, 2, 50, 700][seed % 4] ?? 1;
		const expected = lines.map((line, at): string => {
			if (!random.oneIn(density)) return line;
			const row = at + 2;
			const isSkipped = random.oneIn(4);
			const cells = new Map([[0, `edited ${at}`]]);
			records.overlay.apply('edit', [row], () =>
				isSkipped ? {kind: 'skipped', instead: undefined} : {kind: 'cells', cells},
			);
			return isSkipped ? '' : line.replace(/^\d+/, `edited ${at}`);
		});
		const target = {kind: 'copy', path: fixedCopyPath(records.file.path), replace: true} as const;
		const {path} = await save(records, target, new AbortController().signal);
		assert.ok((await readFile(path, 'utf8')) === ['a,b\n', ...expected].join(''), `seed ${seed}`);
	}
});
