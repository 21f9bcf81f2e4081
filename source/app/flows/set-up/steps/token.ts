import type {Workspace} from '../../../services.ts';
import {type Connected, connect, tryUntilGood} from '../../connect.ts';
import {back, type Found, next, type Step} from '../found.ts';
import {workspaceText} from './workspace.ts';

/** The token: that of the environment, else one that is asked for. It is tried at once. */
export const tokenStep: Step = {
	name: 'token',
	label: 'Token',
	told({account, keeping}) {
		if (account === undefined) {
			if (keeping === undefined) return undefined;
			return keeping === 'session' ? 'asked for when it is needed' : 'as it is stored';
		}

		return account.whose === undefined ? 'works' : `works, as ${account.whose}`;
	},
	wanted: () => true,
	async ask(found, {asker, setup}) {
		const {workspace} = found;
		if (workspace === undefined) return back;
		const options = {
			canMove: true,
			// What was answered is told as it is now.
			onMove: (other: Workspace) => {
				asker.answered = asker.answered.map(answer =>
					answer[1] === workspaceText(workspace) ? [answer[0], workspaceText(other)] : answer,
				);
			},
		};
		let lines: readonly string[] = [];
		if (setup.environmentToken) {
			const tried = await tryUntilGood(undefined, asker, setup, workspace, options);
			if ('account' in tried) return {kind: 'next', found: connectedAt(found, tried, 'environment'), unasked: true};
			lines = [`The token in SECODA_API_TOKEN does not work here: ${tried.message}`, ''];
		}

		const connected = await connect(asker, setup, workspace, {...options, lines});
		return connected === undefined ? back : next(connectedAt(found, connected, undefined));
	},
};

/** Where a token is kept is asked anew; an integration belongs to its workspace. */
function connectedAt(found: Found, {account, workspace}: Connected, keeping: Found['keeping']): Found {
	const {keeping: _keeping, place, ...rest} = found;
	const same = found.workspace?.host === workspace.host;
	return {
		...rest,
		workspace,
		account,
		...(keeping === undefined ? {} : {keeping}),
		...(same && place !== undefined ? {place} : {}),
	};
}
