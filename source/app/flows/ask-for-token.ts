import type {ConnectedWorkspace, SetupServices, TokenCheckResult, Workspace} from '../services.ts';
import type {Prompter} from './prompter.ts';

/** A token that works, and the workspace that has taken it. */
export type WorkspaceConnection = {readonly account: ConnectedWorkspace; readonly workspace: Workspace};

export type TokenPromptOptions = {
	/** Says why it is asked for. */
	readonly lines?: readonly string[];
	/** Whether another region of the cloud may be tried with the same token. */
	readonly canChangeRegion: boolean;
	/** The person has chosen another workspace. */
	onRegionChange?(workspace: Workspace): void;
};

/** Asks for a token until one works; the page that makes one is shown before. `undefined` when the person goes back. */
export async function askForWorkingToken(
	prompter: Prompter,
	setup: SetupServices,
	workspace: Workspace,
	options: TokenPromptOptions,
): Promise<WorkspaceConnection | undefined> {
	const {lines = []} = options;
	for (;;) {
		const pasted = await showTokenPage(prompter, setup, workspace, lines);
		if (pasted === undefined) return undefined;
		let typed = pasted;
		let error: string | undefined;
		for (;;) {
			const text = error === undefined && typed !== '' ? typed : await askToken(prompter, workspace, typed, error);
			if (text === undefined) break;
			const end = await tryRegions(text, prompter, setup, workspace, options);
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

@returns what is to be answer when the person wants to type another one.
*/
export async function tryRegions(
	typed: string | undefined,
	prompter: Prompter,
	setup: SetupServices,
	workspace: Workspace,
	{canChangeRegion: canMove, onRegionChange: onMove}: TokenPromptOptions,
): Promise<WorkspaceConnection | {readonly message: string; readonly refused: boolean}> {
	let at = workspace;
	for (;;) {
		const tried = await tryToken(prompter, setup, at, typed);
		if (tried.kind === 'good') {
			if (at !== workspace) onMove?.(at);
			return {account: tried.account, workspace: at};
		}

		const mayBeElsewhere = canMove && workspace.isRegion && (tried.refused || at !== workspace);
		if (!mayBeElsewhere) return tried;
		const other = await offerOthers(prompter, setup, at, tried);
		if (other === undefined) return {message: tried.message, refused: true};
		at = other;
	}
}

async function tryToken(
	prompter: Prompter,
	setup: SetupServices,
	workspace: Workspace,
	typed: string | undefined,
): Promise<TokenCheckResult> {
	const tried = await prompter.wait(`Trying the token at ${workspace.host}`, signal =>
		setup.checkToken(workspace, typed, signal),
	);
	return tried.kind === 'done' ? tried.value : {kind: 'bad', refused: false, message: 'It was not tried to the end.'};
}

/** The masked field. `undefined` when the person goes back. */
async function askToken(
	prompter: Prompter,
	{host}: Workspace,
	value: string,
	error: string | undefined,
): Promise<string | undefined> {
	const answer = await prompter.ask({
		prompt: `API token for ${host}`,
		lines: ['Paste it: what is typed is not shown. "Bearer", quotes and line ends around it do not matter.'],
		error,
		question: {kind: 'text', value, masked: true},
		enter: 'try it',
	});
	return answer.kind === 'typed' ? answer.text : undefined;
}

/** Whether the person has a token: what was pasted at once, or nothing yet. `undefined` when the person goes back. */
async function showTokenPage(
	prompter: Prompter,
	setup: SetupServices,
	{tokenPage}: Workspace,
	lines: readonly string[],
): Promise<string | undefined> {
	let told: readonly string[] = [];
	for (;;) {
		const answer = await prompter.ask({
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
		if (answer.kind === 'typed') return answer.text;
		if (answer.kind !== 'key') return undefined;
		if (answer.action === 'have') return '';
		const opened = await setup.openPage(tokenPage);
		told = ['', opened ? 'It is opened in your browser.' : 'No browser could be started: open the page by hand.'];
	}
}

/** The other regions; `undefined` when the person wants to type another token. */
async function offerOthers(
	prompter: Prompter,
	{regions}: SetupServices,
	{name, url}: Workspace,
	{message, refused}: {readonly message: string; readonly refused: boolean},
): Promise<Workspace | undefined> {
	const answer = await prompter.ask({
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
	return answer.kind === 'picked' ? regions.find(region => region.url === answer.id) : undefined;
}
