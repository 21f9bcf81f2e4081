import {addressText, parseAddress} from '../../catalog/address.ts';
import type {Profile} from '../../profiles/profile.ts';
import type {HistoryEntry} from '../../state/history-entry.ts';
import type {State} from '../../state/state.ts';
import type {CommandIo} from '../io.ts';
import {commandText} from '../next-command.ts';
import {hostOf} from '../profile-token.ts';
import {findSendingProfile} from '../sending-profile.ts';
import type {RepeatedOptions} from '../watch-command.ts';
import {findEarlier} from './find-upload.ts';

/** Where a rollback sends an upload, as a command needs it. */
export type RollbackPlace = {
	readonly profile: Pick<Profile, 'name' | 'url' | 'integration'> | undefined;
	readonly url: string | undefined;
	readonly integration: string | undefined;
};

/** Returns the command that sends an earlier upload again: the one with this number, or else the one before the last. @forTests */
export function rollbackCommandText(
	{profile, url, integration}: RollbackPlace,
	{state, tokenFile}: RepeatedOptions,
	to?: number,
): string {
	return commandText([
		'rollback',
		...(profile === undefined ? [] : [profile.name]),
		...option('--url', url === profile?.url ? undefined : url),
		...option('--integration', integration === profile?.integration ? undefined : integration),
		...option('--to', to?.toString()),
		...option('--state', state),
		...option('--token-file', tokenFile),
	]);
}

/**
Returns the command that undoes the last upload to a target; `undefined` if no earlier one is kept. It names the upload, so that typing
it twice does not undo the undo.
*/
export function undoCommand(state: State, place: RollbackPlace, options: RepeatedOptions): string | undefined {
	const {url, integration} = place;
	if (url === undefined || integration === undefined) return undefined;
	const earlier = findEarlier(state, {host: hostOf(url), integration});
	return earlier === undefined ? undefined : rollbackCommandText(place, options, earlier.id);
}

/** Returns the command that sends an upload of the history again. */
export async function repeatCommand(entry: HistoryEntry, options: RepeatedOptions, io: CommandIo): Promise<string> {
	const {id, integration} = entry;
	const profile = await findSendingProfile(entry, io);
	return rollbackCommandText({profile, url: profile?.url ?? urlOfUpload(entry), integration}, options, id);
}

/** Returns the address that an upload was sent to, as `--url` has it. */
export function urlOfUpload({address, host = ''}: Pick<HistoryEntry, 'address' | 'host'>): string {
	if (address !== undefined) return addressText(parseAddress(address));
	// Older versions recorded only the host. Only a server of this computer may have no TLS.
	return /^(?:localhost|127\.|\[::1\])/.test(host) ? `http://${host}` : `https://${host}`;
}

function option(name: string, value: string | undefined): readonly string[] {
	return value === undefined ? [] : [name, value];
}
