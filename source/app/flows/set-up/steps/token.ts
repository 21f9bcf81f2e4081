import {connect, tryToken} from '../../connect.ts';
import {back, next, type Step} from '../found.ts';

/** The token: that of the environment, else one that is asked for. It is tried at once. */
export const tokenStep: Step = {
	name: 'token',
	label: 'Token',
	told({account, keeping}) {
		if (account === undefined) return keeping === undefined ? undefined : 'as it is stored';
		return account.whose === undefined ? 'works' : `works, as ${account.whose}`;
	},
	wanted: () => true,
	async ask(found, {asker, setup}) {
		let {workspace} = found;
		if (workspace === undefined) return back;
		let lines: readonly string[] = [];
		if (setup.environmentToken) {
			const tried = await tryToken(asker, setup, workspace, undefined);
			if (tried === undefined) return back;
			if (tried.kind === 'good') {
				return {kind: 'next', found: {...found, account: tried.account, keeping: 'environment'}, unasked: true};
			}

			lines = [`The token in SECODA_API_TOKEN does not work here: ${tried.message}`, ''];
		}

		let typed: string | undefined;
		for (;;) {
			const connected = await connect(asker, setup, workspace, {lines, typed, canMove: true});
			if (connected.kind === 'back') return back;
			if (connected.kind === 'connected') {
				const {keeping: _keeping, place: _place, ...rest} = found;
				const same = found.workspace?.host === workspace.host;
				return next({...(same ? found : rest), workspace, account: connected.account});
			}

			({workspace, typed} = connected);
		}
	},
};
