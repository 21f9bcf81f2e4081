import {parseAddress} from '../catalog/address.ts';
import {folders} from '../profiles/folders.ts';
import {type Profile, ProfileStore} from '../profiles/store.ts';
import {visible} from '../text/visible.ts';
import {UsageError} from './failure.ts';
import type {CommandIo} from './io.ts';

/** The profiles of the person who runs the program. */
export function profileStore(env: NodeJS.ProcessEnv): ProfileStore {
	return new ProfileStore(folders(env).settings);
}

/** A profile that must be there. @throws UsageError */
export async function existingProfile(name: string, env: NodeJS.ProcessEnv): Promise<Profile> {
	const store = profileStore(env);
	const profile = await store.get(name);
	if (profile !== undefined) return profile;
	const names = await store.names();
	const known = names.length === 0 ? 'There are none yet.' : `There are: ${names.join(', ')}.`;
	throw new UsageError(
		`There is no profile "${name}". ${known}`,
		`Add it with "secoda-upload profiles add ${name} --url … --integration …".`,
	);
}

/** `profiles list` */
export async function listProfiles({json}: {readonly json: boolean}, {stdout, env}: CommandIo): Promise<number> {
	const store = profileStore(env);
	const profiles = await Promise.all((await store.names()).map(name => store.get(name)));
	const found = profiles.filter(profile => profile !== undefined);
	if (json) stdout.write(`${JSON.stringify({profiles: found})}\n`);
	else stdout.write(found.length === 0 ? 'No profiles yet.\n' : found.map(line).join(''));
	return 0;
}

export type AddOptions = {
	readonly name: string;
	readonly url: string;
	readonly integration: string;
	readonly file?: string | undefined;
};

/** `profiles add`: saves where a file goes. The token is not part of it. */
export async function addProfile(
	{name, url, integration, file}: AddOptions,
	{stdout, env}: CommandIo,
): Promise<number> {
	parseAddress(url);
	const store = profileStore(env);
	const before = await store.get(name);
	const tokenStored = before?.url === url && before.tokenStored;
	await store.save({name, url, integration, tokenStored, ...(file === undefined ? {} : {file})});
	stdout.write(`Saved the profile ${name}. Next: "secoda-upload login ${name}" stores its token in the keyring.\n`);
	return 0;
}

/** `profiles remove` */
export async function removeProfile({name}: {readonly name: string}, {stdout, env}: CommandIo): Promise<number> {
	await existingProfile(name, env);
	await profileStore(env).remove(name);
	stdout.write(
		`Removed the profile ${name}. A token in the keyring is taken away by "secoda-upload logout ${name}" before.\n`,
	);
	return 0;
}

function line({name, url, integration, file, tokenStored}: Profile): string {
	return `${[name, url, integration, file ?? '-', tokenStored ? 'token in the keyring' : 'no token'].map(visible).join('  ')}\n`;
}
