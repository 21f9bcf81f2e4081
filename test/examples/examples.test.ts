import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {temporaryFolder} from '../support/folder.ts';
import {errorsOf, readRows, withSafeFixes} from './example-rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = ['warehouse.csv', 'corrections.csv'];

test('the example files are up to date with their script', async t => {
	const folder = await temporaryFolder(t);
	await cp(join(root, 'scripts'), join(folder, 'scripts'), {recursive: true});
	await cp(join(root, 'package.json'), join(folder, 'package.json'));
	await mkdir(join(folder, 'examples'));
	await promisify(execFile)(process.execPath, [
		`--import=${import.meta.resolve('tsx')}`,
		join(folder, 'scripts', 'make-example.ts'),
	]);
	for (const name of names) {
		const made = await readFile(join(folder, 'examples', name));
		assert.ok(made.equals(await readFile(join(root, 'examples', name))), `${name} differs: run the script again`);
	}
});

test('the example has the documented header and errors with each common code', async () => {
	const rows = readRows(await readFile(join(root, 'examples/warehouse.csv'), 'utf8'));
	assert.equal(
		rows[0]?.join(','),
		'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time',
	);
	const codes = new Set(errorsOf(rows).map(error => error.split(' ')[1]));
	for (const code of [
		'required',
		'period-in-name',
		'integer',
		'boolean',
		'epoch',
		'duplicate-row',
		'missing-cell',
		'extra-cell',
	])
		assert.ok(codes.has(code), `no error with ${code}`);
});

test('the corrections are of exactly the rows with errors after safe fixes', async () => {
	const fixed = readRows(await readFile(join(root, 'examples/warehouse.csv'), 'utf8')).map(withSafeFixes);
	const left = errorsOf(fixed).map(error => Number.parseInt(error, 10));
	const corrected = (await readCorrections()).map(({row}) => row);
	assert.deepEqual([...new Set(left)], [...new Set(corrected)]);
});

test('the example has no errors after safe fixes and corrections', async () => {
	const rows = readRows(await readFile(join(root, 'examples/warehouse.csv'), 'utf8')).map(withSafeFixes);
	const header = rows[0] ?? [];
	const skipped = new Set<number>();
	for (const {row, field, value} of await readCorrections()) {
		const cells = rows[row - 1];
		assert.ok(cells, `row ${row} is not in the file`);
		if (field !== 'row') {
			assert.ok(header.includes(field), `${field} is not a field`);
			cells[header.indexOf(field)] = value;
		} else if (value === '') {
			skipped.add(row);
		} else {
			rows[row - 1] = readRows(value)[0] ?? [];
		}
	}

	const kept = rows.filter((_, index) => !skipped.has(index + 1));
	assert.deepEqual(errorsOf(kept), []);
	assert.ok(kept.length > 250);
});

async function readCorrections(): Promise<Array<{row: number; field: string; value: string}>> {
	const [header, ...lines] = readRows(await readFile(join(root, 'examples/corrections.csv'), 'utf8'));
	assert.equal(header?.join(','), 'row,field,value');
	return lines.map(([row = '', field = '', value = '']) => ({row: Number(row), field, value}));
}
