import {withKeyringTimeout} from '../profiles/keyring/keyring.ts';
import {durabilityNotes} from '../report/saved.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, reportDone} from './io.ts';
import {messages} from './messages.ts';
import {removeToken} from './profile-token.ts';
import {profileStore, requireProfile} from './settings.ts';

export type LogoutCommandOptions = {
	readonly name: string;
	/** Leave the token in place, if its storage cannot be reached. */
	readonly keepToken: boolean;
	readonly json: boolean;
};

/** `logout <profile>`: removes the token of a profile. */
export async function logout({name, keepToken: isKept, json}: LogoutCommandOptions, io: CommandIo): Promise<number> {
	const profile = await requireProfile(name, io.env);
	const store = profileStore(io.env);
	await store.assertWritable();
	const leftover = isKept ? undefined : await removeToken(profile, 'logout', io.env, withKeyringTimeout(io.signal));
	if (leftover !== undefined) io.stderr.write(`${visible(leftover)}\n`);
	const updated = await store.update(name, current => ({...current, tokenPlace: 'nowhere'}));
	for (const text of updated === undefined ? [] : durabilityNotes('The profile', updated.durability))
		io.stderr.write(`${visible(text)}\n`);
	const text = isKept ? messages.tokenKept(name) : messages.tokenRemoved[profile.tokenPlace](name);
	if (json) io.stdout.writeJson({profile: name, token: 'nowhere'});
	else reportDone(io, text);
	return 0;
}
