import {appFolders} from '../profiles/folders.ts';
import {Keyring} from '../profiles/keyring/keyring.ts';
import {isProfileName, type Profile} from '../profiles/profile.ts';
import {ProfileStore} from '../profiles/store.ts';
import {TokenVault} from '../profiles/token-vault.ts';
import {findEntryPoint} from '../program-files.ts';
import {nearest} from '../text/nearest.ts';
import {usageErrors} from './usage-errors.ts';

/** Returns the profiles of the user. */
export function profileStore(env: NodeJS.ProcessEnv): ProfileStore {
	return new ProfileStore(appFolders(env).settings);
}

/** Returns the token storage of the user. */
export function tokenVault(env: NodeJS.ProcessEnv): TokenVault {
	return new TokenVault(new Keyring(findEntryPoint('keyring-child').path, env), appFolders(env).settings);
}

/** Returns the profile with a name. @throws UsageError if it does not exist, SettingsError. */
export async function requireProfile(name: string, env: NodeJS.ProcessEnv): Promise<Profile> {
	const store = profileStore(env);
	const profile = await store.get(name);
	if (profile !== undefined) return profile;
	const names = await store.names();
	const found = [name, names, nearest(name, names)] as const;
	throw isProfileName(name) ? usageErrors.unknownProfile(...found) : usageErrors.invalidProfile(...found);
}
