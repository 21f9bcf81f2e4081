import assert from 'node:assert/strict';
import test from 'node:test';
import {fields, nameFields} from '../../source/kinds/warehouse/field.ts';
import {applyRecipe} from '../../source/mapping/apply.ts';
import {columnName} from '../../source/mapping/column-name.ts';
import {planRecipe} from '../../source/mapping/plan-recipe.ts';
import {proposedRecipe} from '../../source/mapping/proposed-recipe.ts';
import {databaseShapes} from './shapes/databases.ts';
import {dictionaryShapes} from './shapes/dictionaries.ts';
import {knownShapes} from './shapes/known.ts';
import {misleadingShapes} from './shapes/misleading.ts';
import {readShape} from './shapes/read-shape.ts';

const shapes = [...knownShapes, ...databaseShapes, ...dictionaryShapes, ...misleadingShapes];

for (const shape of shapes) {
	test(`proposes the recipe of a person: ${shape.name}`, () => {
		const {headerRow, labels, proposal} = readShape(shape);
		const named = <Item extends {readonly column: number}, Value>(
			items: readonly Item[],
			value: (item: Item) => Value,
		) => Object.fromEntries(items.map(item => [columnName(labels, item.column), value(item)]));
		assert.deepEqual(
			{
				headerRow,
				mapping: named(proposal.proposals, ({field}) => field),
				split: named(proposal.splits, ({fields: parts}) => parts),
				fillDown: proposal.fillDown,
				tableRows: proposal.tableRows,
				skipRows: proposal.skipRows,
				missing: proposal.missing.toSorted(),
			},
			{
				headerRow: shape.headerRow ?? 1,
				mapping: shape.mapping,
				split: shape.split ?? {},
				fillDown: shape.fillDown ?? [],
				tableRows: shape.tableRows ?? false,
				skipRows: shape.skipRows ?? [],
				missing: shape.missing.toSorted(),
			},
		);
	});

	test(`the proposed recipe makes complete rows: ${shape.name}`, () => {
		const {labels, proposal, rows} = readShape(shape);
		const constants = Object.fromEntries(proposal.missing.map(field => [field, 'X']));
		const planned = planRecipe(labels, {...proposedRecipe(labels, proposal, 'possible'), constants});
		assert.ok('plan' in planned, JSON.stringify(planned));
		assert.deepEqual(planned.plan.missing, []);
		const found = [...applyRecipe(planned.plan, rows)];
		assert.equal(found.length, shape.records ?? rows.length);
		for (const {cells, width} of found) {
			assert.equal(width, 'exact');
			for (const field of nameFields) assert.notEqual(cells[fields.indexOf(field)], '', JSON.stringify(cells));
		}
	});
}
