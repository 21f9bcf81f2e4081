import type {PastUploadSummary} from '../../services.ts';
import {Prompter} from '../prompter.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import type {HomeContext} from './home-context.ts';
import {watchUpload} from './watch.ts';
import {withErrorScreen} from './with-error-screen.ts';

const watchKey = {keys: ['w'], action: 'watch', label: texts.watch, help: ''};

/** Shows the uploads to the target of a profile; the sync of one can be watched again. */
export async function showHistory(context: HomeContext, name: string): Promise<void> {
	await withErrorScreen(context, texts.historyFailed, async () => {
		const uploads = await context.services.home.history(name);
		const upload = await chooseUpload(uploads, new Prompter(context.stage, name));
		if (upload !== undefined) await watchUpload(context, name, upload);
	});
}

/** Returns the number of the upload to watch; `undefined` if the user goes back. */
async function chooseUpload(uploads: readonly PastUploadSummary[], prompter: Prompter): Promise<number | undefined> {
	const prompt = texts.history;
	if (uploads.length === 0) {
		await prompter.ask({prompt, lines: [texts.historyEmpty], question: {kind: 'keys'}});
		return undefined;
	}

	const items = uploads.map(({title, detail}, at) => ({id: String(at), label: title, detail}));
	let selected: string | undefined;
	for (;;) {
		const question = {kind: 'choice', search: true, items, selected} as const;
		const answer = await prompter.ask({prompt, question, enter: texts.details});
		if (answer.kind !== 'picked') return undefined;
		selected = answer.id;
		const upload = uploads[Number(answer.id)];
		if (upload === undefined) continue;
		if (await showUpload(upload, prompter)) return upload.watchable;
	}
}

/** Shows the facts of an upload. Returns true if the user wants to watch its sync. */
async function showUpload({title, facts, watchable}: PastUploadSummary, prompter: Prompter): Promise<boolean> {
	const keys = watchable === undefined ? {} : {keys: [watchKey]};
	const answer = await prompter.ask({prompt: title, question: {kind: 'document', lines: facts}, ...keys});
	return answer.kind === 'key' && watchable !== undefined;
}
