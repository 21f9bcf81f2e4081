import type {Ending} from '../../../job/ending.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import {watchSync} from '../watch-sync.ts';
import type {HomeContext} from './home-context.ts';
import {withErrorScreen} from './with-error-screen.ts';

/** Watches the sync of an earlier upload of a profile. */
export async function watchUpload(context: HomeContext, name: string, upload: number): Promise<void> {
	const {stage, tokens, callbacks} = context;
	await withErrorScreen(context, texts.watchFailed, async () => {
		const watch = await tokens.openWatch(name, upload);
		if (watch === undefined) return;
		const ended = (ending: Ending) => {
			tokens.ended(name, watch, ending);
			callbacks.onUploadEnd(ending, {isRun: true});
		};
		await watchSync(watch.run, ended, stage);
	});
}
