import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {ProfileDraft, SavedProfile} from '../../services/set-up.ts';
import type {Prompter} from '../prompter.ts';
import type {StepContext} from './answers.ts';
import {headlessCommand} from './headless-command.ts';
import {keyringPassword, savedTexts, summaryTexts} from './texts.ts';

/** Saves a profile. Returns `undefined` if that failed, after the user has read why. */
export async function saveProfile(
	draft: ProfileDraft,
	{prompter, setup}: StepContext,
): Promise<SavedProfile | undefined> {
	try {
		const saving = Promise.withResolvers<SavedProfile>();
		const result = await prompter.wait(
			summaryTexts.saving,
			signal => {
				saving.resolve(setup.save(draft, signal));
				return saving.promise;
			},
			[keyringPassword],
		);
		// A save that was stopped may have created something: its result is shown all the same.
		return result.kind === 'done' ? result.value : await saving.promise;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		await prompter.ask({
			prompt: summaryTexts.notSaved,
			error: errorLine(error),
			question: {kind: 'keys'},
			keys: [{keys: ['enter'], action: 'read', label: summaryTexts.back, help: ''}],
			back: '',
		});
		return undefined;
	}
}

/** The ways on from a saved profile, as the key line names them. */
export type SavedExits = {readonly preview: string; readonly back: string};

/** Shows what was saved. Returns true if the user wants to see the preview of an upload now. */
export async function showSaved(
	{name, tokenStorage}: ProfileDraft,
	{integration, page, isNewIntegration, notes}: SavedProfile,
	prompter: Prompter,
	exits: SavedExits,
): Promise<boolean> {
	const answer = await prompter.ask({
		prompt: savedTexts.prompt(name),
		lines: [
			...(isNewIntegration ? [savedTexts.created(integration.name)] : []),
			savedTexts.integration(integration.id),
			`  ${page}`,
			...notes.flatMap(note => ['', note]),
			'',
			...headlessCommand(name, tokenStorage),
		],
		question: {kind: 'keys'},
		keys: [{keys: ['enter'], action: 'preview', label: exits.preview, help: ''}],
		back: exits.back,
	});
	return answer.kind === 'key';
}
