import {basename} from 'node:path';
import {visible} from '../../text/visible.ts';
import type {ListItem} from '../components/list/state.ts';
import type {HomeProfile} from '../screens/home/state.ts';
import type {TokenPrompt} from '../services/workspace.ts';
import type {UploadDestination} from '../start-job.ts';
import type {HomeContext} from './home/home-context.ts';
import {Prompter} from './prompter.ts';
import type {Connector, FilesToUpload} from './review/options.ts';
import {setUp} from './set-up/set-up.ts';
import {homeFlowTexts, destinationTexts as texts} from './texts.ts';

/** Letters search in longer lists. */
const longList = 9;

/** The ids of the choices that are no profile; the names of profiles come after `profilePrefix`. */
const newProfile = 'new';
const sandbox = 'sandbox';
const profilePrefix = 'profile ';

/** An answer: the id that selects it next time, and its profile if it is one. */
type Chosen = {
	readonly id: string;
	readonly destination: UploadDestination;
	readonly token?: {readonly profile: string; readonly tokenRequest: TokenPrompt};
};

/** Asks where to send files that were opened without a target, and remembers the last answer. */
export class DestinationChooser implements Connector {
	readonly #context: HomeContext;
	#last: Chosen | undefined;

	constructor(context: HomeContext) {
		this.#context = context;
	}

	/** The profile that was chosen last, whose token is used. */
	get token(): Chosen['token'] {
		return this.#last?.token;
	}

	async connectAgain(files: FilesToUpload): Promise<UploadDestination | undefined> {
		return this.#last?.destination ?? this.connect(files);
	}

	/** Asks, and connects. @throws UserError, AppClosed */
	async connect(files: FilesToUpload): Promise<UploadDestination | undefined> {
		const {stage, services} = this.#context;
		const prompter = new Prompter(stage, visible(basename(files.paths[0])), undefined, {ctrlC: 'back'});
		for (;;) {
			const loaded = await prompter.wait(texts.loading, () => services.home.profiles());
			if (loaded.kind === 'back') return undefined;
			const {profiles} = loaded.value;
			const answer = await prompter.ask({
				prompt: texts.prompt,
				lines: [profiles.length === 0 ? texts.noProfiles : texts.about],
				question: {
					kind: 'choice',
					search: profiles.length > longList,
					selected: this.#last?.id,
					items: [...profiles.map(itemOf), ...otherItems],
				},
				back: texts.back,
			});
			if (answer.kind !== 'picked') return undefined;
			const chosen = await this.#connect(answer.id, files, prompter);
			if (chosen === undefined) continue;
			this.#last = chosen;
			return chosen.destination;
		}
	}

	/** Connects to what was chosen. Returns `undefined` if the user goes back. */
	async #connect(id: string, files: FilesToUpload, prompter: Prompter): Promise<Chosen | undefined> {
		if (id === sandbox) return this.#startSandbox(prompter);
		const name = id === newProfile ? await this.#setUp(files) : id.slice(profilePrefix.length);
		if (name === undefined) return undefined;
		const opened = await this.#context.tokens.openDestination(name);
		if (opened === undefined) return undefined;
		const {destination, tokenRequest} = opened;
		return {id: `${profilePrefix}${name}`, destination, token: {profile: name, tokenRequest}};
	}

	/** Creates a profile for the files. Returns its name if the user goes on. */
	async #setUp(files: FilesToUpload): Promise<string | undefined> {
		const {stage, services, tokens} = this.#context;
		const result = await setUp(stage, services, {kind: 'for-files', files});
		if (result === undefined) return undefined;
		tokens.changed(undefined, result.name, result.account);
		return result.showPreview ? result.name : undefined;
	}

	async #startSandbox(prompter: Prompter): Promise<Chosen | undefined> {
		const {home} = this.#context.services;
		const started = await prompter.wait(homeFlowTexts.sandboxStarting, () => home.sandbox());
		const destination = started.kind === 'done' ? started.value.upload : undefined;
		return destination && {id: sandbox, destination};
	}
}

const otherItems: readonly ListItem[] = [
	{id: newProfile, label: texts.newProfile, detail: texts.newProfileDetail, always: true},
	{id: sandbox, label: texts.sandbox, detail: texts.sandboxDetail, always: true},
];

function itemOf({name, host, integration}: HomeProfile): ListItem {
	return {id: `${profilePrefix}${name}`, label: name, detail: texts.profileDetail(integration, host)};
}
