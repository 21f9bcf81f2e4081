import {errorLine, hasCode} from '../../../errors/user-error.ts';
import {canKeepEdits, type ReviewContext, type ReviewState} from './state.ts';
import {fileErrorTexts as texts} from './texts.ts';

/** Returns the message for an error while a file is open: the problem, the state of the edits, and a hint. */
export function errorText(error: unknown, state: ReviewState, context: ReviewContext): string {
	if (hasCode(error, ['file-replaced'])) return texts.saveAs(error.problem);
	if (!hasCode(error, ['file-changed', 'not-readable']) || context.session.records.overlay.saved.changedSinceSave === 0)
		return errorLine(error);
	const hint = hasCode(error, ['file-changed']) ? undefined : error.hint;
	return canKeepEdits(state, context)
		? texts.keep(error.problem, hint ?? texts.orRestoreFile)
		: texts.cannotKeep(error.problem, hint ?? texts.restoreFile);
}

/** Returns the message for a file that another program has overwritten. */
export function fileLostText(state: ReviewState, context: ReviewContext): string {
	const {path, records} = context.session;
	const lost = texts.lost(path);
	if (records.overlay.saved.changedSinceSave === 0) return texts.lostUnedited(lost);
	return canKeepEdits(state, context) ? texts.lostEdited(lost) : texts.lostUnprotected(lost);
}
