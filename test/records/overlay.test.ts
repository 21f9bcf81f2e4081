import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {Checkpoint} from '../../source/records/checkpoint.ts';
import {Overlay} from '../../source/records/overlay.ts';
import type {NewEdit} from '../../source/records/row-edit.ts';

const row = fc.integer({min: 2, max: 7});
const action = fc.oneof(
	fc.record({does: fc.constant('edit'), rows: fc.uniqueArray(row, {minLength: 1})}),
	fc.record({
		does: fc.constantFrom('undo', 'redo', 'mark', 'saved', 'remade', 'failing edit'),
		rows: fc.constant([2, 3, 4]),
	}),
);

test('counts rows that changed since the save, and unsaved rows that differ from those at the next opening', () => {
	fc.assert(
		fc.property(fc.array(action, {maxLength: 40}), actions => {
			const overlay = new Overlay();
			const now = () => new Map([2, 3, 4, 5, 6, 7].map(at => [at, overlay.get(at)]));
			let saved = now();
			let kept = saved;
			let saving: {readonly mark: Checkpoint; readonly rows: typeof saved} | undefined;
			for (const {does, rows} of actions) {
				if (does === 'undo') overlay.undo();
				else if (does === 'redo') overlay.redo();
				else if (does === 'mark') saving = {mark: overlay.saved.checkpoint(), rows: now()};
				else if (does === 'remade') {
					overlay.saved.markRestoredAtOpen();
					kept = now();
				} else if (does === 'edit') overlay.apply('edit', rows, anEdit);
				else if (does === 'failing edit') assert.throws(() => overlay.apply('edit', rows, at => failAt(at, 4)));
				else if (saving !== undefined) {
					overlay.saved.markSaved(saving.mark);
					saved = saving.rows;
					kept = saved;
				}

				const unsaved = [...now()].filter(([at, edit]) => edit !== saved.get(at));
				const lost = unsaved.filter(([at, edit]) => edit !== kept.get(at));
				assert.deepEqual([overlay.saved.changedSinceSave, overlay.saved.unsavedRows], [unsaved.length, lost.length]);
			}
		}),
	);
});

function anEdit(): NewEdit {
	return {kind: 'cells', cells: new Map([[0, 'x']])};
}

function failAt(at: number, failing: number): NewEdit {
	if (at === failing) throw new Error('this row cannot be edited');
	return anEdit();
}
