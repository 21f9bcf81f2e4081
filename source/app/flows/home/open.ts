import {pathKeys} from '../../components/path-field/keys.ts';
import {keyOf} from '../../keys.ts';
import type {OpenTarget} from '../../services.ts';
import {openFile} from '../open-file.ts';
import {pickFile} from '../pick-file.ts';
import {Prompter} from '../prompter.ts';
import {QueryAnswers} from '../query/answers.ts';
import type {FirstScreen} from '../review/options.ts';
import {homeFlowTexts as texts} from '../texts.ts';
import type {HomeCallbacks, HomeContext} from './home-context.ts';
import {withErrorScreen} from './with-error-screen.ts';

export type TargetOptions = {
	readonly firstScreen: FirstScreen;
	/** The profile that the file belongs to. */
	readonly profile?: string;
};

/** Asks for a file and opens it. With `query`, the user makes the file first. */
export async function openChosenFile(context: HomeContext, first: 'path' | 'query'): Promise<void> {
	const {files, home} = context.services;
	const prompter = new Prompter(context.stage, texts.openTitle, text => files.complete(text));
	const file = await pickFile(prompter, files, {
		lines: [texts.openAbout(keyOf(pathKeys, 'complete'))],
		queryAnswers: new QueryAnswers(),
		first,
	});
	if (file !== undefined) await openTarget(context, home.openFile(file.path), {firstScreen: 'rows'});
}

/** Starts a local Secoda and opens its example file. */
export async function trySandbox(context: HomeContext): Promise<void> {
	await withErrorScreen(context, texts.sandboxFailed, async () => {
		const prompter = new Prompter(context.stage, texts.sandboxTitle);
		const result = await prompter.wait(texts.sandboxStarting, () => context.services.home.sandbox());
		if (result.kind === 'done') await show(context, result.value, {firstScreen: 'rows'});
	});
}

/** Shows a file until it is closed, and adds it to the recent files. */
export async function openTarget(context: HomeContext, target: OpenTarget, options: TargetOptions): Promise<void> {
	for (const file of target.files) context.services.files.opened(file);
	await withErrorScreen(context, texts.fileFailed, () => show(context, target, options));
}

async function show(
	{stage, services, callbacks, tokens}: HomeContext,
	target: OpenTarget,
	{firstScreen, profile}: TargetOptions,
): Promise<void> {
	const onUploadEnd: HomeCallbacks['onUploadEnd'] = (ending, how) => {
		if (profile !== undefined) tokens.ended({profile}, target, ending);
		callbacks.onUploadEnd(ending, how);
	};
	await openFile({...callbacks, target, firstScreen, onUploadEnd, paths: services.files}, stage);
}
