import assert from 'node:assert/strict';
import test from 'node:test';
import {fieldOfLabel} from '../../source/kinds/index.ts';

test('labels of a CSV keep their meaning, although other kinds have keys with the same names', () => {
	assert.equal(fieldOfLabel('type'), 'col_type');
	assert.equal(fieldOfLabel('table'), 'name');
	assert.equal(fieldOfLabel('databuilder_id'), 'databuilder_id');
	assert.equal(fieldOfLabel('remarks'), undefined);
});
