import type {Workspace} from '../../../services/workspace.ts';
import {askForWorkingToken, tryRegions, type WorkspaceConnection} from '../../ask-for-token.ts';
import {back, next, type SetUpAnswers, type SetUpStep} from '../answers.ts';
import {tokenTexts as texts} from '../texts.ts';
import {workspaceText} from './workspace.ts';

/** The token: that of the environment, else one that the user types. It is verified at once. */
export const tokenStep: SetUpStep = {
	name: 'token',
	label: texts.label,
	summarize({account, tokenStorage}) {
		if (account !== undefined) return account.owner === undefined ? texts.valid : texts.validFor(account.owner);
		if (tokenStorage === undefined) return undefined;
		return tokenStorage === 'session' ? texts.askedWhenNeeded : texts.stored;
	},
	isNeeded: () => true,
	async ask(answers, {prompter, setup}) {
		const {workspace} = answers;
		if (workspace === undefined) return back;
		const options = {
			canChangeRegion: true,
			/** Shows the new region among the answers. */
			onRegionChange: (region: Workspace) => {
				prompter.answered = prompter.answered.map(answer =>
					answer[1] === workspaceText(workspace) ? [answer[0], workspaceText(region)] : answer,
				);
			},
		};
		let lines: readonly string[] = [];
		if (setup.hasEnvironmentToken) {
			const trial = await tryRegions(undefined, prompter, setup, workspace, options);
			if ('account' in trial)
				return {kind: 'next', answers: withConnection(answers, trial, 'environment'), isAutomatic: true};
			lines = [texts.environmentFailed(trial.message), ''];
		}

		const connection = await askForWorkingToken(prompter, setup, workspace, {...options, lines});
		return connection === undefined ? back : next(withConnection(answers, connection, undefined));
	},
};

/** Adds a connection. The storage of a new token is asked for again; an integration belongs to its workspace. */
function withConnection(
	answers: SetUpAnswers,
	{account, workspace}: WorkspaceConnection,
	storage: SetUpAnswers['tokenStorage'],
): SetUpAnswers {
	const {tokenStorage: _storage, integration, ...rest} = answers;
	const isSameHost = answers.workspace?.host === workspace.host;
	return {
		...rest,
		workspace,
		account,
		...(storage === undefined ? {} : {tokenStorage: storage}),
		...(isSameHost && integration !== undefined ? {integration} : {}),
	};
}
