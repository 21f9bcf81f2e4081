import type {Account, SetupServices, TokenTried, Workspace} from '../services.ts';
import type {Asker} from './asker.ts';

/** A token that works, or another workspace to try it at. */
export type Connected =
	| {readonly kind: 'connected'; readonly account: Account}
	| {readonly kind: 'elsewhere'; readonly workspace: Workspace; readonly typed: string}
	| {readonly kind: 'back'};

export type ConnectOptions = {
	/** Says why it is asked for. */
	readonly lines?: readonly string[];
	/** A token that was typed for another workspace. */
	readonly typed?: string | undefined;
	/** Whether the workspace may still be changed. */
	readonly canMove: boolean;
};

/** Asks for a token until one works. The page that makes one is shown before. */
export async function connect(
	asker: Asker,
	setup: SetupServices,
	workspace: Workspace,
	{lines = [], typed, canMove}: ConnectOptions,
): Promise<Connected> {
	let error: string | undefined;
	let text = typed;
	if (text === undefined && !(await showTokenPage(asker, setup, workspace, lines))) return {kind: 'back'};
	for (;;) {
		if (text === undefined) {
			const said = await asker.ask({
				prompt: `API token for ${workspace.host}`,
				lines: ['Paste it: what is typed is not shown. "Bearer", quotes and line ends around it do not matter.'],
				error,
				question: {kind: 'text', value: '', masked: true},
				enter: 'try it',
			});
			if (said.kind !== 'typed') return {kind: 'back'};
			text = said.text;
		}

		const tried = await tryToken(asker, setup, workspace, text);
		if (tried?.kind === 'good') return {kind: 'connected', account: tried.account};
		const elsewhere =
			tried?.refused === true && canMove ? await offerOthers(asker, setup, workspace, tried.message) : undefined;
		if (elsewhere !== undefined) return {kind: 'elsewhere', workspace: elsewhere, typed: text};
		error = tried?.message;
		text = undefined;
	}
}

/** Tries the typed token, or that of the environment. `undefined` when the person has stopped it. */
export async function tryToken(
	asker: Asker,
	setup: SetupServices,
	workspace: Workspace,
	typed: string | undefined,
): Promise<TokenTried | undefined> {
	const tried = await asker.wait(`Trying the token at ${workspace.host}`, signal =>
		setup.tryToken(workspace, typed, signal),
	);
	return tried.kind === 'done' ? tried.value : undefined;
}

/** Whether the person has a token. */
async function showTokenPage(
	asker: Asker,
	setup: SetupServices,
	{tokenPage}: Workspace,
	lines: readonly string[],
): Promise<boolean> {
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
			question: {kind: 'keys'},
			keys: [
				{keys: ['o'], action: 'open', label: 'open the page', help: ''},
				{keys: ['enter'], action: 'have', label: 'I have a token', help: ''},
			],
		});
		if (said.kind !== 'key') return false;
		if (said.action === 'have') return true;
		const opened = await setup.openPage(tokenPage);
		told = ['', opened ? 'It is opened in your browser.' : 'No browser could be started: open the page by hand.'];
	}
}

/** A cloud token is good in one region: the others are offered, never tried unasked. */
async function offerOthers(
	asker: Asker,
	{regions}: SetupServices,
	workspace: Workspace,
	message: string,
): Promise<Workspace | undefined> {
	if (!workspace.isRegion) return undefined;
	const said = await asker.ask({
		prompt: `${workspace.name} refuses this token`,
		lines: [`${message} A token is good in one region only.`],
		question: {
			kind: 'choice',
			search: false,
			items: [
				{id: 'again', label: 'Type the token again'},
				...regions
					.filter(({url}) => url !== workspace.url)
					.map(({url, name, host}) => ({id: url, label: `Try it at ${name}`, detail: host})),
			],
		},
	});
	return said.kind === 'picked' ? regions.find(({url}) => url === said.id) : undefined;
}
