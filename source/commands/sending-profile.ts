import type {Profile} from '../profiles/profile.ts';
import type {HistoryEntry} from '../state/history-entry.ts';
import type {CommandIo} from './io.ts';
import {hostOf} from './profile-token.ts';
import {profileStore} from './settings.ts';

/** Returns a profile with the target of an upload: the one that sent it, or else one with a stored token if there is one. */
export async function findSendingProfile(
	{host, integration, profile: name}: HistoryEntry,
	{env}: CommandIo,
): Promise<Profile | undefined> {
	return sendingProfileOf({host, integration, profile: name}, (await profileStore(env).all()).profiles);
}

/** Returns the profile as above, of these profiles. */
export function sendingProfileOf(
	{host, integration, profile: name}: Pick<HistoryEntry, 'host' | 'integration' | 'profile'>,
	profiles: readonly Profile[],
): Profile | undefined {
	const matching = profiles.filter(profile => profile.integration === integration && hostOf(profile.url) === host);
	const own = matching.find(profile => profile.name === name);
	return own ?? matching.find(({tokenPlace}) => tokenPlace !== 'nowhere') ?? matching[0];
}
