import type {Workspace} from '../../../services.ts';
import {askForWorkingToken, tryRegions, type WorkspaceConnection} from '../../ask-for-token.ts';
import {back, next, type SetUpAnswers, type SetUpStep} from '../answers.ts';
import {workspaceText} from './workspace.ts';

/** The token: that of the environment, else one that is asked for. It is tried at once. */
export const tokenStep: SetUpStep = {
	name: 'token',
	label: 'Token',
	summarize({account, tokenStorage: keeping}) {
		if (account === undefined) {
			if (keeping === undefined) return undefined;
			return keeping === 'session' ? 'asked for when it is needed' : 'as it is stored';
		}

		return account.owner === undefined ? 'works' : `works, as ${account.owner}`;
	},
	isNeeded: () => true,
	async ask(found, {prompter, setup}) {
		const {workspace} = found;
		if (workspace === undefined) return back;
		const options = {
			canChangeRegion: true,
			// What was answered is told as it is now.
			onRegionChange: (other: Workspace) => {
				prompter.answered = prompter.answered.map(answer =>
					answer[1] === workspaceText(workspace) ? [answer[0], workspaceText(other)] : answer,
				);
			},
		};
		let lines: readonly string[] = [];
		if (setup.hasEnvironmentToken) {
			const tried = await tryRegions(undefined, prompter, setup, workspace, options);
			if ('account' in tried) return {kind: 'next', found: connectedAt(found, tried, 'environment'), unasked: true};
			lines = [`The token in SECODA_API_TOKEN does not work here: ${tried.message}`, ''];
		}

		const connected = await askForWorkingToken(prompter, setup, workspace, {...options, lines});
		return connected === undefined ? back : next(connectedAt(found, connected, undefined));
	},
};

/** Where a token is kept is asked anew; an integration belongs to its workspace. */
function connectedAt(
	found: SetUpAnswers,
	{account, workspace}: WorkspaceConnection,
	keeping: SetUpAnswers['tokenStorage'],
): SetUpAnswers {
	const {tokenStorage: _keeping, integration: place, ...rest} = found;
	const same = found.workspace?.host === workspace.host;
	return {
		...rest,
		workspace,
		account,
		...(keeping === undefined ? {} : {tokenStorage: keeping}),
		...(same && place !== undefined ? {integration: place} : {}),
	};
}
