import type {FileKind} from '../../../kinds/file-kind.ts';
import type {NamedColumns} from '../../../kinds/header.ts';
import {defaultKind} from '../../../kinds/index.ts';
import type {
	ConnectedWorkspace,
	EditableProfile,
	FileServices,
	InspectedFile,
	ProfileDraft,
	SetupServices,
	TokenStorage,
	Workspace,
} from '../../services.ts';
import type {Prompter} from '../prompter.ts';

/** What a set-up has found out so far. */
export type SetUpAnswers = {
	readonly workspace?: Workspace;
	readonly account?: ConnectedWorkspace;
	readonly tokenStorage?: TokenStorage;
	readonly integration?: ProfileDraft['integration'];
	readonly file?: InspectedFile;
	readonly mapping?: NamedColumns;
	/** Whether the columns that Secoda does not know were asked about. */
	readonly hasAskedMoreColumns?: boolean;
	readonly safeFixes?: boolean;
	readonly name?: string;
	/** The answer that was changed last. */
	readonly changed?: StepName;
};

/** Returns the kind of the file; without one, the kind that files usually have. */
export function kindOf({file}: SetUpAnswers): FileKind {
	return file?.kind ?? defaultKind;
}

/** What a step asks with. */
export type StepContext = {
	readonly prompter: Prompter;
	readonly setup: SetupServices;
	readonly files: FileServices;
	/** The profile that is changed. */
	readonly start: EditableProfile | undefined;
};

export type StepName =
	| 'workspace'
	| 'token'
	| 'keeping'
	| 'place'
	| 'file'
	| 'mapping'
	| 'more-columns'
	| 'name'
	| 'summary';

/** How a step ended. */
export type StepResult =
	/** `unasked`: it answered itself, so going back does not lead there. */
	| {readonly kind: 'next'; readonly found: SetUpAnswers; readonly unasked?: true}
	| {readonly kind: 'back'}
	/** To another step, and from there on again. */
	| {readonly kind: 'to'; readonly step: StepName; readonly found: SetUpAnswers}
	| {readonly kind: 'save'; readonly draft: ProfileDraft};

/** One thing that is asked. */
export type SetUpStep = {
	readonly name: StepName;
	/** What its answer is called on the screen. */
	readonly label: string;
	/** Its answer in a few words; `undefined` when there is nothing to tell. */
	summarize(found: SetUpAnswers): string | undefined;
	/** Whether it has to be asked at all. */
	isNeeded(found: SetUpAnswers): boolean;
	ask(found: SetUpAnswers, context: StepContext): Promise<StepResult>;
};

export const back: StepResult = {kind: 'back'};

export function next(found: SetUpAnswers): StepResult {
	return {kind: 'next', found};
}
