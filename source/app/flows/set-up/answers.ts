import type {Recipe} from '../../../mapping/recipe.ts';
import type {FileServices, InspectedFile} from '../../services/files.ts';
import type {EditableProfile, ProfileDraft, SetupServices} from '../../services/set-up.ts';
import type {ConnectedWorkspace, TokenStorage, Workspace} from '../../services/workspace.ts';
import type {Stage} from '../../stage.ts';
import type {Prompter} from '../prompter.ts';
import type {QueryAnswers} from '../query/answers.ts';

/** The answers of a set-up so far. */
export type SetUpAnswers = {
	readonly workspace?: Workspace;
	readonly account?: ConnectedWorkspace;
	readonly tokenStorage?: TokenStorage;
	readonly integration?: ProfileDraft['integration'];
	readonly file?: InspectedFile;
	/** How the file is read; absent until the user has mapped its columns. */
	readonly recipe?: Recipe;
	readonly safeFixes?: boolean;
	readonly name?: string;
	/** The answer that was changed last. */
	readonly changed?: StepName;
};

/** The services of a step. */
export type StepContext = {
	readonly stage: Stage;
	readonly prompter: Prompter;
	readonly setup: SetupServices;
	readonly files: FileServices;
	/** The profile that is edited; absent for a new one. */
	readonly profile: EditableProfile | undefined;
	/** The answers about a query that makes the file. */
	readonly queryAnswers: QueryAnswers;
};

export type StepName =
	| 'workspace'
	| 'token'
	| 'token-storage'
	| 'integration'
	| 'file'
	| 'mapping'
	| 'name'
	| 'summary';

export type StepResult =
	/** `isAutomatic`: nothing was asked, so going back skips the step. */
	| {readonly kind: 'next'; readonly answers: SetUpAnswers; readonly isAutomatic?: true}
	| {readonly kind: 'back'}
	/** Goes to another step, and continues from there. */
	| {readonly kind: 'to'; readonly step: StepName; readonly answers: SetUpAnswers}
	| {readonly kind: 'save'; readonly draft: ProfileDraft};

/** One question of the set-up. */
export type SetUpStep = {
	readonly name: StepName;
	/** The label of the answer. */
	readonly label: string;
	/** Returns the answer in a few words; `undefined` while it is missing. */
	summarize(answers: SetUpAnswers): string | undefined;
	/** True if the step applies. */
	isNeeded(answers: SetUpAnswers): boolean;
	ask(answers: SetUpAnswers, context: StepContext): Promise<StepResult>;
};

export const back: StepResult = {kind: 'back'};

export function next(answers: SetUpAnswers): StepResult {
	return {kind: 'next', answers};
}
