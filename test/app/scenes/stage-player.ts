import assert from 'node:assert/strict';
import {pressKey} from '../../../source/app/screen.ts';
import type {Stage} from '../../../source/app/stage.ts';
import type {Player} from './scene.ts';

/** The timeout for a text to appear, in milliseconds. */
const patience = 5000;

/** Presses keys on a stage. `text` returns what it shows; `ended` settles when its screens have ended. */
export function stagePlayer(stage: Stage, text: () => string, ended: Promise<void>): Player {
	const over = ended.then(() => 'over' as const);
	over.catch(() => undefined);
	const shows = async (wanted: string | RegExp) => {
		const late = AbortSignal.timeout(patience);
		for (;;) {
			const shown = text();
			if (typeof wanted === 'string' ? shown.includes(wanted) : wanted.test(shown)) return;
			const next = await Promise.race([changed(stage, late), over]);
			if (next !== 'changed') assert.fail(`the screen does not show ${wanted} (${next}):\n${text()}`);
		}
	};
	const press = (name: string) => pressKey(stage.screen.get(), name, stage.size.get(), stage.clock);
	return {
		shows,
		happens(action) {
			const screen = stage.screen.get();
			assert.ok(screen.name === 'review');
			screen.store.dispatch(action);
		},
		async press(keys, wanted) {
			for (const key of keys.split(' ')) press(key === 'space' ? ' ' : key);
			await shows(wanted);
		},
		async type(typed, wanted) {
			for (const character of typed) press(character);
			await shows(wanted);
		},
	};
}

/** Resolves when the screen or its state changes, or at the timeout. */
function changed({screen}: Stage, late: AbortSignal): Promise<'changed' | 'late'> {
	return new Promise(resolve => {
		const now = screen.get();
		const ends = [screen.subscribe(done), ...(now.name === 'blank' ? [] : [now.store.subscribe(done)])];
		late.addEventListener('abort', done, {once: true});

		function done(): void {
			for (const end of ends) end();
			late.removeEventListener('abort', done);
			resolve(late.aborted ? 'late' : 'changed');
		}
	});
}
