import type {Ending} from '../../../job/ending.ts';
import type {PastUpload} from '../../services/past-uploads.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import {watchSync} from '../watch-sync.ts';
import type {HomeContext} from './home-context.ts';
import {withErrorScreen} from './with-error-screen.ts';

/** Watches the sync of an earlier upload. */
export async function watchUpload(context: HomeContext, upload: PastUpload): Promise<void> {
	const {stage, tokens, callbacks} = context;
	await withErrorScreen(context, texts.watchFailed, async () => {
		const watch = await tokens.openWatch(upload);
		if (watch === undefined) return;
		const ended = (ending: Ending) => {
			tokens.ended(upload, watch.tokenRequest, ending);
			callbacks.onUploadEnd(ending, {isRun: true});
		};
		await watchSync(watch, ended, stage);
	});
}
