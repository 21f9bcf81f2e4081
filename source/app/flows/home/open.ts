import {pathKeys} from '../../components/path-field/keys.ts';
import {keyOf} from '../../keys.ts';
import type {OpenTarget} from '../../services.ts';
import {openFile} from '../open-file.ts';
import {pickFile} from '../pick-file.ts';
import {Prompter} from '../prompter.ts';
import type {FirstScreen} from '../review/options.ts';
import type {HomeCallbacks, HomeContext} from './home-context.ts';
import {withErrorScreen} from './with-error-screen.ts';

export type OpenOptions = {
	readonly firstScreen: FirstScreen;
	/** The profile of which it is the file. */
	readonly profile?: string;
};

/** Asks for a file and opens it. */
export async function openChosenFile(visit: HomeContext): Promise<void> {
	const {files, home} = visit.services;
	const prompter = new Prompter(visit.stage, 'Open a file', text => files.complete(text));
	const looked = await pickFile(prompter, files, {
		lines: [`${keyOf(pathKeys, 'complete')} completes; a file can be dropped here.`],
	});
	if (looked !== undefined) await openTarget(visit, home.openFile(looked.path), {firstScreen: 'rows'});
}

/** Starts a local Secoda and opens its example. */
export async function trySandbox(visit: HomeContext): Promise<void> {
	await withErrorScreen(visit, 'The sandbox did not start', async () => {
		const prompter = new Prompter(visit.stage, 'Try the sandbox');
		const started = await prompter.wait('Starting a local Secoda', () => visit.services.home.sandbox());
		if (started.kind === 'done') await show(visit, started.value, {firstScreen: 'rows'});
	});
}

/** Shows a file until it is closed; it is among the recent ones then. */
export async function openTarget(visit: HomeContext, opened: OpenTarget, opening: OpenOptions): Promise<void> {
	visit.services.files.opened(opened.file);
	await withErrorScreen(visit, 'The file cannot be opened', () => show(visit, opened, opening));
}

async function show(
	{stage, services, callbacks, tokens}: HomeContext,
	opened: OpenTarget,
	{firstScreen, profile}: OpenOptions,
): Promise<void> {
	const onUploadEnd: HomeCallbacks['onUploadEnd'] = (ending, how) => {
		if (profile !== undefined) tokens.ended(profile, opened, ending);
		callbacks.onUploadEnd(ending, how);
	};
	await openFile({...callbacks, target: opened, firstScreen, onUploadEnd, paths: services.files}, stage);
}
