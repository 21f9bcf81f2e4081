import assert from 'node:assert/strict';
import test from 'node:test';
import {fixedValue} from '../../../source/kinds/problem.ts';
import type {Session} from '../../../source/session/session.ts';
import {listed, openText} from '../../support/session.ts';

const header = 'col_name,database,schema,name';

/** The proposed values of the empty cells of a row. */
function proposed(session: Session, row: number): string {
	return session
		.problemsAt(row)
		.flatMap(({code, fixes}) => (code === 'required' ? [fixes.map(fixedValue).join() || '-'] : []))
		.join(' ');
}

test('an empty database, schema or table takes the value above it, a column does not', async t => {
	const session = await openText(t, `${header}\nid,shop, sales ,orders\nb,,,\n,,,x\n`);
	assert.equal(proposed(session, 3), 'shop sales orders');
	assert.equal(proposed(session, 4), '- shop sales');
	assert.ok(session.problemsAt(3).every(({fixes}) => fixes.every(({safe}) => !safe)));
	session.fixAll({code: 'required'});
	assert.deepEqual(
		listed(session).filter(problem => problem.includes('required')),
		['4 col_name required'],
	);
	session.undo();
	assert.equal(proposed(session, 3), 'shop sales orders');
});

test('without a value above there is no proposal', async t => {
	const session = await openText(t, `Title\n${header}\nid,,sales,orders\n`);
	assert.equal(proposed(session, 3), '-');
});

test('rows without data and skipped rows have no values', async t => {
	const lines = [
		'id,shop,sales,orders',
		header,
		'-,-,-,-',
		'',
		'short,row',
		'"x"y,q,q,q',
		'skipped,a,b,c',
		'last,,,',
		'',
	];
	const session = await openText(t, [header, ...lines].join('\n'));
	session.toggleSkipped(8);
	assert.equal(proposed(session, 9), 'shop sales orders');
	session.toggleSkipped(8);
	assert.equal(proposed(session, 9), 'a b c');
});

test('a changed value above is proposed at once', async t => {
	const session = await openText(t, `${header}\nid,shop,sales,orders\nb,,sales,orders\nc,,sales,orders\n`);
	assert.equal(proposed(session, 4), 'shop');
	session.setCell(3, 1, 'lake');
	assert.equal(proposed(session, 4), 'lake');
	session.splitRow(3, ['b,one,sales,orders', 'x,two,sales,orders']);
	assert.equal(proposed(session, 5), 'two');
	session.undo();
	assert.equal(proposed(session, 4), 'lake');
});

test('a run of any length is filled in one step', async t => {
	const rows = 5000;
	const lines = Array.from({length: rows}, (_, at) => `c${at},,,`);
	const session = await openText(t, [header, 'id,shop,sales,orders', ...lines, ''].join('\n'));
	session.fixAll({code: 'required'});
	assert.deepEqual([listed(session), session.isValid], [[], true]);
	session.undo();
	assert.equal(proposed(session, rows), '- - -', 'a screen does not wait for a row that is so far away');
});
