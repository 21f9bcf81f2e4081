import type {SetupServices} from '../../app/services/set-up.ts';
import {parseAddress} from '../../catalog/address.ts';
import {connect} from '../../catalog/client.ts';
import {integrationTypes} from '../../catalog/create-integration.ts';
import {isProfileName, profileNameFrom, profileNameHint} from '../../profiles/profile.ts';
import {cleanToken} from '../../profiles/token.ts';
import {isTokenError} from '../../profiles/token-error.ts';
import {profileStore, tokenVault} from '../settings.ts';
import {verifyToken} from './connected-catalog.ts';
import {openPage} from './open-page.ts';
import {DraftSaver} from './save-draft.ts';
import {regions, workspaceOf} from './workspaces.ts';

/** Returns the services of the set-up. */
export function setupServices(env: NodeJS.ProcessEnv, timeoutMs: number | undefined): SetupServices {
	const {SECODA_API_TOKEN: fromEnvironment} = env;
	const saver = new DraftSaver(env);
	return {
		regions,
		hasEnvironmentToken: Boolean(fromEnvironment),
		types: integrationTypes,
		workspace: workspaceOf,
		// The health check needs no token.
		checkHealth: ({url}, signal) => connect({address: parseAddress(url), token: 'none', timeoutMs}).checkHealth(signal),
		async checkToken(workspace, typed, signal) {
			try {
				return await verifyToken(workspace, cleanToken(typed ?? fromEnvironment ?? ''), signal, timeoutMs);
			} catch (error) {
				if (!isTokenError(error)) throw error;
				return {kind: 'bad', refused: false, message: `${error.message} ${error.hint}`};
			}
		},
		async keyringError(signal) {
			try {
				await tokenVault(env).probe(signal);
				return undefined;
			} catch (error) {
				if (isTokenError(error)) return error;
				throw error;
			}
		},
		openPage: url => openPage(url, env),
		profileNames: () => profileStore(env).names(),
		nameError: name => (isProfileName(name) ? undefined : profileNameHint),
		suggestName: profileNameFrom,
		save: (draft, signal) => saver.save(draft, signal),
	};
}
