import type {Ending} from '../../../job/ending.ts';
import {watchSync} from '../watch-sync.ts';
import {trying} from './trying.ts';
import type {Visit} from './visit.ts';

/** Watches the sync of an earlier upload of a profile. */
export async function watchAgain(visit: Visit, name: string, upload: number): Promise<void> {
	const {stage, tokens, notes} = visit;
	await trying(visit, 'The sync cannot be watched', async () => {
		const watch = await tokens.openWatch(name, upload);
		if (watch === undefined) return;
		const ended = (ending: Ending) => {
			tokens.ended(name, watch, ending);
			notes.ended(ending, {isRun: true});
		};
		await watchSync(watch.run, ended, stage);
	});
}
