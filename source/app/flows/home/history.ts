import type {PastUploadSummary} from '../../services/past-uploads.ts';
import {Prompter} from '../prompter.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import type {HomeContext} from './home-context.ts';
import {rollBack} from './rollback.ts';
import {watchUpload} from './watch.ts';
import {withErrorScreen} from './with-error-screen.ts';

const watchKey = {keys: ['w'], action: 'watch', label: texts.watch, help: ''};
const rollbackKey = {keys: ['r'], action: 'rollback', label: texts.rollback, help: ''};

/** An upload, and the way to continue it. */
type Continuation = {readonly action: 'watch' | 'rollback'; readonly upload: PastUploadSummary};

/** Shows all uploads, or those to the target of a profile; the sync of one can be watched again, and its snapshot sent. */
export async function showHistory(context: HomeContext, profile: string | undefined): Promise<void> {
	await withErrorScreen(context, texts.historyFailed, async () => {
		const {stage, services} = context;
		const uploads = await services.uploads.list(profile);
		const chosen = await chooseUpload(uploads, new Prompter(stage, profile ?? texts.allUploads));
		if (chosen?.action === 'watch') await watchUpload(context, chosen.upload);
		if (chosen?.action === 'rollback') await rollBack(context, chosen.upload);
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
async function showUpload(upload: PastUploadSummary, prompter: Prompter): Promise<Continuation | undefined> {
	const {title, facts, isWatchable, isRepeatable} = upload;
	const keys = [...(isWatchable ? [watchKey] : []), ...(isRepeatable ? [rollbackKey] : [])];
	const answer = await prompter.ask({prompt: title, question: {kind: 'document', lines: facts}, keys});
	if (answer.kind !== 'key') return undefined;
	return {action: answer.action === watchKey.action ? 'watch' : 'rollback', upload};
}
