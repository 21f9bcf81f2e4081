import {appFolders} from '../profiles/folders.ts';
import {Keyring} from '../profiles/keyring/keyring.ts';
import {isProfileName, type Profile} from '../profiles/profile.ts';
import {ProfileStore} from '../profiles/store.ts';
import {TokenVault} from '../profiles/token-vault.ts';
import {findEntryPoint} from '../program-files.ts';
import {nearest} from '../text/nearest.ts';
import {usageError} from './usage-error.ts';

/** The profiles of the person who runs the program. */
export function profileStore(env: NodeJS.ProcessEnv): ProfileStore {
	return new ProfileStore(appFolders(env).settings);
}

/** Where the tokens of that person are. */
export function tokenVault(env: NodeJS.ProcessEnv): TokenVault {
	return new TokenVault(new Keyring(findEntryPoint('keyring-child').path, env), appFolders(env).settings);
}

/** A profile that must be there. @throws UsageError, SettingsError */
export async function requireProfile(name: string, env: NodeJS.ProcessEnv): Promise<Profile> {
	const store = profileStore(env);
	const profile = await store.get(name);
	if (profile !== undefined) return profile;
	const names = await store.names();
	const near = nearest(name, names);
	const known = names.length === 0 ? 'There are none yet.' : `There are: ${names.join(', ')}.`;
	throw usageError(
		`There is no profile "${name}". ${near === undefined ? known : `Did you mean ${near}?`}`,
		isProfileName(name)
			? `Add it with "secoda-upload profiles add ${name} --url <workspace> --integration <id>", or start "secoda-upload" for a guided set-up.`
			: 'List them with "secoda-upload profiles list".',
	);
}
