import type {Ending} from '../../../job/ending.ts';
import type {Decision} from '../../../job/events.ts';
import type {PastUpload} from '../../services/past-uploads.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import {sendAgain} from '../watch-sync.ts';
import type {HomeContext} from './home-context.ts';
import {withErrorScreen} from './with-error-screen.ts';

/** Sends an earlier upload again, after its plan is shown. */
export async function rollBack(context: HomeContext, upload: PastUpload): Promise<void> {
	const {stage, tokens, callbacks} = context;
	await withErrorScreen(context, texts.rollbackFailed, async () => {
		const rollback = await tokens.openRollback(upload);
		if (rollback === undefined) return;
		const ended = (ending: Ending, decision: Decision['kind'] | 'undecided') => {
			tokens.ended(upload, rollback.tokenRequest, ending);
			// Going back from the plan is not an upload.
			callbacks.onUploadEnd(ending, {isRun: decision === 'send' || ending.outcome !== 'cancelled'});
		};
		await sendAgain(rollback, ended, stage);
	});
}
