import assert from 'node:assert/strict';
import test from 'node:test';
import {UserError} from '../../../source/errors/user-error.ts';
import type {ReadOptions} from '../../../source/session/read-options.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();

const mapping = {Field: 'col_name', Tabelle: 'name'} as const;

/** Recipes of which a column is gone, and which it is. */
const recipes: readonly (readonly [title: string, reading: ReadOptions, gone: string])[] = [
	['a mapped column', {mapping}, 'Field'],
	['a mapped column of rows that are made', {mapping, rows: {fillDown: ['name']}}, 'Field'],
	['a column that is split', {rows: {split: {Pfad: ['schema', 'name']}}}, 'Pfad'],
	['a column of rows that are skipped', {rows: {skipRows: [{column: 'Typ', value: ''}]}}, 'Typ'],
];

for (const [title, reading, gone] of recipes) {
	test(`${title} that is gone is named, with the columns that the file has instead`, async t => {
		const path = await temporaryFile(t, 'Feld,Tabelle\na,t\n');
		await assert.rejects(Session.open(path, signal, reading), (error: unknown) => {
			assert.ok(error instanceof UserError);
			assert.equal(error.code, 'wrong-usage');
			assert.equal(error.problem, `The file has no column "${gone}".`);
			assert.match(error.hint, /"Feld", "Tabelle"/);
			return true;
		});
	});
}
