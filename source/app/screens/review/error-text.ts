import {errorLine, hasCode} from '../../../errors/user-error.ts';
import {canKeepEdits, type ReviewContext, type ReviewState} from './state.ts';

/** The keys that keep the edits where they cannot be saved. */
const keepKeys = 'q, then k keeps them for the next opening';

const putBack = 'put the file back as it was, then save.';

/** Returns what an error means while a file is open: what is wrong, what became of the edits, what to do. */
export function errorText(error: unknown, state: ReviewState, context: ReviewContext): string {
	if (hasCode(error, ['file-replaced'])) return `${error.problem} Save your edits under another name: Ctrl+S, then a.`;
	if (!hasCode(error, ['file-changed', 'not-readable']) || context.session.records.overlay.changedSinceSave === 0)
		return errorLine(error);
	const hint = hasCode(error, ['file-changed']) ? undefined : error.hint;
	return canKeepEdits(state, context)
		? `${error.problem} Your edits are still here: ${keepKeys}. ${hint ?? `Or ${putBack}`}`
		: `${error.problem} Your edits are still here, but cannot be kept for the next opening. ${hint ?? 'Put the file back as it was, then save.'}`;
}

/** Returns what it means that another program has overwritten the file. */
export function fileLostText(state: ReviewState, context: ReviewContext): string {
	const {path, records} = context.session;
	const what = `${path} was changed by another program: rows can be wrong or missing, and edits cannot be saved`;
	if (records.overlay.changedSinceSave === 0)
		return `${what}. Put it back as it was, or open it again to work with its new content.`;
	return canKeepEdits(state, context)
		? `${what}: ${keepKeys}. Or ${putBack}`
		: `${what}, nor kept for the next opening: ${putBack}`;
}
