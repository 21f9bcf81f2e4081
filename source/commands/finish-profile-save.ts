import type {Profile} from '../profiles/profile.ts';
import type {UpdatedProfile} from '../profiles/store.ts';
import {durabilityNotes} from '../report/saved.ts';
import {visible} from '../text/visible.ts';
import type {CommandIo} from './io.ts';
import {removeLeftoverToken} from './profile-token.ts';

/** Removes the token that a saved profile no longer uses, and prints notes about the save to stderr. */
export async function finishProfileSave(
	before: Profile | undefined,
	{profile, durability}: UpdatedProfile,
	{env, stderr}: CommandIo,
): Promise<void> {
	const left = await removeLeftoverToken(before, profile, durability, env);
	const notes = [...durabilityNotes('The profile', durability), ...(left === undefined ? [] : [left])];
	for (const text of notes) stderr.write(`${visible(text)}\n`);
}
