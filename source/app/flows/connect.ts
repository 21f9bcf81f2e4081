import type {Account, SetupServices, TokenTried, Workspace} from '../services.ts';
import type {Asker} from './asker.ts';

/** A token that works, and the workspace that has taken it. */
export type Connected = {readonly account: Account; readonly workspace: Workspace};

export type ConnectOptions = {
	/** Says why it is asked for. */
	readonly lines?: readonly string[];
	/** Whether another region of the cloud may be tried with the same token. */
	readonly canMove: boolean;
	/** The person has chosen another workspace. */
	onMove?(workspace: Workspace): void;
};

/** Asks for a token until one works; the page that makes one is shown before. `undefined` when the person goes back. */
export async function connect(
	asker: Asker,
	setup: SetupServices,
	workspace: Workspace,
	options: ConnectOptions,
): Promise<Connected | undefined> {
	const {lines = []} = options;
	for (;;) {
		const pasted = await showTokenPage(asker, setup, workspace, lines);
		if (pasted === undefined) return undefined;
		let typed = pasted;
		let error: string | undefined;
		for (;;) {
			const text = error === undefined && typed !== '' ? typed : await askToken(asker, workspace, typed, error);
			if (text === undefined) break;
			const end = await tryUntilGood(text, asker, setup, workspace, options);
			if ('account' in end) return end;
			error = end.message;
			// A token that was not refused was not tried either: it stays in the field.
			typed = end.refused ? '' : text;
		}
	}
}

/**
Tries a token: the one that was typed, or that of the environment. Where it is refused, the other regions of the cloud are
offered, never tried unasked.

@returns what is to be said when the person wants to type another one.
*/
export async function tryUntilGood(
	typed: string | undefined,
	asker: Asker,
	setup: SetupServices,
	workspace: Workspace,
	{canMove, onMove}: ConnectOptions,
): Promise<Connected | {readonly message: string; readonly refused: boolean}> {
	let at = workspace;
	for (;;) {
		const tried = await tryToken(asker, setup, at, typed);
		if (tried.kind === 'good') {
			if (at !== workspace) onMove?.(at);
			return {account: tried.account, workspace: at};
		}

		const mayBeElsewhere = canMove && workspace.isRegion && (tried.refused || at !== workspace);
		if (!mayBeElsewhere) return tried;
		const other = await offerOthers(asker, setup, at, tried);
		if (other === undefined) return {message: tried.message, refused: true};
		at = other;
	}
}

async function tryToken(
	asker: Asker,
	setup: SetupServices,
	workspace: Workspace,
	typed: string | undefined,
): Promise<TokenTried> {
	const tried = await asker.wait(`Trying the token at ${workspace.host}`, signal =>
		setup.tryToken(workspace, typed, signal),
	);
	return tried.kind === 'done' ? tried.value : {kind: 'bad', refused: false, message: 'It was not tried to the end.'};
}

/** The masked field. `undefined` when the person goes back. */
async function askToken(
	asker: Asker,
	{host}: Workspace,
	value: string,
	error: string | undefined,
): Promise<string | undefined> {
	const said = await asker.ask({
		prompt: `API token for ${host}`,
		lines: ['Paste it: what is typed is not shown. "Bearer", quotes and line ends around it do not matter.'],
		error,
		question: {kind: 'text', value, masked: true},
		enter: 'try it',
	});
	return said.kind === 'typed' ? said.text : undefined;
}

/** Whether the person has a token: what was pasted at once, or nothing yet. `undefined` when the person goes back. */
async function showTokenPage(
	asker: Asker,
	setup: SetupServices,
	{tokenPage}: Workspace,
	lines: readonly string[],
): Promise<string | undefined> {
	let told: readonly string[] = [];
	for (;;) {
		const said = await asker.ask({
			prompt: 'An API token',
			lines: [
				...lines,
				'A token lets this program in with your rights. Make one on this page (Settings > API):',
				'',
				`  ${tokenPage}`,
				...told,
			],
			question: {kind: 'keys', takesPaste: true},
			keys: [
				{keys: ['o'], action: 'open', label: 'open the page', help: ''},
				{keys: ['enter'], action: 'have', label: 'I have a token', help: ''},
			],
		});
		if (said.kind === 'typed') return said.text;
		if (said.kind !== 'key') return undefined;
		if (said.action === 'have') return '';
		const opened = await setup.openPage(tokenPage);
		told = ['', opened ? 'It is opened in your browser.' : 'No browser could be started: open the page by hand.'];
	}
}

/** The other regions; `undefined` when the person wants to type another token. */
async function offerOthers(
	asker: Asker,
	{regions}: SetupServices,
	{name, url}: Workspace,
	{message, refused}: {readonly message: string; readonly refused: boolean},
): Promise<Workspace | undefined> {
	const said = await asker.ask({
		prompt: refused ? `${name} refuses this token` : `${name} could not be asked`,
		lines: [refused ? `${message} A token is good in one region only.` : message],
		question: {
			kind: 'choice',
			search: false,
			items: [
				{id: 'again', label: 'Type another token'},
				...regions
					.filter(region => region.url !== url)
					.map(region => ({id: region.url, label: `Try it at ${region.name}`, detail: region.host})),
			],
		},
	});
	return said.kind === 'picked' ? regions.find(region => region.url === said.id) : undefined;
}
