import type {PastUploadSummary} from '../../services.ts';
import {Prompter} from '../prompter.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import type {HomeContext} from './home-context.ts';
import {rollBack} from './rollback.ts';
import {watchUpload} from './watch.ts';
import {withErrorScreen} from './with-error-screen.ts';

const watchKey = {keys: ['w'], action: 'watch', label: texts.watch, help: ''};
const rollbackKey = {keys: ['r'], action: 'rollback', label: texts.rollback, help: ''};

/** An upload, and the way to continue it. */
type Continuation = {readonly action: 'watch' | 'rollback'; readonly upload: number};

/** Shows the uploads to the target of a profile; the sync of one can be watched again, and its snapshot sent. */
export async function showHistory(context: HomeContext, name: string): Promise<void> {
	await withErrorScreen(context, texts.historyFailed, async () => {
		const uploads = await context.services.home.history(name);
		const chosen = await chooseUpload(uploads, new Prompter(context.stage, name));
		if (chosen?.action === 'watch') await watchUpload(context, name, chosen.upload);
		if (chosen?.action === 'rollback') await rollBack(context, name, chosen.upload);
	});
}

/** Returns the upload to continue; `undefined` if the user goes back. */
async function chooseUpload(
	uploads: readonly PastUploadSummary[],
	prompter: Prompter,
): Promise<Continuation | undefined> {
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
		const chosen = await showUpload(upload, prompter);
		if (chosen !== undefined) return chosen;
	}
}

/** Shows the facts of an upload. Returns how the user wants to continue it. */
async function showUpload(
	{title, facts, watchable, repeatable}: PastUploadSummary,
	prompter: Prompter,
): Promise<Continuation | undefined> {
	const keys = [...(watchable === undefined ? [] : [watchKey]), ...(repeatable === undefined ? [] : [rollbackKey])];
	const answer = await prompter.ask({prompt: title, question: {kind: 'document', lines: facts}, keys});
	if (answer.kind !== 'key') return undefined;
	const isWatch = answer.action === watchKey.action;
	const upload = isWatch ? watchable : repeatable;
	return upload === undefined ? undefined : {action: isWatch ? 'watch' : 'rollback', upload};
}
