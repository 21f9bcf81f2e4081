import type {PastRun} from '../../services.ts';
import {Asker} from '../asker.ts';
import {trying} from './trying.ts';
import type {Visit} from './visit.ts';
import {watchAgain} from './watch.ts';

const prompt = 'What was sent';
const watchKey = {keys: ['w'], action: 'watch', label: 'watch the sync again', help: ''};

/** Shows what was sent to where a profile sends; from there the sync of an upload can be watched again. */
export async function showHistory(visit: Visit, name: string): Promise<void> {
	await trying(visit, 'The history cannot be read', async () => {
		const runs = await visit.services.home.history(name);
		const upload = await look(runs, new Asker(visit.stage, name));
		if (upload !== undefined) await watchAgain(visit, name, upload);
	});
}

/** Returns the upload whose sync is to be watched; `undefined` when the person goes back. */
async function look(runs: readonly PastRun[], asker: Asker): Promise<number | undefined> {
	if (runs.length === 0) {
		await asker.ask({prompt, lines: ['Nothing was sent from here yet.'], question: {kind: 'keys'}});
		return undefined;
	}

	const items = runs.map(({title, detail}, at) => ({id: String(at), label: title, detail}));
	let selected: string | undefined;
	for (;;) {
		const question = {kind: 'choice', search: true, items, selected} as const;
		const said = await asker.ask({prompt, question, enter: 'more'});
		if (said.kind !== 'picked') return undefined;
		selected = said.id;
		const run = runs[Number(said.id)];
		if (run === undefined) continue;
		if (await wantsToWatch(run, asker)) return run.watchable;
	}
}

/** Shows the facts of a run. */
async function wantsToWatch({title, facts, watchable}: PastRun, asker: Asker): Promise<boolean> {
	const keys = watchable === undefined ? {} : {keys: [watchKey]};
	const said = await asker.ask({prompt: title, lines: facts, question: {kind: 'keys'}, ...keys});
	return said.kind === 'key' && watchable !== undefined;
}
