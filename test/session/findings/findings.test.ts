import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {Finding} from '../../../source/kinds/problem.ts';
import {warehouse} from '../../../source/kinds/warehouse/warehouse.ts';
import {Findings} from '../../../source/session/findings/findings.ts';

const finding = (row: number, kind: number): Finding =>
	[
		{row, code: 'integer', field: 'sort_order'} as const,
		{row, code: 'blank-row'} as const,
		{row, code: 'null-mark', field: 'schema'} as const,
	][kind % 3] ?? {row, code: 'blank-row'};

test('after any replacing, counts, steps and lists are those of the findings that are left', () => {
	const list = fc.array(fc.integer({min: 0, max: 2}), {maxLength: 3});
	const replacing = fc.array(fc.tuple(fc.integer({min: 2, max: 3000}), list), {maxLength: 1500});
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: 0, max: 3}), {maxLength: 2000}),
			fc.array(replacing, {maxLength: 3}),
			(first, rounds) => {
				const findings = new Findings(warehouse.codes, warehouse.fields);
				const model = new Map<number, readonly Finding[]>();
				for (const [at, count] of first.entries()) {
					const found = Array.from({length: count}, (_, kind) => finding(at + 2, kind + at));
					for (const each of found) findings.append(each);
					if (count > 0) model.set(at + 2, found);
				}

				for (const [number, round] of rounds.entries()) {
					const changes = new Map(round.map(([row, kinds]) => [row, kinds.map(kind => finding(row, kind))]));
					if (number % 2 === 0) findings.replace(changes);
					else findings.replaceInOrder([...changes].sort(([one], [other]) => one - other));
					for (const [row, found] of changes) model.set(row, found);
				}

				const rows = [...model].filter(([, found]) => found.length > 0).sort(([one], [other]) => one - other);
				const all = rows.flatMap(([, found]) => found);
				assert.deepEqual(
					[...findings.rows()],
					rows.map(([row]) => row),
				);
				for (const [row, found] of rows.slice(0, 50)) assert.deepEqual(findings.at(row), found);
				assert.equal(findings.previousRow(10_000), rows.at(-1)?.[0]);
				for (const code of ['integer', 'null-mark', 'blank-row'] as const) {
					const of = all.filter(each => each.code === code);
					assert.equal(findings.counts.get(code) ?? 0, of.length);
					assert.deepEqual(findings.first(code, 5), of.slice(0, 5));
				}

				assert.equal(findings.countIn('null-mark', 'schema').count, all.filter(({field}) => field === 'schema').length);
			},
		),
		{numRuns: 40},
	);
});
