import {pathKeys} from '../../components/path-field/keys.ts';
import {keyOf} from '../../keys.ts';
import type {OpenTarget} from '../../services/open-target.ts';
import {DestinationChooser} from '../choose-destination.ts';
import {openFile} from '../open-file.ts';
import {pickFile} from '../pick-file.ts';
import type {ProfileTokens} from '../profile-tokens.ts';
import {Prompter} from '../prompter.ts';
import {QueryAnswers} from '../query/answers.ts';
import type {Connector, FirstScreen, UploadConnection} from '../review/options.ts';
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
		if (result.kind === 'done') await showFile(context, result.value, {firstScreen: 'rows'});
	});
}

/** Shows a file until it is closed, and adds it to the recent files. */
export async function openTarget(context: HomeContext, target: OpenTarget, options: TargetOptions): Promise<void> {
	for (const file of target.files) context.services.files.opened(file);
	await withErrorScreen(context, texts.fileFailed, () => showFile(context, target, options));
}

/** Shows a file until it is closed. An upload of a file without a target asks for one. @throws UserError, AppClosed */
export async function showFile(
	context: HomeContext,
	target: OpenTarget,
	{firstScreen, profile}: TargetOptions,
): Promise<void> {
	const {stage, services, callbacks, tokens} = context;
	const chooser = new DestinationChooser(context);
	const onUploadEnd: HomeCallbacks['onUploadEnd'] = (ending, how) => {
		const used = profile === undefined ? chooser.token : {profile, tokenRequest: target.tokenRequest};
		if (used !== undefined) tokens.ended(used, used.tokenRequest, ending);
		callbacks.onUploadEnd(ending, how);
	};
	const connection = connectionOf(target, profile === undefined ? chooser : connectorTo(profile, tokens));
	await openFile({...callbacks, target, connection, firstScreen, onUploadEnd, paths: services.files}, stage);
}

function connectionOf({upload, cannotUpload}: OpenTarget, connector: Connector): UploadConnection {
	if (upload !== undefined) return {kind: 'connected', destination: upload};
	if (cannotUpload !== undefined) return {kind: 'impossible', why: cannotUpload};
	return {kind: 'on-upload', connector};
}

/** Returns a connector that loads the token of a profile when it is needed. */
function connectorTo(profile: string, tokens: ProfileTokens): Connector {
	const connect = async () => (await tokens.openDestination(profile))?.destination;
	return {connect, connectAgain: connect};
}
