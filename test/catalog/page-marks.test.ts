import assert from 'node:assert/strict';
import test from 'node:test';
import {readMarks} from '../../source/catalog/page-marks.ts';

test('marks of people are counted, whatever the shape of their items; an unknown shape counts as absent', () => {
	assert.deepEqual(
		readMarks({
			owners: ['ann', {id: 'bob'}, null],
			tags: [],
			collections: null,
			bookmarked_by: 'ann',
			verified: true,
			description: 'text',
			multiplayer_last_modified: '2026-01-01T00:00:00Z',
		}),
		{
			owners: 2,
			tags: 0,
			collections: 0,
			bookmarks: undefined,
			isVerified: true,
			description: 'text',
			isEdited: true,
		},
	);
	const empty = readMarks({verified: null, description: null, multiplayer_last_modified: null});
	assert.deepEqual([empty.isVerified, empty.description, empty.isEdited], [false, '', false]);
	assert.deepEqual(
		[readMarks({verified: 'yes', description: 1}).isVerified, readMarks({}).isEdited],
		[undefined, undefined],
	);
});
