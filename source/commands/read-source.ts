import type {Profile} from '../profiles/store.ts';
import {UsageError} from './failure.ts';
import {profileStore} from './profiles.ts';

/** What a person named: a file, or a profile with its file. A profile of that name comes first. */
export async function readSource(
	name: string,
	env: NodeJS.ProcessEnv,
): Promise<{readonly file: string; readonly profile: Profile | undefined}> {
	const profile = await profileStore(env).get(name);
	if (profile === undefined) return {file: name, profile};
	if (profile.file !== undefined) return {file: profile.file, profile};
	throw new UsageError(
		`The profile ${name} names no file.`,
		`Add one: "secoda-upload profiles add ${name} --url … --integration … --file …".`,
	);
}
