import type {PastUploadSummary} from '../../services.ts';
import {Prompter} from '../prompter.ts';
import type {HomeContext} from './home-context.ts';
import {watchUpload} from './watch.ts';
import {withErrorScreen} from './with-error-screen.ts';

const prompt = 'What was sent';
const watchKey = {keys: ['w'], action: 'watch', label: 'watch the sync again', help: ''};

/** Shows what was sent to where a profile sends; from there the sync of an upload can be watched again. */
export async function showHistory(visit: HomeContext, name: string): Promise<void> {
	await withErrorScreen(visit, 'The history cannot be read', async () => {
		const runs = await visit.services.home.history(name);
		const upload = await look(runs, new Prompter(visit.stage, name));
		if (upload !== undefined) await watchUpload(visit, name, upload);
	});
}

/** Returns the upload whose sync is to be watched; `undefined` when the person goes back. */
async function look(runs: readonly PastUploadSummary[], prompter: Prompter): Promise<number | undefined> {
	if (runs.length === 0) {
		await prompter.ask({prompt, lines: ['Nothing was sent from here yet.'], question: {kind: 'keys'}});
		return undefined;
	}

	const items = runs.map(({title, detail}, at) => ({id: String(at), label: title, detail}));
	let selected: string | undefined;
	for (;;) {
		const question = {kind: 'choice', search: true, items, selected} as const;
		const answer = await prompter.ask({prompt, question, enter: 'more'});
		if (answer.kind !== 'picked') return undefined;
		selected = answer.id;
		const run = runs[Number(answer.id)];
		if (run === undefined) continue;
		if (await wantsToWatch(run, prompter)) return run.watchable;
	}
}

/** Shows the facts of a run. */
async function wantsToWatch({title, facts, watchable}: PastUploadSummary, prompter: Prompter): Promise<boolean> {
	const keys = watchable === undefined ? {} : {keys: [watchKey]};
	const answer = await prompter.ask({prompt: title, lines: facts, question: {kind: 'keys'}, ...keys});
	return answer.kind === 'key' && watchable !== undefined;
}
