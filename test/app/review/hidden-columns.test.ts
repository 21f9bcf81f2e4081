import assert from 'node:assert/strict';
import test from 'node:test';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';
import {ReviewDesk} from '../../support/review-desk.ts';

const {signal} = new AbortController();

test('the cursor passes columns in which no line has a value, and reaches them by a problem', async t => {
	const lines = [
		'{"entity_type": "table", "databuilder_id": "DB.s.t", "title": "t", "sort_order": 1}',
		'{"entity_type": "database", "databuilder_id": "DB", "hidden": null}',
	];
	const session = await Session.open(await temporaryFile(t, `${lines.join('\n')}\n`, 'resources.jsonl'), signal);
	t.after(() => session.close());
	const desk = new ReviewDesk(session);
	const labels: (string | undefined)[] = [];
	const noteLabel = () => labels.push(session.header.labels[desk.state.cursor.column]);
	noteLabel();
	for (let move = 0; move < 5; move++) {
		desk.press('right');
		noteLabel();
	}

	assert.deepEqual(labels, ['databuilder_id', 'entity_type', 'title', 'sort_order', 'sort_order', 'sort_order']);
	desk.press('home');
	noteLabel();
	desk.press('end');
	noteLabel();
	assert.deepEqual(labels.slice(-2), ['databuilder_id', 'sort_order']);
	desk.press('tab');
	assert.equal(session.header.labels[desk.state.cursor.column], 'schema');
	desk.press('enter').type('s').press('enter');
	desk.press('right', 'left');
	assert.equal(session.header.labels[desk.state.cursor.column], 'schema', 'a column with a value is shown');
});
